import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { toDay } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { chambersWithoutList } from '#db/queries/calls.ts'
import { isListTime } from './list-time.ts'
import { makeList } from './make-list.server.ts'

/** So many lists that nobody worked show that nobody does: the next one is made by a visit. */
const mostUnworked = 5

/**
 * Makes the lists of the day before anybody asks for them, one chamber a call: returns true when one was made and
 * others may wait. Lists are made early on working days of a chamber that has staff and works its lists: firms on a list that
 * nobody reads would count as suggested in vain. Several processes begin at different chambers.
 */
export function listMaker(
  { db, reference }: { readonly db: Db; readonly reference: Reference },
  begin = Math.random(),
): (now: Date) => Promise<boolean> {
  /** By chamber, the day on which there was nobody to call: looked for once. */
  const empty = new Map<string, string>()
  return async (now) => {
    const today = toDay(now)
    const waiting = (await chambersWithoutList(db, today)).filter(
      ({ id, country, unworked }) =>
        Number(unworked) < mostUnworked &&
        empty.get(id) !== today &&
        hasCountryPack(country) &&
        isListTime(countryPack(country).timeZone, now),
    )
    const chamber = waiting[Math.floor(begin * waiting.length)]
    if (!chamber) return false
    const made = await makeList({ db, reference }, chamber, today)
    if (made === 0) empty.set(chamber.id, today)
    return true
  }
}
