import { setImmediate } from 'node:timers/promises'
import type { ReadDb } from '#db/open.ts'
import { availablePeople, qualifiedPeople, workOfPeople } from '#db/queries/calls.ts'
import type { PeopleCell } from './near-people.server.ts'

type Counted = PeopleCell & { people: number; proven: number }

interface Person {
  readonly placeId: string
  readonly far: boolean
  /** What they have done longest so far; empty at first. */
  occupation: string
  months: number
  proven: 0 | 1
}

/**
 * Available people of a country, counted by where they live and the occupation that they did longest: each once.
 * `unitOf` gives an occupation's ISCO-08 unit group. Reads the rows as they are (half a second for 100,000 people): grouping
 * them by text in SQL takes three times as long. Others have their turn between.
 */
export async function countPeople(
  db: ReadDb,
  country: string,
  unitOf: (occupation: string) => number,
): Promise<PeopleCell[]> {
  const people = await availablePeople(db, country)
  await setImmediate()
  const qualified = await qualifiedPeople(db)
  const byId = new Map<string, Person>()
  for (const { id, place_id, far } of people) {
    if (place_id)
      byId.set(id, { placeId: place_id, far: far === 1, occupation: '', months: -1, proven: 0 })
  }
  for (const id of qualified) {
    const person = byId.get(id)
    if (person) person.proven = 1
  }
  await setImmediate()
  const work = await workOfPeople(db)
  await setImmediate()
  for (const { profile_id, occupation_uri, months } of work) {
    const person = byId.get(profile_id)
    if (!person || !occupation_uri || months < person.months) continue
    // Of two that lasted as long, the same one whatever the order of the rows.
    if (months === person.months && occupation_uri > person.occupation) continue
    person.occupation = occupation_uri
    person.months = months
  }
  const cells = new Map<string, Map<string, Counted>>()
  for (const { placeId, far, occupation, proven } of byId.values()) {
    if (!occupation) continue
    let at = cells.get(placeId)
    if (!at) {
      at = new Map()
      cells.set(placeId, at)
    }
    const key = far ? `far ${occupation}` : occupation
    let cell = at.get(key)
    if (!cell) {
      cell = { placeId, occupation, unit: unitOf(occupation), far, people: 0, proven: 0 }
      at.set(key, cell)
    }
    cell.people += 1
    cell.proven += proven
  }
  return [...cells.values()].flatMap((at) => [...at.values()])
}
