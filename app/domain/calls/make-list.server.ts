import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Db } from '#db/open.ts'
import { hasSuggestions } from '#db/queries/calls.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { suggestCalls } from './suggest-calls.server.ts'

interface Stores {
  readonly db: Db
  readonly reference: Reference
}

/** Lists that are being made in this process: two visitors, or a visitor and the worker, wait for the same one. */
const making = new WeakMap<Db, Map<string, Promise<number>>>()

/**
 * Makes a chamber's list of a day where there is none, once whoever asks. Returns how many firms are on it as it was
 * made here: 0 where nobody is to be called, or where another process came first.
 */
export async function makeList(
  stores: Stores,
  chamber: ChamberGround,
  today: string,
): Promise<number> {
  const lists = making.get(stores.db) ?? new Map<string, Promise<number>>()
  making.set(stores.db, lists)
  const key = `${chamber.id} ${today}`
  const begun = lists.get(key) ?? store(stores, chamber, today).finally(() => lists.delete(key))
  lists.set(key, begun)
  return begun
}

async function store({ db, reference }: Stores, chamber: ChamberGround, today: string) {
  if (await hasSuggestions(db, chamber.id, today)) return 0
  const list = await suggestCalls({ db, reference }, chamber, today)
  if (list.length === 0) return 0
  return db.transaction().execute(async (transaction) => {
    // Holds the chamber's row, so that of two processes the second finds the first one's list.
    await transaction
      .updateTable('chamber')
      .set((eb) => ({ name: eb.ref('name') }))
      .where('id', '=', chamber.id)
      .execute()
    if (await hasSuggestions(transaction, chamber.id, today)) return 0
    await transaction
      .insertInto('call_suggestion')
      .values(
        list.map(({ companyId, score, stored }, at) => ({
          chamber_id: chamber.id,
          on_day: today,
          company_id: companyId,
          rank: at + 1,
          score,
          reasons: JSON.stringify(stored),
          status: 'open' as const,
          until_day: null,
          why: null,
          decided_by: null,
          decided_at: null,
          engagement_id: null,
          task_id: null,
          relation_before: null,
        })),
      )
      .execute()
    return list.length
  })
}
