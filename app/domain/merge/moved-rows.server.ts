import type { Db, ReadDb } from '#db/open.ts'
import type { KeptRow, MovedKind } from './merge.ts'

/** A table whose rows belong to a company. `key` names a row together with the company. */
interface OwnedTable {
  readonly table: string
  readonly owner: 'company_id' | 'org_id' | 'twin_id'
  readonly key: readonly string[]
  /** A row of the survivor with the same of these columns stands in the way of the other's. */
  readonly once?: readonly string[]
  readonly only?: Readonly<Record<string, string>>
}

const byId = (table: string): OwnedTable => ({ table, owner: 'company_id', key: ['id'] })

/** Every table whose rows go with a company; a test holds that none is forgotten. */
export const ownedTables: readonly OwnedTable[] = [
  ...['site', 'company_contact', 'company_document', 'company_confirmation'].map(byId),
  ...['opportunity', 'engagement', 'task', 'commitment', 'intention'].map(byId),
  { ...byId('company_claim'), once: ['user_id'] },
  {
    table: 'membership',
    owner: 'org_id',
    key: ['id'],
    once: ['user_id'],
    only: { org_kind: 'company' },
  },
  { table: 'membership_invitation', owner: 'org_id', key: ['id'], only: { org_kind: 'company' } },
  { table: 'company_identifier', owner: 'company_id', key: ['country', 'scheme', 'value'] },
  { table: 'company_sector', owner: 'company_id', key: ['sector'], once: ['sector'] },
  { table: 'relation', owner: 'company_id', key: ['chamber_id'], once: ['chamber_id'] },
  { table: 'campaign_company', owner: 'company_id', key: ['campaign_id'], once: ['campaign_id'] },
  {
    table: 'call_suggestion',
    owner: 'company_id',
    key: ['chamber_id', 'on_day'],
    once: ['chamber_id', 'on_day'],
  },
  { table: 'company_import_row', owner: 'company_id', key: ['import_id', 'row_number'] },
  { table: 'company_import_row', owner: 'twin_id', key: ['import_id', 'row_number'] },
]

/** A name for a table and the column by which it belongs: some tables belong twice. */
export const slotOf = ({ table, owner }: OwnedTable) =>
  owner === 'twin_id' ? `${table}.twin_id` : table

// Kysely knows each table by its own type; what is done here is the same for all of them, so their
// rows are seen through one that has the columns in question.
type Any = { [column: string]: string | number | null }
type AnyDb = import('kysely').Kysely<Record<string, Any>>
const loose = (db: ReadDb | Db) => db as unknown as AnyDb

/** The columns of `row` that are named. */
export function pickColumns(row: KeptRow, columns: readonly string[]): KeptRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

/** The rows of a table that belong to a company; never the contents of documents. */
export async function rowsOf(db: ReadDb, owned: OwnedTable, companyId: string): Promise<KeptRow[]> {
  let query = loose(db).selectFrom(owned.table).where(owned.owner, '=', companyId)
  for (const [column, value] of Object.entries(owned.only ?? {})) {
    query = query.where(column, '=', value)
  }
  // Rows that may have to be dropped are read whole; of all others the key is enough.
  if (owned.once) return query.selectAll().execute()
  return query.select([...owned.key]).execute()
}

/** How many rows of each kind a company has. */
export async function countRows(
  db: ReadDb,
  kinds: readonly MovedKind[],
  companyId: string,
): Promise<Record<MovedKind, number>> {
  const counts = await Promise.all(
    kinds.map(async (kind) => {
      const owned = ownedTables.find((one) => slotOf(one) === kind)
      if (!owned) return [kind, 0] as const
      let query = loose(db)
        .selectFrom(owned.table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where(owned.owner, '=', companyId)
      for (const [column, value] of Object.entries(owned.only ?? {})) {
        query = query.where(column, '=', value)
      }
      const row = await query.executeTakeFirst()
      return [kind, Number(row?.count ?? 0)] as const
    }),
  )
  return Object.fromEntries(counts) as Record<MovedKind, number>
}

const atOnce = 200

/** Gives rows another owner, those that still have the one they had. Returns how many. */
export async function changeOwner(
  transaction: Db,
  owned: OwnedTable,
  keys: readonly KeptRow[],
  from: string,
  to: string,
): Promise<number> {
  let changed = 0
  for (let at = 0; at < keys.length; at += atOnce) {
    const part = keys.slice(at, at + atOnce)
    const [first, ...more] = owned.key
    let query = loose(transaction)
      .updateTable(owned.table)
      .set({ [owned.owner]: to })
      .where(owned.owner, '=', from)
    if (first !== undefined && more.length === 0) {
      const values = part.map((key) => key[first] ?? null)
      query = query.where(first, 'in', values)
    } else {
      query = query.where((eb) =>
        eb.or(
          part.map((key) =>
            eb.and(owned.key.map((column) => eb(column, '=', key[column] ?? null))),
          ),
        ),
      )
    }
    const done = await query.executeTakeFirst()
    changed += Number(done.numUpdatedRows)
  }
  return changed
}

/** Deletes a row by its key and owner. */
export async function dropRow(
  transaction: Db,
  owned: OwnedTable,
  row: KeptRow,
  companyId: string,
): Promise<void> {
  let query = loose(transaction).deleteFrom(owned.table).where(owned.owner, '=', companyId)
  for (const column of owned.key) query = query.where(column, '=', row[column] ?? null)
  await query.execute()
}

/** Puts a row back as it was; rows that it points to and that are gone are forgotten, or it with them. */
export async function putBack(transaction: Db, table: string, row: KeptRow): Promise<boolean> {
  const found = await withLiving(transaction, table, row)
  if (!found) return false
  await loose(transaction)
    .insertInto(table)
    .values({ ...found })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Sets columns of a row that still has the values that it was left with. */
export async function restoreRow(
  transaction: Db,
  change: { table: string; key: KeptRow; before: KeptRow; after: KeptRow },
): Promise<boolean> {
  let query = loose(transaction)
    .updateTable(change.table)
    .set({ ...change.before })
  for (const [column, value] of Object.entries({ ...change.key, ...change.after })) {
    query = query.where(column, value === null ? 'is' : '=', value)
  }
  const done = await query.executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** Sets columns of a row named by a key. */
export async function setRow(
  transaction: Db,
  table: string,
  key: KeptRow,
  values: KeptRow,
): Promise<void> {
  let query = loose(transaction)
    .updateTable(table)
    .set({ ...values })
  for (const [column, value] of Object.entries(key)) query = query.where(column, '=', value)
  await query.execute()
}

/** Columns that point to another table: emptied when what they point to is gone, or the row is left out. */
const pointers: Readonly<Record<string, { table: string; key: string; optional: boolean }>> = {
  user_id: { table: 'auth_user', key: 'id', optional: false },
  chamber_id: { table: 'chamber', key: 'id', optional: false },
  campaign_id: { table: 'campaign', key: 'id', optional: false },
  sector: { table: 'sector', key: 'code', optional: true },
  owner_id: { table: 'auth_user', key: 'id', optional: true },
  created_by: { table: 'auth_user', key: 'id', optional: true },
  verified_by: { table: 'auth_user', key: 'id', optional: true },
  decided_by: { table: 'auth_user', key: 'id', optional: true },
  engagement_id: { table: 'engagement', key: 'id', optional: true },
  task_id: { table: 'task', key: 'id', optional: true },
}

async function withLiving(transaction: Db, table: string, row: KeptRow): Promise<KeptRow | null> {
  const living = { ...row }
  for (const [column, value] of Object.entries(row)) {
    const pointer = pointers[column]
    if (!pointer || value === null) continue
    const there = await loose(transaction)
      .selectFrom(pointer.table)
      .select(pointer.key)
      .where(pointer.key, '=', value)
      .executeTakeFirst()
    if (there) continue
    // A company outlives the chamber that registered it.
    if (!pointer.optional && !(table === 'company' && column === 'chamber_id')) return null
    living[column] = null
  }
  return living
}
