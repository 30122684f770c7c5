import { expect, onTestFinished, test } from 'vitest'
import { bestPairs, mostPairs, type Source } from '#app/domain/match/best-pairs.server.ts'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { seededCorpus, seededTaxonomy } from '../search/corpus.ts'

const most = mostPairs.opportunity
const { profiles, opportunities } = seededCorpus(41, { profiles: 40, opportunities: 3000 })

test('a list tells where it looked at a part only', async () => {
  const search = new EmbeddedEngine({ file: ':memory:', taxonomy: seededTaxonomy(1) })
  onTestFinished(() => search.close())
  await search.put('opportunity', opportunities, 1)
  // Of those that pass all conditions the index gives the ones that have something in common.
  const found = await Promise.all(
    profiles.map(async (offer) => {
      const { hits, total } = await search.candidates('opportunity', offer, {}, { limit: most + 1 })
      return { offer, hits: hits.length, total }
    }),
  )
  found.sort((one, other) => one.hits - other.hits)
  const fewest = found.find(({ hits }) => hits > 0)
  const greatest = found.at(-1)
  if (!fewest || !greatest) throw new Error('nobody has a pair')
  expect(fewest.hits).toBeLessThan(most)
  expect(greatest.hits).toBeGreaterThan(most)

  const listOf = (offer: (typeof profiles)[number], far: boolean) => {
    const source: Source<'opportunity'> = {
      kind: 'opportunity',
      search,
      candidates: (filters, options) => search.candidates('opportunity', offer, filters, options),
      read: async (pairs) =>
        pairs.map((pair) => ({ ...pair, distanceKm: null, newest: null, deadline: null })),
    }
    return bestPairs(source, { filters: {}, chosen: { sort: 'relevance', bands: [], far } })
  }
  const short = await listOf(fewest.offer, false)
  expect(short).toMatchObject({ possible: fewest.total, cut: null })
  expect(short.shown.length + short.farther).toBe(fewest.hits)
  const long = await listOf(greatest.offer, false)
  expect(long).toMatchObject({ possible: greatest.total, cut: most })
  expect(long.shown.length + long.farther).toBe(most)
  const far = await listOf(greatest.offer, true)
  expect(far).toMatchObject({ possible: greatest.total, cut: most, farther: 0 })
  expect(far.shown).toHaveLength(most)
})
