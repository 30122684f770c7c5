import type { ReadDb } from '#db/open.ts'
import { lastIndexChange } from '#db/queries/index-change.ts'
import { companyIds } from '#db/queries/indexed-companies.ts'
import { publishedOpportunityIds } from '#db/queries/indexed-opportunities.ts'
import { publishedProfileIds } from '#db/queries/indexed-profiles.ts'
import { KINDS, type SearchEngine } from '#search/engine.ts'

const wanted = {
  profile: publishedProfileIds,
  opportunity: publishedOpportunityIds,
  company: companyIds,
}

/**
 * Whether an index that says it has applied every change up to `applied` has no document of a kind
 * that the database has some of: somebody emptied it behind our back. False for an engine that is
 * not well, which says so itself.
 */
export async function findEmptied(
  db: ReadDb,
  search: SearchEngine,
  applied: number,
): Promise<boolean> {
  const { ok, counts } = await search.health()
  if (!ok) return false
  for (const kind of KINDS) {
    if (counts[kind] > 0) continue
    if ((await wanted[kind](db)).length === 0) continue
    // What was published after the index was asked is no fault of it.
    return (await lastIndexChange(db)) === applied
  }
  return false
}
