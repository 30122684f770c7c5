import type { VocabularyRow } from '#db/queries/taxonomy.ts'
import type { Taxonomy, TaxonomyRows } from '#search/matching/taxonomy.ts'

/** What the simulator draws from: a taxonomy as plain lists of numbers. */
export interface World {
  readonly taxonomy: Taxonomy
  readonly occupations: readonly WorldOccupation[]
  /** Every skill that is no group, with the sum of frequency^0.75 up to and with it. */
  readonly noise: { readonly skills: Int32Array; readonly sums: Float64Array }
  /** Skills, groups left out, directly over, under and beside one. */
  parents(skill: number): readonly number[]
  children(skill: number): readonly number[]
  siblings(skill: number): readonly number[]
}

export interface WorldOccupation {
  readonly uri: string
  readonly isco08: string
  /** Number in the taxonomy. */
  readonly number: number
  readonly isco: number
  readonly essential: readonly number[]
  readonly useful: readonly number[]
}

const LEAST_ESSENTIAL = 5
const FREQUENCY_POWER = 0.75

/** The occupations with at least five essential skills, and the skills around theirs. */
export function worldOf(
  taxonomy: Taxonomy,
  rows: TaxonomyRows,
  vocabulary: readonly VocabularyRow[],
): World {
  const isSkill = new Set(
    vocabulary.filter(({ kind }) => kind === 'skill').map(({ uri }) => taxonomy.skill(uri)),
  )
  const numbers = (uris: readonly string[]) => uris.map((uri) => taxonomy.skill(uri))
  const occupations = [...rows.occupations]
    .filter(({ essential }) => essential.length >= LEAST_ESSENTIAL)
    .map(({ uri, isco08, essential, useful }) => {
      const number = taxonomy.occupation(uri)
      const isco = taxonomy.isco(number)
      return { uri, isco08, number, isco, essential: numbers(essential), useful: numbers(useful) }
    })
  const skills = Int32Array.from(isSkill).sort()
  const { starts } = taxonomy.listings
  const listedBy = (skill: number) => Math.max(0, (starts[skill + 1] ?? 0) - (starts[skill] ?? 0))
  const sums = new Float64Array(skills.length)
  let sum = 0
  skills.forEach((skill, at) => {
    sum += listedBy(skill) ** FREQUENCY_POWER
    sums[at] = sum
  })
  const only = (list: readonly number[]) => list.filter((skill) => isSkill.has(skill))
  const kept = <T>(make: (skill: number) => T) => {
    const cache = new Map<number, T>()
    return (skill: number): T => {
      let found = cache.get(skill)
      if (found === undefined) {
        found = make(skill)
        cache.set(skill, found)
      }
      return found
    }
  }
  return {
    taxonomy,
    occupations,
    noise: { skills, sums },
    parents: kept((skill) => only(taxonomy.parents(skill))),
    children: kept((skill) => only(taxonomy.children(skill))),
    siblings: kept((skill) => [
      ...new Set(
        taxonomy
          .parents(skill)
          .flatMap((parent) => only(taxonomy.children(parent)))
          .filter((other) => other !== skill),
      ),
    ]),
  }
}
