import { isRecordId } from '#app/domain/company/company.ts'
import type { ReadDb } from '#db/open.ts'
import { companyById } from '#db/queries/company.ts'
import { mergedIntoAny, mergeTarget } from '#db/queries/company-merge.ts'

/** A chain of merges longer than this is no chain that people made. */
const mostSteps = 20

/**
 * The company that one which is gone was merged into, through later merges to the one that is there;
 * null for an id that never was merged, whose merge was undone, or whose survivor is gone.
 */
export async function mergedInto(db: ReadDb, companyId: string): Promise<string | null> {
  if (!isRecordId(companyId)) return null
  let at = companyId
  for (let step = 0; step < mostSteps; step++) {
    const next = await mergeTarget(db, at)
    if (next === null) break
    if (await companyById(db, next)) return next
    at = next
  }
  return null
}

/** The ids under which the history of a company stands: its own, and those merged into it, through later merges. */
export async function historyIds(db: ReadDb, companyId: string): Promise<string[]> {
  const all = new Set([companyId])
  let edge = [companyId]
  for (let step = 0; step < mostSteps && edge.length > 0; step++) {
    edge = (await mergedIntoAny(db, edge)).filter((id) => !all.has(id))
    for (const id of edge) all.add(id)
  }
  return [...all]
}
