import type { PreparedNeed } from '../matching/prepare.ts'
import { skillWhole } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { FACTORS, SKILL_TAG_BITS, SKILL_TAG_MASK } from './offer-columns.ts'
import type { PackedLists } from './packed-lists.ts'
import type { Postings } from './postings.ts'
import { Walks } from './walks.ts'

/** Which of a need's skills each skill earns credit for, by number, in arrays kept from need to need. */
export class SkillCredits {
  readonly #taxonomy: Taxonomy
  /** One more than the first pair of a skill; 0 for none. */
  #first = new Int32Array(1024)
  #next = new Int32Array(1024)
  #wanted = new Int32Array(1024)
  #credit = new Float64Array(1024)
  #count = 0
  readonly #walks = new Walks()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
  }

  /** Forgets the need before and takes another one. */
  take(need: PreparedNeed): void {
    this.#first.fill(0)
    this.#count = 0
    need.skills.forEach((wanted, index) => {
      const { skills, credits } = this.#taxonomy.near(wanted)
      for (let at = 0; at < skills.length; at++) this.#add(skills[at] ?? 0, index, credits[at] ?? 0)
    })
  }

  #add(skill: number, wanted: number, credit: number): void {
    if (skill >= this.#first.length) {
      const grown = new Int32Array(Math.max(skill + 1, this.#first.length * 2))
      grown.set(this.#first)
      this.#first = grown
    }
    if (this.#count === this.#next.length) {
      const length = this.#count * 2
      const [next, wanteds, credits] = [this.#next, this.#wanted, this.#credit]
      this.#next = new Int32Array(length)
      this.#wanted = new Int32Array(length)
      this.#credit = new Float64Array(length)
      this.#next.set(next)
      this.#wanted.set(wanteds)
      this.#credit.set(credits)
    }
    const pair = this.#count++
    this.#wanted[pair] = wanted
    this.#credit[pair] = credit
    this.#next[pair] = this.#first[skill] ?? 0
    this.#first[skill] = pair + 1
  }

  /** SKILL of each slot, times a weight, into as many places of `into`: by the steps of `skillScore`. */
  scores(
    need: PreparedNeed,
    lists: PackedLists,
    slots: Int32Array,
    count: number,
    weight: number,
    into: Float64Array,
  ): void {
    const first = this.#first
    const next = this.#next
    const wanted = this.#wanted
    const credits = this.#credit
    const factors = FACTORS
    const { data } = lists
    const values = Float64Array.from(need.values)
    const best = new Float64Array(values.length)
    const whole = skillWhole(need.totalValue)
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const start = lists.start(slot)
      const end = start + lists.count(slot)
      let any = false
      for (let place = start; place < end; place++) {
        const packed = data[place] ?? 0
        // Beyond the table is undefined, and so none.
        let pair = first[packed >>> SKILL_TAG_BITS] ?? 0
        while (pair !== 0) {
          const index = wanted[pair - 1] ?? 0
          const credit = (credits[pair - 1] ?? 0) * (factors[packed & SKILL_TAG_MASK] ?? 0)
          if (credit > (best[index] ?? 0)) best[index] = credit
          any = true
          pair = next[pair - 1] ?? 0
        }
      }
      let sum = 0
      if (any) {
        for (let index = 0; index < values.length; index++) {
          sum += (values[index] ?? 0) * (best[index] ?? 0)
          best[index] = 0
        }
      }
      into[at] = weight * (sum / whole)
    }
  }

  /** The best credit of each wanted skill, evidence included, of one slot. */
  best(need: PreparedNeed, lists: PackedLists, slot: number): Float64Array {
    const best = new Float64Array(need.skills.length)
    const start = lists.start(slot)
    for (const packed of lists.data.subarray(start, start + lists.count(slot))) {
      let pair = this.#first[packed >>> SKILL_TAG_BITS] ?? 0
      while (pair !== 0) {
        const index = this.#wanted[pair - 1] ?? 0
        const credit = (this.#credit[pair - 1] ?? 0) * (FACTORS[packed & SKILL_TAG_MASK] ?? 0)
        if (credit > (best[index] ?? 0)) best[index] = credit
        pair = this.#next[pair - 1] ?? 0
      }
    }
    return best
  }

  /** The postings of the need's skills and of those near them, with what each brings to a score. */
  walks(need: PreparedNeed, weight: number, postings: Postings): Walks {
    const walks = this.#walks
    walks.count = 0
    const scale = weight / skillWhole(need.totalValue)
    need.skills.forEach((skill, wanted) => {
      const value = (need.values[wanted] ?? 0) * scale
      const { skills, credits } = this.#taxonomy.near(skill)
      for (let at = 0; at < skills.length; at++) {
        const near = skills[at] ?? 0
        if (postings.count(near) > 0) walks.add(wanted, near, value * (credits[at] ?? 0))
      }
    })
    return walks
  }
}
