import type { Need } from '../documents/opportunity.ts'
import { type Band, bandOfCredits } from '../matching/band.ts'
import { type ExplainedOffer, explainPrepared } from '../matching/explain.ts'
import type { ScoreParts } from '../matching/match.ts'
import { DIGIT_SHARES, INFERRED_FACTOR, occupationScore } from '../matching/occupation-score.ts'
import {
  ESSENTIAL_WEIGHT,
  type PreparedNeed,
  type PreparedOffer,
  prepareNeed,
  USEFUL_WEIGHT,
} from '../matching/prepare.ts'
import { skillWhole } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import type { Selection } from './columns.ts'
import { Gather } from './gather.ts'
import { FACTS, importanceOf, NeedColumns, OCCUPATION, wantedOf } from './need-columns.ts'
import { NeedConditions } from './need-conditions.ts'
import { NeedEligibility } from './need-eligibility.ts'
import type { Effort, Eligible, Found, KnownParts, Pairing } from './pairing.ts'
import { Postings } from './postings.ts'
import { keepGreatest } from './ranking.ts'
import type { Scratch } from './scratch.ts'
import { loadSkills, saveSkills } from './skill-numbers.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'
import { groupsNear, NOTHING_ASKED, unitGroup } from './unit-groups.ts'
import { Walks } from './walks.ts'

const EFFORT: Effort = { narrow: 800, many: Infinity, visits: 5_000, screened: 500, refined: 80 }
/** Keeps sums of u w(s) within what the gathering holds. */
const SHRUNK = 1 / 1024
/** Of occupations that agree in so many digits from the left. */
const DIGITS_LIKENESS = DIGIT_SHARES.map((_, at) =>
  DIGIT_SHARES.slice(0, at + 1).reduce((sum, share) => sum + share, 0),
)
/** What conditions are taken for until they are looked at. */
const LIKELY_MET = 0.8

/** All opportunities as needs, by slot, to rank them for an offer. */
export class NeedIndex {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  readonly #columns: NeedColumns
  readonly #eligibility: NeedEligibility
  readonly #postings = new Postings()
  /** By ISCO-08 unit group of the occupation. */
  readonly #groups = new Postings()
  readonly #gather = new Gather(Float64Array.of(USEFUL_WEIGHT, ESSENTIAL_WEIGHT))
  /** What the offer at hand earns for each skill; all 0 between pairings but for those of `#earning`. */
  #earned = new Float64Array(1024)
  #earning: number[] = []

  constructor(taxonomy: Taxonomy, scratch: Scratch) {
    this.#taxonomy = taxonomy
    this.#scratch = scratch
    this.#columns = new NeedColumns(taxonomy)
    this.#eligibility = new NeedEligibility(this.#columns)
  }

  /** One more than the greatest slot ever used. */
  get size(): number {
    return this.#columns.size
  }

  get(slot: number): PreparedNeed | undefined {
    return this.#columns.has(slot) ? this.#columns.get(slot) : undefined
  }

  put(slot: number, need: Need): void {
    this.clear(slot)
    this.#columns.put(slot, need, prepareNeed(this.#taxonomy, need))
    this.#eligibility.add(slot)
    this.#eachSkill(slot, (skill, tag) => this.#postings.add(skill, slot, tag))
    const group = this.#groupOf(slot)
    if (group >= 0) this.#groups.add(group, slot, 0)
  }

  clear(slot: number): void {
    if (!this.#columns.has(slot)) return
    this.#eligibility.delete(slot)
    this.#eachSkill(slot, (skill) => this.#postings.remove(skill, slot))
    const group = this.#groupOf(slot)
    if (group >= 0) this.#groups.remove(group, slot)
    this.#columns.clear(slot)
  }

  save(writer: SnapshotWriter): void {
    this.#columns.save(writer.part('columns'))
    this.#postings.save(writer.part('postings'))
    this.#groups.save(writer.part('groups'))
    saveSkills(writer, this.#taxonomy, this.#postings.size)
  }

  /** Takes what was saved, into an empty index. */
  load(reader: SnapshotReader): void {
    const numbers = loadSkills(reader, this.#taxonomy)
    this.#columns.load(reader.part('columns'))
    if (numbers) this.#columns.renumber(numbers)
    else this.#postings.load(reader.part('postings'))
    this.#groups.load(reader.part('groups'))
    for (let slot = 0; slot < this.#columns.size; slot++) {
      if (!this.#columns.has(slot)) continue
      this.#eligibility.add(slot)
      if (numbers) this.#eachSkill(slot, (skill, tag) => this.#postings.add(skill, slot, tag))
    }
  }

  /** @param document what explanations read besides; without it there are none */
  pairing(offer: PreparedOffer, document?: ExplainedOffer): Pairing {
    const earned = this.#earn(offer)
    return new NeedPairing(
      {
        taxonomy: this.#taxonomy,
        scratch: this.#scratch,
        columns: this.#columns,
        eligibility: this.#eligibility,
        postings: this.#postings,
        groups: this.#groups,
        gather: this.#gather,
        earned,
        earning: this.#earning,
      },
      offer,
      document,
    )
  }

  /** The best credit that the offer earns for each skill anybody may want. */
  #earn(offer: PreparedOffer): Float64Array {
    for (const skill of this.#earning) this.#earned[skill] = 0
    const earning: number[] = []
    for (let held = 0; held < offer.skills.length; held++) {
      const { skills, credits } = this.#taxonomy.wantedNear(offer.skills[held] ?? -1)
      const factor = offer.factors[held] ?? 0
      const greatest = skills[skills.length - 1] ?? 0
      if (greatest >= this.#earned.length) {
        const grown = new Float64Array(greatest * 2)
        grown.set(this.#earned)
        this.#earned = grown
      }
      const earned = this.#earned
      for (let at = 0; at < skills.length; at++) {
        const skill = skills[at] ?? 0
        const credit = (credits[at] ?? 0) * factor
        const before = earned[skill] ?? 0
        if (before === 0) earning.push(skill)
        if (credit > before) earned[skill] = credit
      }
    }
    this.#earning = earning
    return this.#earned
  }

  /** -1 for a need that names skills and no occupation. */
  #groupOf(slot: number): number {
    const stated = this.#columns.facts[slot * FACTS + OCCUPATION] ?? 0
    const occupation = this.#columns.occupations.derived[stated - 1]
    if (occupation && (occupation.occupation >= 0 || occupation.isco >= 0)) {
      return unitGroup(occupation.isco)
    }
    return this.#columns.skills.count(slot) === 0 ? NOTHING_ASKED : -1
  }

  #eachSkill(slot: number, visit: (skill: number, tag: number) => void): void {
    const { skills } = this.#columns
    const start = skills.start(slot)
    for (const packed of skills.data.subarray(start, start + skills.count(slot))) {
      visit(wantedOf(packed), packed & 1)
    }
  }
}

interface Parts {
  readonly taxonomy: Taxonomy
  readonly scratch: Scratch
  readonly columns: NeedColumns
  readonly eligibility: NeedEligibility
  readonly postings: Postings
  readonly groups: Postings
  readonly gather: Gather
  readonly earned: Float64Array
  readonly earning: readonly number[]
}

class NeedPairing implements Pairing {
  readonly effort = EFFORT
  readonly #parts: Parts
  readonly #offer: PreparedOffer
  readonly #document: ExplainedOffer | undefined
  readonly #conditions: NeedConditions
  readonly #byOccupation: Float64Array
  readonly #byGroup: Float64Array

  constructor(parts: Parts, offer: PreparedOffer, document: ExplainedOffer | undefined) {
    const { scratch, columns } = parts
    this.#parts = parts
    this.#offer = offer
    this.#document = document
    this.#conditions = new NeedConditions(columns, offer, scratch)
    this.#byOccupation = scratch.unknowns('likeness', columns.occupations.size)
    this.#byGroup = likenessByGroup(parts, offer)
  }

  likely(): Uint32Array {
    return this.#parts.eligibility.likely(this.#offer, this.#parts.scratch)
  }

  keepReached(selection: Selection): void {
    this.#parts.eligibility.keepReached(this.#offer, selection, this.#parts.scratch)
  }

  find(eligible: Eligible, visits: number, screened: number): Found {
    const { scratch, gather, postings, groups, columns } = this.#parts
    gather.begin(columns.size, eligible.words)
    gather.skills(this.#walks(), postings, visits, screened, scratch)
    for (const digits of [4, 3, 2, 1]) {
      if (digits < 3 && gather.count >= screened) break
      for (const isco of this.#iscos()) {
        // Worth nothing here: the occupation is looked at below.
        for (const group of groupsNear(isco, digits)) gather.group(groups, group, 0)
      }
    }
    gather.group(groups, NOTHING_ASKED, 0)
    const found = gather.found(scratch)
    if (!eligible.reached) this.keepReached(found)
    const { slots } = found
    const estimates = scratch.values('estimates', found.count)
    const byGroup = this.#byGroup
    const { isco, totals } = columns
    for (let at = 0; at < found.count; at++) {
      const slot = slots[at] ?? 0
      const { skill, occupation, conditions } = columns.weights(slot)
      const skills = gather.sum(slot) / SHRUNK / skillWhole(totals[slot] ?? 0)
      estimates[at] =
        skill * skills + occupation * (byGroup[isco[slot] ?? -1] ?? 0) + LIKELY_MET * conditions
    }
    const count = keepGreatest({ slots, estimates, count: found.count }, screened, scratch)
    const conditions = scratch.values('conditions', count)
    this.#conditions.scores(slots, count, conditions)
    for (let at = 0; at < count; at++) {
      const weight = columns.weights(slots[at] ?? 0).conditions
      if (weight > 0) {
        estimates[at] = (estimates[at] ?? 0) + weight * ((conditions[at] ?? 0) - LIKELY_MET)
      }
    }
    return { slots, estimates, count }
  }

  parts(slots: Int32Array, count: number, into: KnownParts): void {
    const { columns } = this.#parts
    this.#conditions.scores(slots, count, into.conditions)
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const weights = columns.weights(slot)
      const skills = weights.skill * this.#skills(slot)
      const occupation = weights.occupation * this.#occupation(slot)
      into.skills[at] = skills + occupation > 0 || this.#asksNothing(slot) ? skills : Number.NaN
      into.occupation[at] = occupation
      into.conditions[at] =
        weights.conditions === 0 ? 0 : weights.conditions * (into.conditions[at] ?? 0)
    }
  }

  field(slot: number): number {
    const { columns } = this.#parts
    const { field } = this.#offer
    const weight = columns.weights(slot).field
    return weight === 0 || !field ? 0 : weight * columns.field.score(slot, field)
  }

  fieldMost(slot: number): number {
    return this.#offer.field === null ? 0 : this.#parts.columns.weights(slot).field
  }

  band(slot: number): Band | null {
    const { taxonomy, columns, earned } = this.#parts
    const { skills } = columns
    const start = skills.start(slot)
    const packed = Array.from(skills.data.subarray(start, start + skills.count(slot)))
    const wanted = packed.map(wantedOf)
    const credits = wanted.map((skill) => earned[skill] ?? 0)
    const need = { skills: wanted, importance: packed.map(importanceOf) }
    return bandOfCredits(taxonomy, need, credits, () =>
      (columns.facts[slot * FACTS + OCCUPATION] ?? 0) > 0 ? this.#occupation(slot) : null,
    )
  }

  explain(slot: number, parts: ScoreParts): ReturnType<Pairing['explain']> {
    if (!this.#document) throw new Error('A pairing made without its document cannot explain')
    const { taxonomy, columns, earned } = this.#parts
    const need = columns.get(slot)
    return explainPrepared(taxonomy, columns.document(slot), this.#document, need, this.#offer, {
      parts,
      credits: need.skills.map((skill) => earned[skill] ?? 0),
    })
  }

  /** SKILL, by the steps of `skillScore`. */
  #skills(slot: number): number {
    const { columns, earned, taxonomy } = this.#parts
    const { skills } = columns
    const start = skills.start(slot)
    const end = start + skills.count(slot)
    let sum = 0
    for (let at = start; at < end; at++) {
      const packed = skills.data[at] ?? 0
      const skill = wantedOf(packed)
      const credit = earned[skill] ?? 0
      if (credit > 0) sum += importanceOf(packed) * taxonomy.weight(skill) * credit
    }
    return sum / skillWhole(columns.totals[slot] ?? 0)
  }

  #occupation(slot: number): number {
    const { columns, taxonomy } = this.#parts
    const stated = (columns.facts[slot * FACTS + OCCUPATION] ?? 0) - 1
    if (stated < 0) return 0
    const known = this.#byOccupation[stated] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const wanted = columns.occupations.derived[stated] ?? { occupation: -1, isco: -1 }
    const score = occupationScore(taxonomy, wanted, this.#offer)
    this.#byOccupation[stated] = score
    return score
  }

  #asksNothing(slot: number): boolean {
    const { columns } = this.#parts
    if (columns.skills.count(slot) > 0) return false
    const stated = (columns.facts[slot * FACTS + OCCUPATION] ?? 0) - 1
    const occupation = columns.occupations.derived[stated]
    return !occupation || (occupation.occupation < 0 && occupation.isco < 0)
  }

  #walks(): Walks {
    const { earned, earning, postings, taxonomy } = this.#parts
    const walks = new Walks()
    earning.forEach((skill, at) => {
      if (postings.count(skill) === 0) return
      walks.add(at, skill, taxonomy.weight(skill) * (earned[skill] ?? 0) * SHRUNK)
    })
    return walks
  }

  /** ISCO-08 codes of the offer's occupations, declared and inferred. */
  #iscos(): Set<number> {
    const { taxonomy } = this.#parts
    const inferred = this.#offer.inferred.occupations.map((one) => taxonomy.isco(one))
    return new Set([...this.#offer.declaredIsco, ...inferred])
  }
}

/** What an offer's occupations bring for each ISCO-08 unit group, by its code. */
function likenessByGroup(
  { taxonomy, scratch }: Parts,
  { declaredIsco, inferred }: PreparedOffer,
): Float64Array {
  const values = scratch.doubles('likeness by group', 10_000)
  const add = (isco: number, share: number) => {
    if (isco < 0) return
    for (let digits = 1; digits <= 4; digits++) {
      const likeness = share * (DIGITS_LIKENESS[digits - 1] ?? 0)
      const width = 10 ** (4 - digits)
      const first = Math.trunc(isco / width) * width
      for (let group = first; group < first + width; group++) {
        if (likeness > (values[group] ?? 0)) values[group] = likeness
      }
    }
  }
  for (const isco of declaredIsco) add(isco, 1)
  inferred.occupations.forEach((occupation, at) => {
    add(taxonomy.isco(occupation), INFERRED_FACTOR * (inferred.probabilities[at] ?? 0))
  })
  return values
}
