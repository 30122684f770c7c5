import { expect, test } from 'vitest'
import type { Candidate } from '#search/engine.ts'
import { bestPairs, mostPairs, type Source } from './best-pairs.server.ts'

/** A source of so many pairs, of which the index gives the best. */
function sourceOf(all: number): Source<'opportunity'> {
  const hit = (at: number): Candidate => ({
    id: `o-${at}`,
    score: 1 - at / all,
    parts: { skills: 0, field: 0, occupation: 0, conditions: 0 },
    band: at % 2 === 0 ? 'partial' : 'weak',
    distanceKm: null,
    explanation: null,
  })
  return {
    kind: 'opportunity',
    // Counts of facets are not asked for here.
    search: {} as Source<'opportunity'>['search'],
    candidates: async (_filters, { limit = 20 }) => ({
      hits: Array.from({ length: Math.min(all, limit) }, (_, at) => hit(at)),
      total: all,
      facets: {},
      plan: 'postings',
      scored: all,
      tookMs: 0,
    }),
    read: async (pairs) =>
      pairs.map((pair) => ({ ...pair, distanceKm: null, newest: null, deadline: null })),
  }
}

const chosen = { sort: 'relevance', bands: [], far: false } as const
const most = mostPairs.opportunity

test('a list tells where it looked at a part only', async () => {
  const short = await bestPairs(sourceOf(most), { filters: {}, chosen })
  expect(short).toMatchObject({ possible: most, cut: null, farther: most / 2 })
  expect(short.shown).toHaveLength(most / 2)
  const long = await bestPairs(sourceOf(most + 1), { filters: {}, chosen })
  expect(long).toMatchObject({ possible: most + 1, cut: most })
  const far = await bestPairs(sourceOf(9 * most), { filters: {}, chosen: { ...chosen, far: true } })
  expect(far).toMatchObject({ possible: 9 * most, cut: most, farther: 0 })
  expect(far.shown).toHaveLength(most)
})
