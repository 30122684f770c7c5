import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { oneRegistrationAtATime } from '#app/domain/company/find-twin.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { companyById } from '#db/queries/company.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { type KeptMerge, type KeptRow, type Picks, pairOf, pickedColumns } from './merge.ts'
import {
  changeOwner,
  dropRow,
  ownedTables,
  pickColumns,
  rowsOf,
  setRow,
  slotOf,
} from './moved-rows.server.ts'

const stages = ['dormant', 'prospect', 'contacted', 'met', 'onboarded', 'active']

type Journal = {
  moved: Record<string, KeptRow[]>
  dropped: Record<string, KeptRow[]>
  changed: { table: string; key: KeptRow; before: KeptRow; after: KeptRow }[]
}

/**
 * Makes one company of two, in one transaction: the survivor keeps its address, takes the picked
 * fields, and gets sites, people, numbers, offers, relation and history of the other, whose old
 * address leads to it from now on. Returns the id of the merge, by which it can be undone. Both must
 * be on the viewer's ground. Throws `ExpectedError`: `not-found`, `stale`, `conflict` (two countries,
 * or a company with itself).
 */
export async function mergeCompanies(
  deps: Deps,
  viewer: SignedIn,
  pair: { survivorId: string; mergedId: string },
  input: { picks: Picks; survivorVersion: number; mergedVersion: number },
): Promise<string> {
  const { survivorId, mergedId } = pair
  const { chamber, company: one } = await chamberCompany(deps.db, viewer, survivorId)
  const { company: other } = await chamberCompany(deps.db, viewer, mergedId)
  if (survivorId === mergedId || one.country !== other.country) throw new ExpectedError('conflict')
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await oneRegistrationAtATime(transaction, deps.dialect)
    const survivor = await companyById(transaction, survivorId)
    const merged = await companyById(transaction, mergedId)
    if (!survivor || !merged) throw new ExpectedError('not-found')
    if (survivor.version !== input.survivorVersion || merged.version !== input.mergedVersion) {
      throw new ExpectedError('stale')
    }
    const journal: Journal = { moved: {}, dropped: {}, changed: [] }
    await keepOneMainSite(transaction, journal, survivorId, mergedId)
    for (const owned of ownedTables) {
      const rows = await rowsOf(transaction, owned, mergedId)
      const inTheWay = owned.once ? await rowsOf(transaction, owned, survivorId) : []
      const goes: KeptRow[] = []
      for (const row of rows) {
        const like = inTheWay.find((mine) => owned.once?.every((it) => mine[it] === row[it]))
        // Its main sector is told already.
        const told = owned.table === 'company_sector' && row.sector === survivor.sector
        if (!like && !told) {
          goes.push(pickColumns(row, owned.key))
          continue
        }
        if (like) await takeBest(transaction, journal, owned.table, like, row)
        journal.dropped[slotOf(owned)] = [...(journal.dropped[slotOf(owned)] ?? []), row]
        await dropRow(transaction, owned, row, mergedId)
      }
      if (goes.length === 0) continue
      journal.moved[slotOf(owned)] = goes
      await changeOwner(transaction, owned, goes, mergedId, survivorId)
    }
    await moveDistinct(transaction, journal, survivorId, mergedId)
    await renameInHandovers(transaction, journal, survivorId, mergedId)
    const values = {
      ...pickColumns(asRow(merged), pickedColumns(input.picks)),
      updated_at: toInstant(deps.now),
      version: survivor.version + 1,
    }
    await transaction.deleteFrom('company').where('id', '=', mergedId).execute()
    await setRow(transaction, 'company', { id: survivorId }, values)
    const kept: KeptMerge = {
      merged: asRow(merged),
      survivorBefore: asRow(survivor),
      survivorAfter: { ...asRow(survivor), ...values },
      ...journal,
    }
    await transaction
      .insertInto('company_merge')
      .values({
        id,
        chamber_id: chamber.id,
        survivor_id: survivorId,
        merged_id: mergedId,
        picks: JSON.stringify(input.picks),
        kept: JSON.stringify(kept),
        merged_by: viewer.userId,
        merged_at: toInstant(deps.now),
        undone_at: null,
      })
      .execute()
    await tellIndex(deps, transaction, survivorId, mergedId, journal.moved.opportunity ?? [])
    const who = { actorId: viewer.userId, entityKind: 'company' } as const
    const about = { mergeId: id, chamberId: chamber.id }
    const acts = [
      { action: 'company.merged', entityId: survivorId, detail: { ...about, mergedId } },
      { action: 'company.merged-away', entityId: mergedId, detail: { ...about, survivorId } },
    ] as const
    for (const act of acts) await recordAudit(transaction, { ...who, ...act }, deps.now)
  })
  return id
}

/** The row as JSON can hold it. */
export const asRow = (row: object): KeptRow => ({
  ...(row as Record<string, string | number | null>),
})

/** Records that both companies and all offers of either changed. */
export async function tellIndex(
  deps: Deps,
  transaction: Db,
  survivorId: string,
  mergedId: string,
  moved: readonly KeptRow[],
): Promise<void> {
  const published = await transaction
    .selectFrom('opportunity')
    .select('id')
    .where('company_id', 'in', [survivorId, mergedId])
    .where('status', '=', 'published')
    .execute()
  const offers = new Set([...published.map((row) => row.id), ...moved.map((row) => String(row.id))])
  await recordIndexChange(transaction, deps.dialect, 'company', [survivorId, mergedId], deps.now)
  await recordIndexChange(transaction, deps.dialect, 'opportunity', [...offers], deps.now)
}

/** A company has one main site: the survivor's, where it has one. */
async function keepOneMainSite(
  transaction: Db,
  journal: Journal,
  survivorId: string,
  mergedId: string,
): Promise<void> {
  const mains = await transaction
    .selectFrom('site')
    .select(['id', 'company_id'])
    .where('company_id', 'in', [survivorId, mergedId])
    .where('is_main', '=', 1)
    .execute()
  if (!mains.some((site) => site.company_id === survivorId)) return
  for (const { id, company_id } of mains) {
    if (company_id === survivorId) continue
    const change = { table: 'site', key: { id }, before: { is_main: 1 }, after: { is_main: 0 } }
    await setRow(transaction, 'site', change.key, change.after)
    journal.changed.push(change)
  }
}

/** Where both have a row of which there may be one, the survivor's takes what is further along in the other's. */
async function takeBest(
  transaction: Db,
  journal: Journal,
  table: string,
  mine: KeptRow,
  theirs: KeptRow,
): Promise<void> {
  const change = bestOf(table, mine, theirs)
  if (!change) return
  await setRow(transaction, table, change.key, change.after)
  journal.changed.push({ table, ...change })
}

function bestOf(
  table: string,
  mine: KeptRow,
  theirs: KeptRow,
): { key: KeptRow; before: KeptRow; after: KeptRow } | null {
  if (table === 'membership' && mine.role === 'recruiter' && theirs.role === 'owner') {
    return { key: { id: mine.id ?? null }, before: { role: 'recruiter' }, after: { role: 'owner' } }
  }
  if (table !== 'relation') return null
  const further = stages.indexOf(String(theirs.stage)) > stages.indexOf(String(mine.stage))
  const columns = [
    ...(further ? ['stage', 'stage_since'] : []),
    ...(mine.owner_id === null && theirs.owner_id !== null ? ['owner_id'] : []),
  ]
  if (columns.length === 0) return null
  return {
    key: pickColumns(mine, ['chamber_id', 'company_id']),
    before: pickColumns(mine, [...columns, 'version']),
    after: { ...pickColumns(theirs, columns), version: Number(mine.version) + 1 },
  }
}

/** Pairs that somebody said are not the same are told of the survivor from now on. */
async function moveDistinct(
  transaction: Db,
  journal: Journal,
  survivorId: string,
  mergedId: string,
): Promise<void> {
  const rows = await transaction
    .selectFrom('distinct_companies')
    .selectAll()
    .where((eb) => eb.or([eb('company_a', '=', mergedId), eb('company_b', '=', mergedId)]))
    .execute()
  if (rows.length === 0) return
  const added: KeptRow[] = []
  for (const row of rows) {
    const other = row.company_a === mergedId ? row.company_b : row.company_a
    if (other === survivorId) continue
    const [company_a, company_b] = pairOf(survivorId, other)
    const done = await transaction
      .insertInto('distinct_companies')
      .values({ ...row, company_a, company_b })
      .onConflict((conflict) => conflict.columns(['company_a', 'company_b']).doNothing())
      .executeTakeFirst()
    if (Number(done.numInsertedOrUpdatedRows ?? 0) > 0) added.push({ company_a, company_b })
  }
  journal.dropped.distinct_companies = rows.map(asRow)
  if (added.length > 0) journal.moved.distinct_companies = added
}

/** A hand-over that can still be undone names the survivor in the place of the other. */
async function renameInHandovers(
  transaction: Db,
  journal: Journal,
  survivorId: string,
  mergedId: string,
): Promise<void> {
  const rows = await transaction
    .selectFrom('handover')
    .select(['id', 'company_ids'])
    .where('company_ids', 'like', `%${mergedId}%`)
    .execute()
  for (const { id, company_ids } of rows) {
    const ids: string[] = JSON.parse(company_ids)
    const renamed = new Set(ids.map((one) => (one === mergedId ? survivorId : one)))
    const change = {
      table: 'handover',
      key: { id },
      before: { company_ids },
      after: { company_ids: JSON.stringify([...renamed]) },
    }
    await setRow(transaction, 'handover', change.key, change.after)
    journal.changed.push(change)
  }
}
