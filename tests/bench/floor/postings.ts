import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { ProfileDocument } from '#search/documents/profile.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'

/** What one need asks of the postings: skills and what each adds, prepared before any clock runs. */
export interface Walk {
  readonly skills: Int32Array
  readonly gains: Float32Array
}

/**
 * The least that any ranking by skills must do, and nothing else: for each wanted skill and its near
 * ones go through the people who have it, add up, and keep the best twenty. No hard condition, no
 * evidence, no coverage, no explanation, no update.
 */
export class BarePostings {
  readonly #taxonomy: Taxonomy
  readonly #people: number[][] = []
  #postings: Int32Array[] = []
  #sums = new Float32Array(0)
  #touched = new Int32Array(0)

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
  }

  /** Adds a person under the next number. */
  add(slot: number, profile: ProfileDocument): void {
    for (const { uri } of profile.skills) {
      const skill = this.#taxonomy.skill(uri)
      const people = this.#people[skill]
      if (people) people.push(slot)
      else this.#people[skill] = [slot]
    }
  }

  /** Packs what was added. */
  pack(slots: number): void {
    this.#postings = Array.from(this.#people, (people) => Int32Array.from(people ?? []))
    this.#people.length = 0
    this.#sums = new Float32Array(slots)
    this.#touched = new Int32Array(slots)
  }

  /** What a need asks: the greatest credit of each skill times the weight of what it stands for. */
  walkOf(need: OpportunityDocument): Walk {
    const gains = new Map<number, number>()
    for (const { uri, essential } of need.skills) {
      const wanted = this.#taxonomy.skill(uri)
      const weight = (essential ? 2 : 1) * this.#taxonomy.weight(wanted)
      const { skills, credits } = this.#taxonomy.near(wanted)
      for (let at = 0; at < skills.length; at += 1) {
        const skill = skills[at] as number
        gains.set(skill, (gains.get(skill) ?? 0) + weight * (credits[at] as number))
      }
    }
    return { skills: Int32Array.from(gains.keys()), gains: Float32Array.from(gains.values()) }
  }

  /** The twenty with the greatest sums, best first. */
  best({ skills, gains }: Walk): number[] {
    const sums = this.#sums
    const touched = this.#touched
    let count = 0
    for (let at = 0; at < skills.length; at += 1) {
      const people = this.#postings[skills[at] as number]
      if (!people) continue
      const gain = gains[at] as number
      for (let index = 0; index < people.length; index += 1) {
        const slot = people[index] as number
        const sum = sums[slot] as number
        if (sum === 0) {
          touched[count] = slot
          count += 1
        }
        sums[slot] = sum + gain
      }
    }
    const best: number[] = []
    let least = 0
    for (let at = 0; at < count; at += 1) {
      const slot = touched[at] as number
      const sum = sums[slot] as number
      if (best.length < 20 || sum > least) {
        let place = best.length < 20 ? best.length : 19
        while (place > 0 && (sums[best[place - 1] as number] as number) < sum) {
          best[place] = best[place - 1] as number
          place -= 1
        }
        best[place] = slot
        least = sums[best[best.length - 1] as number] as number
      }
    }
    for (let at = 0; at < count; at += 1) sums[touched[at] as number] = 0
    return best
  }
}
