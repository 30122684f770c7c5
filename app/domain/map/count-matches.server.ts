import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import { isMatch } from '#app/domain/match/arrange-matches.ts'
import { wordless } from '#app/domain/match/wordless.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { indexedOpportunities } from '#db/queries/indexed-opportunities.ts'
import { saveMatchCounts, uncountedOpportunities } from '#db/queries/match-count.ts'
import type { SearchEngine } from '#search/engine.ts'

/** Opportunities counted in one round: some tenths of a second, so that pages wait for none. */
const inRound = 40
/** Counts older than this are made again: profiles come and go. */
export const countedForHours = 12
/** People looked at for an opportunity, the best first; what comes after hardly ever fits. */
export const mostCounted = 100

/**
 * Counts the people who fit published opportunities (strong, good or partial, hard conditions met), for
 * the map's "matched pairs": asking the index for each of 20,000 opportunities would keep a page
 * waiting for a minute. New and changed ones are counted within a minute, all others twice a day; the
 * map says from when its counts are. Returns true while there are more to count.
 */
export async function countMatches(
  { db, reference, search }: { db: Db; reference: Reference; search: SearchEngine },
  now: Date,
): Promise<boolean> {
  const before = toInstant(new Date(now.getTime() - countedForHours * 3_600_000))
  const ids = await uncountedOpportunities(db, before, inRound)
  if (ids.length === 0) return false
  const counted_at = toInstant(now)
  const unnamed = wordless(reference)
  const rows = []
  for (const indexed of await indexedOpportunities(db, ids)) {
    const need = opportunityDocument(indexed, unnamed)
    const found = await askSearch(search, () =>
      search.candidates(
        'profile',
        need,
        { status: ['active'] },
        {
          limit: mostCounted,
          explain: true,
        },
      ),
    )
    const fitting = found.hits
      .filter((hit) => hit.explanation !== null && isMatch(hit.explanation.band))
      .map((hit) => hit.id)
      .sort()
    rows.push({
      opportunity_id: need.id,
      pairs: fitting.length,
      first_profile: fitting[0] ?? null,
      last_profile: fitting.at(-1) ?? null,
      counted_at,
    })
  }
  if (rows.length === 0) return false
  await saveMatchCounts(db, rows)
  return ids.length === inRound
}
