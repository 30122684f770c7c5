import { setImmediate } from 'node:timers/promises'
import { countryPack } from '#app/domain/countries/index.ts'
import { toInstant } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { countSkillsIn } from '#db/queries/map-people.ts'
import { keptAnswers } from './kept-answers.server.ts'
import type { PeopleSet } from './publish-people.server.ts'

/** Who holds which skill, by unit (ISO 3166-2) and skill. */
export interface SkillSupply {
  readonly byUnit: ReadonlyMap<string, ReadonlyMap<string, PeopleSet>>
  /** When it was counted. */
  readonly at: string
}

// Seconds of work at 100,000 people.
const kept = keptAnswers<SkillSupply>({ leastMs: 60_000, most: 8 })

/** The skills that available people of a country hold, a minute old at most while data change. */
export function skillSupply(
  { db, now }: { db: ReadDb; now: () => Date },
  country: string,
): Promise<SkillSupply> {
  return kept(db, country, async () => {
    const byUnit = new Map<string, Map<string, PeopleSet>>()
    // Unit by unit: SQLite answers in this process, and one question for all would hold it up for a second.
    for (const { code } of countryPack(country).admin1) {
      const skills = new Map<string, PeopleSet>()
      byUnit.set(code, skills)
      for (const { skill_uri, count, first, last } of await countSkillsIn(db, country, code)) {
        skills.set(skill_uri, { count: Number(count), first: first ?? '', last: last ?? '' })
      }
      await setImmediate()
    }
    return { byUnit, at: toInstant(now()) }
  })
}

/** The same skills in several units together. */
export function supplyIn(supply: SkillSupply, units: readonly string[]): Map<string, PeopleSet> {
  const all = new Map<string, PeopleSet>()
  for (const unit of units) {
    for (const [skill, set] of supply.byUnit.get(unit) ?? []) {
      const before = all.get(skill)
      all.set(skill, before ? union(before, set) : set)
    }
  }
  return all
}

/** Two sets of different people as one. */
function union(a: PeopleSet, b: PeopleSet): PeopleSet {
  return {
    count: a.count + b.count,
    first: a.first < b.first ? a.first : b.first,
    last: a.last > b.last ? a.last : b.last,
  }
}
