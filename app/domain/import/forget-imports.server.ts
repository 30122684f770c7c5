import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { undoDays } from './import.ts'

/** A list that nobody has gone on with for so long is thrown away. */
const abandonedDays = 90

/**
 * Forgets what lists are no longer needed for: their rows name people. Rows go when an import can no
 * longer be taken back, or was; lists that were never applied go whole. Returns how many lists were
 * touched.
 */
export async function forgetImports(db: Db, now: Date): Promise<number> {
  const before = (days: number) => toInstant(new Date(now.getTime() - days * 86_400_000))
  const rows = await db
    .deleteFrom('company_import_row')
    .where('import_id', 'in', (eb) =>
      eb
        .selectFrom('company_import')
        .select('company_import.id')
        .where((or) =>
          or.or([
            or.and([or('status', '=', 'applied'), or('applied_at', '<', before(undoDays))]),
            or.and([or('status', '=', 'undone'), or('undone_at', '<', before(undoDays))]),
          ]),
        ),
    )
    .executeTakeFirst()
  const lists = await db
    .deleteFrom('company_import')
    .where('status', 'in', ['uploaded', 'checked'])
    .where('created_at', '<', before(abandonedDays))
    .executeTakeFirst()
  return Number(rows.numDeletedRows) + Number(lists.numDeletedRows)
}
