import type { Insertable } from 'kysely'
import type { Db, ReadDb } from '../open.ts'
import type { BoundaryTable } from '../schema/boundary.ts'

/** When and from where the outlines of a country's level came; null where there are none. Cheap enough for each page. */
export async function boundaryOrigin(db: ReadDb, country: string, level = 1) {
  const row = await db
    .selectFrom('boundary')
    .select(['source', 'attribution', 'loaded_at'])
    .where('country', '=', country)
    .where('level', '=', level)
    .executeTakeFirst()
  return row ?? null
}

/** The outlines of a country's level with where they are from; null where there are none. */
export async function boundaryOf(db: ReadDb, country: string, level = 1) {
  const row = await db
    .selectFrom('boundary')
    .selectAll()
    .where('country', '=', country)
    .where('level', '=', level)
    .executeTakeFirst()
  return row ?? null
}

/** Stores outlines in place of those that are there for the same country and level. */
export async function replaceBoundary(db: Db, row: Insertable<BoundaryTable>): Promise<void> {
  const { country, level, ...rest } = row
  await db
    .insertInto('boundary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['country', 'level']).doUpdateSet(rest))
    .execute()
}
