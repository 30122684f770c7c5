import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'

const known = new WeakMap<Db, string[]>()

/** Names of all tables of the product, without the migrator's own, in order. Asked once of a database. */
export async function tableNames(db: Db): Promise<string[]> {
  const names = known.get(db) ?? (await readTableNames(db))
  known.set(db, names)
  return names
}

async function readTableNames(db: Db): Promise<string[]> {
  const tables = await (db as unknown as Kysely<unknown>).introspection.getTables()
  return tables
    .map((table) => table.name)
    .filter((name) => !/^(kysely|sqlite)_/.test(name))
    .sort()
}

/** Columns of every table, by table, in order. */
export async function columnsByTable(db: Db): Promise<Record<string, string[]>> {
  const tables = await (db as unknown as Kysely<unknown>).introspection.getTables()
  return Object.fromEntries(
    tables
      .filter((table) => !/^(kysely|sqlite)_/.test(table.name))
      .map((table) => [table.name, table.columns.map((column) => column.name).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Reference data, which is large, and what workers count for the map: no request writes it. */
export const referenceTables = [
  'boundary',
  'concept',
  'concept_broader',
  'concept_label',
  'latent_space',
  'linking_index',
  'match_count',
  'occupation_skill',
  'place',
  'sector',
  'taxonomy_load',
]

/** A checksum of all rows of each table, by table; two databases with the same have the same contents. */
export async function contents(
  open: { db: Db; dialect: Dialect },
  without: readonly string[] = [],
): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const table of await tableNames(open.db)) {
    if (without.includes(table)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      open.db,
    )
    const lines = rows.map((row) => JSON.stringify(Object.values(row))).sort()
    sums[table] =
      `${rows.length} ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`
  }
  return sums
}

/** True when the text stands anywhere in a table that requests write. */
export async function isStored(open: { db: Db }, text: string): Promise<boolean> {
  for (const table of await tableNames(open.db)) {
    if (referenceTables.includes(table)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      open.db,
    )
    if (rows.some((row) => Object.values(row).some((value) => String(value).includes(text))))
      return true
  }
  return false
}
