import { CompiledQuery, type Insertable } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Db } from './open.ts'
import type { Database } from './schema/index.ts'

/** Rows of one statement: few sizes make few statements, which stay prepared. */
const sizes = [256, 64, 16, 4, 1] as const

const texts = new Map<string, string>()

interface Conflict {
  /** The primary key. */
  readonly on: readonly string[]
  /** Columns that take the new value; none: the row that is there stays as it is. */
  readonly set: readonly string[]
  /** The column that must be one less in the row that is there, or that row stays: a version. */
  readonly version?: string
}

/**
 * Inserts many rows, all with the columns of the first, in statements that are made once: building
 * them anew by Kysely takes longer than SQLite takes to write the rows. Returns how many rows were
 * written. `between` is awaited after each statement.
 */
export async function insertRows<T extends keyof Database>(
  db: Db,
  dialect: Dialect,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  { conflict, between }: { conflict?: Conflict; between?: () => Promise<unknown> } = {},
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const columns = Object.keys(first)
  let written = 0
  for (let at = 0; at < rows.length; ) {
    const size = sizes.find((one) => one <= rows.length - at) ?? 1
    const parameters: unknown[] = []
    for (const row of rows.slice(at, at + size)) {
      for (const column of columns) parameters.push((row as Record<string, unknown>)[column])
    }
    const text = statement(dialect, table, columns, size, conflict)
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, parameters))
    written += Number(numAffectedRows ?? 0)
    at += size
    if (between) await between()
  }
  return written
}

function statement(
  dialect: Dialect,
  table: string,
  columns: readonly string[],
  size: number,
  conflict?: Conflict,
): string {
  const key = JSON.stringify([dialect, table, columns, size, conflict])
  const known = texts.get(key)
  if (known) return known
  const name = (one: string) => `"${one}"`
  let parameter = 0
  const mark = () => (dialect === 'postgres' ? `$${++parameter}` : '?')
  const values = Array.from({ length: size }, () => `(${columns.map(mark).join(', ')})`)
  let text = `insert into ${name(table)} (${columns.map(name).join(', ')}) values ${values.join(', ')}`
  if (conflict) {
    const set = conflict.set.map((one) => `${name(one)} = excluded.${name(one)}`).join(', ')
    text += ` on conflict (${conflict.on.map(name).join(', ')}) do ${set ? `update set ${set}` : 'nothing'}`
    if (conflict.version) {
      const version = name(conflict.version)
      text += ` where ${name(table)}.${version} = excluded.${version} - 1`
    }
  }
  texts.set(key, text)
  return text
}
