import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { toDay } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { contactsToCall, hasSuggestions, suggestionsOfDay } from '#db/queries/calls.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { storedReasons } from './reasons.ts'
import { suggestCalls } from './suggest-calls.server.ts'

interface Deps {
  readonly db: Db
  readonly reference: Reference
  readonly now: Date
}

/**
 * The list of today of a chamber, in order, with the telephone of each firm and of people there who agreed to be kept.
 * It is made when first asked for and stays the same all day.
 */
export async function todaysCalls(deps: Deps, chamber: ChamberGround) {
  const today = toDay(deps.now)
  if (!(await hasSuggestions(deps.db, chamber.id, today))) await makeList(deps, chamber, today)
  const rows = await suggestionsOfDay(deps.db, chamber.id, today)
  const contacts = Map.groupBy(
    await contactsToCall(
      deps.db,
      rows.map((row) => row.company_id),
    ),
    (row) => row.company_id,
  )
  return rows.map((row) => ({
    ...row,
    ...storedReasons.parse(JSON.parse(row.reasons)),
    contacts: contacts.get(row.company_id) ?? [],
  }))
}

export type TodaysCall = Awaited<ReturnType<typeof todaysCalls>>[number]

/** Lists that are being made in this process: two visitors wait for the same one. */
const making = new WeakMap<Db, Map<string, Promise<void>>>()

async function makeList(deps: Deps, chamber: ChamberGround, today: string): Promise<void> {
  const lists = making.get(deps.db) ?? new Map<string, Promise<void>>()
  making.set(deps.db, lists)
  const key = `${chamber.id} ${today}`
  const begun = lists.get(key) ?? store(deps, chamber, today).finally(() => lists.delete(key))
  lists.set(key, begun)
  await begun
}

async function store({ db, reference }: Deps, chamber: ChamberGround, today: string) {
  const list = await suggestCalls({ db, reference }, chamber, today)
  if (list.length === 0) return
  await db.transaction().execute(async (transaction) => {
    // Holds the chamber's row, so that of two processes the second finds the first one's list.
    await transaction
      .updateTable('chamber')
      .set((eb) => ({ name: eb.ref('name') }))
      .where('id', '=', chamber.id)
      .execute()
    if (await hasSuggestions(transaction, chamber.id, today)) return
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
  })
}
