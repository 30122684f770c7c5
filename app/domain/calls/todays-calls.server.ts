import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { toDay } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { contactsToCall, hasSuggestions, suggestionsOfDay } from '#db/queries/calls.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { makeList } from './make-list.server.ts'
import { storedReasons } from './reasons.ts'

interface Deps {
  readonly db: Db
  readonly reference: Reference
  readonly now: Date
}

/**
 * The list of today of a chamber, in order, with the telephone of each firm and of people there who agreed to be kept.
 * The worker has made it early in the day, as a rule; where it has not, it is made now. It stays the same all day.
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
