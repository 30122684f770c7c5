import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { oneRegistrationAtATime } from '#app/domain/company/find-twin.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { companyById } from '#db/queries/company.ts'
import { mergeById, mergeTarget } from '#db/queries/company-merge.ts'
import type { KeptMerge, KeptRow, UndoRefusal } from './merge.ts'
import { tellIndex } from './merge-companies.server.ts'
import {
  changeOwner,
  ownedTables,
  putBack,
  restoreRow,
  setRow,
  slotOf,
} from './moved-rows.server.ts'

export type UndoOutcome =
  | { readonly ok: true; readonly companyId: string }
  | { readonly ok: false; readonly reason: UndoRefusal }

/**
 * Takes a merge back, in one transaction: the company that went comes back under its old id, with
 * all that it brought and that is still the survivor's; what was changed or added since stays with
 * the survivor. Answers why where it cannot. Throws `ExpectedError('not-found')` for a merge that is
 * not on the viewer's ground.
 */
export async function undoMerge(
  deps: Deps,
  viewer: SignedIn,
  mergeId: string,
): Promise<UndoOutcome> {
  const merge = await mergeById(deps.db, mergeId)
  if (!merge) throw new ExpectedError('not-found')
  const refusal = await whyNot(deps.db, merge)
  // A survivor that is there says whose ground this is; without one, the chamber that merged.
  if (refusal === null || refusal === 'undone' || refusal === 'idTaken') {
    await chamberCompany(deps.db, viewer, merge.survivor_id)
  } else if (!viewer.memberships.some((one) => one.orgId === merge.chamber_id)) {
    throw new ExpectedError('not-found')
  }
  if (refusal) return { ok: false, reason: refusal }
  return deps.db.transaction().execute(async (transaction): Promise<UndoOutcome> => {
    await oneRegistrationAtATime(transaction, deps.dialect)
    const now = await mergeById(transaction, mergeId)
    const reason = now ? await whyNot(transaction, now) : 'undone'
    if (reason) return { ok: false, reason }
    const kept: KeptMerge = JSON.parse(merge.kept)
    const { survivor_id: survivorId, merged_id: mergedId } = merge
    await giveBack(transaction, kept, survivorId, mergedId)
    await restoreSurvivor(deps, transaction, kept, survivorId)
    await transaction
      .updateTable('company_merge')
      .set({ undone_at: toInstant(deps.now) })
      .where('id', '=', mergeId)
      .execute()
    await tellIndex(deps, transaction, survivorId, mergedId, kept.moved.opportunity ?? [])
    for (const entityId of [survivorId, mergedId]) {
      const act = { action: 'company.merge-undone', entityKind: 'company', entityId } as const
      const detail = { mergeId, survivorId, mergedId }
      await recordAudit(transaction, { actorId: viewer.userId, ...act, detail }, deps.now)
    }
    return { ok: true, companyId: mergedId }
  })
}

async function whyNot(
  db: ReadDb,
  merge: { undone_at: string | null; survivor_id: string; merged_id: string },
): Promise<UndoRefusal | null> {
  if (merge.undone_at !== null) return 'undone'
  if (!(await companyById(db, merge.survivor_id))) {
    return (await mergeTarget(db, merge.survivor_id)) ? 'survivorMerged' : 'survivorGone'
  }
  return (await companyById(db, merge.merged_id)) ? 'idTaken' : null
}

async function giveBack(
  transaction: Db,
  kept: KeptMerge,
  survivorId: string,
  mergedId: string,
): Promise<void> {
  await putBack(transaction, 'company', kept.merged)
  for (const { company_a, company_b } of kept.moved.distinct_companies ?? []) {
    await transaction
      .deleteFrom('distinct_companies')
      .where('company_a', '=', String(company_a))
      .where('company_b', '=', String(company_b))
      .execute()
  }
  for (const owned of ownedTables) {
    const keys = kept.moved[slotOf(owned)] ?? []
    if (keys.length > 0) await changeOwner(transaction, owned, keys, survivorId, mergedId)
    for (const row of kept.dropped[slotOf(owned)] ?? []) {
      await putBack(transaction, owned.table, row)
    }
  }
  for (const row of kept.dropped.distinct_companies ?? []) {
    const other = row.company_a === mergedId ? row.company_b : row.company_a
    if (await companyById(transaction, String(other))) {
      await putBack(transaction, 'distinct_companies', row)
    }
  }
  for (const change of kept.changed) await restoreRow(transaction, change)
  await oneMainSiteEach(transaction, [survivorId, mergedId])
}

/** After sites were added or removed meanwhile, each company still has exactly one main site where it has any. */
async function oneMainSiteEach(transaction: Db, ids: readonly string[]): Promise<void> {
  for (const companyId of ids) {
    const sites = await transaction
      .selectFrom('site')
      .select(['id', 'is_main'])
      .where('company_id', '=', companyId)
      .orderBy('is_main', 'desc')
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    const [first, ...others] = sites
    if (first && first.is_main === 0) await setMain(transaction, first.id, 1)
    for (const site of others) if (site.is_main === 1) await setMain(transaction, site.id, 0)
  }
}

const setMain = (transaction: Db, id: string, is_main: 0 | 1) =>
  setRow(transaction, 'site', { id }, { is_main })

/** Fields that nobody has changed since get their value from before; untouched otherwise, its version too. */
async function restoreSurvivor(
  deps: Deps,
  transaction: Db,
  kept: KeptMerge,
  survivorId: string,
): Promise<void> {
  const current = await companyById(transaction, survivorId)
  if (!current) return
  const now = current as unknown as KeptRow
  const { survivorBefore: before, survivorAfter: after } = kept
  if (now.version === after.version) {
    const users = await living(transaction, before.verified_by)
    const columns = Object.keys(before).filter((column) => before[column] !== after[column])
    const values = Object.fromEntries(columns.map((column) => [column, before[column] ?? null]))
    if ('verified_by' in values && !users) values.verified_by = null
    await setRow(transaction, 'company', { id: survivorId }, values)
    return
  }
  const columns = Object.keys(before).filter(
    (column) =>
      !['id', 'version', 'updated_at', 'verified_by'].includes(column) &&
      before[column] !== after[column] &&
      now[column] === after[column],
  )
  await setRow(
    transaction,
    'company',
    { id: survivorId },
    {
      ...Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
      updated_at: toInstant(deps.now),
      version: Number(now.version) + 1,
    },
  )
}

async function living(transaction: Db, userId: unknown): Promise<boolean> {
  if (typeof userId !== 'string') return false
  const row = await transaction
    .selectFrom('auth_user')
    .select('id')
    .where('id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}
