import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { type Band, bandOfCredits } from '../matching/band.ts'
import { type ExplainedNeed, explainPrepared } from '../matching/explain.ts'
import { type ScoreParts, type Weights, weightsFor } from '../matching/match.ts'
import {
  INFERRED_FACTOR,
  type InferredOccupations,
  occupationLikeness,
  occupationScore,
} from '../matching/occupation-score.ts'
import { type PreparedNeed, type PreparedOffer, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { listIn } from './bits.ts'
import type { Selection } from './columns.ts'
import { OfferEligibility } from './eligibility.ts'
import { Gather } from './gather.ts'
import { FACTORS, OfferColumns, skillOf } from './offer-columns.ts'
import { OfferConditions } from './offer-conditions.ts'
import { occupationScores } from './offer-occupations.ts'
import type { Effort, Eligible, Found, KnownParts, Pairing } from './pairing.ts'
import { Postings, TAG_MASK } from './postings.ts'
import { keepGreatest } from './ranking.ts'
import type { Scratch } from './scratch.ts'
import { SkillCredits } from './skill-credits.ts'
import { loadSkills, saveSkills } from './skill-numbers.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'
import { groupsNear, unitGroup } from './unit-groups.ts'

const EFFORT: Effort = { narrow: 2_000, many: 20_000, visits: 12_000, screened: 400, refined: 40 }

/** All profiles as offers, by slot, to rank them for a need. */
export class OfferIndex {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  readonly #columns: OfferColumns
  readonly #eligibility: OfferEligibility
  readonly #postings = new Postings()
  /** By ISCO-08 unit group, of occupations declared or inferred; the tag is how much they count. */
  readonly #groups = new Postings()
  readonly #credits: SkillCredits
  readonly #gather = new Gather(FACTORS)

  constructor(taxonomy: Taxonomy, scratch: Scratch) {
    this.#taxonomy = taxonomy
    this.#scratch = scratch
    this.#columns = new OfferColumns(taxonomy)
    this.#eligibility = new OfferEligibility(taxonomy, this.#columns)
    this.#credits = new SkillCredits(taxonomy)
  }

  /** One more than the greatest slot ever used. */
  get size(): number {
    return this.#columns.size
  }

  get(slot: number): PreparedOffer | undefined {
    return this.#columns.has(slot) ? this.#columns.get(slot) : undefined
  }

  /** @param inferred occupations inferred before with this same taxonomy, to spare doing it again */
  put(slot: number, offer: Offer, inferred?: InferredOccupations): void {
    this.clear(slot)
    const prepared = prepareOffer(this.#taxonomy, offer, inferred)
    this.#columns.put(slot, offer, prepared)
    this.#eligibility.add(slot)
    this.#eachSkill(slot, (skill, evidence) => this.#postings.add(skill, slot, evidence))
    for (const [group, strength] of strengths(this.#taxonomy, prepared)) {
      this.#groups.add(group, slot, strength)
    }
  }

  clear(slot: number): void {
    if (!this.#columns.has(slot)) return
    this.#eligibility.delete(slot)
    this.#eachSkill(slot, (skill) => this.#postings.remove(skill, slot))
    for (const [group] of strengths(this.#taxonomy, this.#columns.get(slot))) {
      this.#groups.remove(group, slot)
    }
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
  pairing(need: PreparedNeed, document?: ExplainedNeed | Need): Pairing {
    return new OfferPairing(this.#parts(), need, document)
  }

  #parts(): Parts {
    return {
      taxonomy: this.#taxonomy,
      scratch: this.#scratch,
      columns: this.#columns,
      eligibility: this.#eligibility,
      postings: this.#postings,
      groups: this.#groups,
      credits: this.#credits,
      gather: this.#gather,
    }
  }

  #eachSkill(slot: number, visit: (skill: number, evidence: number) => void): void {
    const { skills } = this.#columns
    const start = skills.start(slot)
    for (const packed of skills.data.subarray(start, start + skills.count(slot))) {
      visit(skillOf(packed), packed & 3)
    }
  }
}

interface Parts {
  readonly taxonomy: Taxonomy
  readonly scratch: Scratch
  readonly columns: OfferColumns
  readonly eligibility: OfferEligibility
  readonly postings: Postings
  readonly groups: Postings
  readonly credits: SkillCredits
  readonly gather: Gather
}

class OfferPairing implements Pairing {
  readonly effort = EFFORT
  readonly #parts: Parts
  readonly #need: PreparedNeed
  readonly #document: ExplainedNeed | undefined
  readonly #weights: Weights
  readonly #conditions: OfferConditions
  readonly #namesOccupation: boolean
  readonly #asksNothing: boolean

  constructor(parts: Parts, need: PreparedNeed, document: ExplainedNeed | undefined) {
    const { taxonomy, scratch, columns, credits } = parts
    this.#parts = parts
    this.#need = need
    this.#document = document
    this.#weights = weightsFor(taxonomy, need)
    this.#conditions = new OfferConditions(columns, need, scratch)
    this.#namesOccupation = need.occupation >= 0 || need.isco >= 0
    this.#asksNothing = need.skills.length === 0 && !this.#namesOccupation
    credits.take(need)
  }

  likely(): Uint32Array {
    return this.#parts.eligibility.likely(this.#need, this.#parts.scratch)
  }

  keepReached(selection: Selection): void {
    this.#parts.eligibility.keepReached(this.#need, selection)
  }

  find(eligible: Eligible, visits: number, screened: number): Found {
    const { scratch, gather, postings, groups, credits, columns } = this.#parts
    const need = this.#need
    const weights = this.#weights
    if (this.#asksNothing) return this.#byConditions(eligible)
    gather.begin(columns.size, eligible.words)
    if (weights.skill > 0)
      gather.skills(
        credits.walks(need, weights.skill, postings),
        postings,
        visits,
        screened,
        scratch,
      )
    if (this.#namesOccupation) {
      // Where skills found few, likeness in fewer digits counts as well.
      for (const digits of [4, 3, 2, 1]) {
        if (digits < 3 && gather.count >= screened) break
        for (const group of groupsNear(need.isco, digits)) {
          const likeness = occupationLikeness(
            -1,
            need.isco,
            -2,
            group === unitGroup(-1) ? -1 : group,
          )
          gather.group(groups, group, weights.occupation * Math.max(likeness, 0.15))
        }
      }
    }
    const found = gather.found(scratch)
    if (!eligible.reached) this.keepReached(found)
    const { slots } = found
    const estimates = scratch.values('estimates', found.count)
    for (let at = 0; at < found.count; at++) estimates[at] = gather.sum(slots[at] ?? 0)
    const count = keepGreatest({ slots, estimates, count: found.count }, screened, scratch)
    if (weights.conditions === 0) return { slots, estimates, count }
    const conditions = scratch.values('conditions', count)
    this.#conditions.scores(slots, count, conditions)
    for (let at = 0; at < count; at++) {
      estimates[at] = (estimates[at] ?? 0) + weights.conditions * (conditions[at] ?? 0)
    }
    return { slots, estimates, count }
  }

  parts(slots: Int32Array, count: number, into: KnownParts): void {
    const { taxonomy, columns, credits, scratch } = this.#parts
    const { skill, occupation, conditions } = this.#weights
    const need = this.#need
    if (skill > 0) credits.scores(need, columns.skills, slots, count, skill, into.skills)
    else into.skills.fill(0, 0, count)
    if (this.#namesOccupation) {
      occupationScores(taxonomy, columns, need, scratch, slots, count, occupation, into.occupation)
    } else {
      into.occupation.fill(0, 0, count)
    }
    if (conditions > 0) this.#conditions.scores(slots, count, into.conditions)
    else into.conditions.fill(0, 0, count)
    for (let at = 0; at < count; at++) {
      into.conditions[at] = conditions * (into.conditions[at] ?? 0)
      if (this.#asksNothing) continue
      const fit = (into.skills[at] ?? 0) + (into.occupation[at] ?? 0)
      if (!(fit > 0)) into.skills[at] = Number.NaN
    }
  }

  field(slot: number): number {
    const { field } = this.#need
    if (this.#weights.field === 0 || !field) return 0
    return this.#weights.field * this.#parts.columns.field.score(slot, field)
  }

  fieldMost(): number {
    return this.#need.field === null ? 0 : this.#weights.field
  }

  band(slot: number): Band | null {
    const { taxonomy, columns, credits } = this.#parts
    const need = this.#need
    const named = this.#document ? this.#document.occupation !== null : this.#namesOccupation
    return bandOfCredits(taxonomy, need, credits.best(need, columns.skills, slot), () =>
      named ? occupationScore(taxonomy, need, columns.get(slot)) : null,
    )
  }

  explain(slot: number, parts: ScoreParts): ReturnType<Pairing['explain']> {
    if (!this.#document) throw new Error('A pairing made without its document cannot explain')
    const { taxonomy, columns, credits } = this.#parts
    return explainPrepared(
      taxonomy,
      this.#document,
      columns.document(slot),
      this.#need,
      columns.get(slot),
      { parts, credits: credits.best(this.#need, columns.skills, slot) },
    )
  }

  /** Of an opportunity that names neither skill nor occupation, conditions alone order. */
  #byConditions({ words, reached }: Eligible): Found {
    const { scratch, columns } = this.#parts
    const found = listIn(words, scratch.list('found', columns.size))
    if (!reached) this.keepReached(found)
    const { slots, count } = found
    const estimates = scratch.values('estimates', count)
    if (this.#weights.conditions > 0) this.#conditions.scores(slots, count, estimates)
    else estimates.fill(0, 0, count)
    return { slots, estimates, count }
  }
}

/** The unit groups of an offer's occupations with how much the best of each counts, 1 to 15. */
function strengths(taxonomy: Taxonomy, offer: PreparedOffer): Map<number, number> {
  const groups = new Map<number, number>()
  const add = (isco: number, share: number) => {
    const group = unitGroup(isco)
    const strength = Math.max(1, Math.round(TAG_MASK * share))
    groups.set(group, Math.max(strength, groups.get(group) ?? 0))
  }
  for (const isco of offer.declaredIsco) add(isco, 1)
  offer.inferred.occupations.forEach((occupation, at) => {
    add(taxonomy.isco(occupation), INFERRED_FACTOR * (offer.inferred.probabilities[at] ?? 0))
  })
  return groups
}
