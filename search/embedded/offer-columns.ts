import type { LanguageLevel } from '../documents/common.ts'
import type { Evidence, MinimumPay, Offer, SpokenLanguage } from '../documents/profile.ts'
import type { ExplainedOffer } from '../matching/explain.ts'
import { INFERRED_COUNT } from '../matching/occupation-score.ts'
import { EVIDENCE_FACTOR, monthly, type PreparedOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { dayNumber } from '../measures.ts'
import { FieldColumn } from './field-column.ts'
import { PackedLists } from './packed-lists.ts'
import { codeLists, homes, occupations, roomFor } from './shared-values.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'
import { Table } from './tables.ts'

/** Evidence as a skill's tag. */
export const EVIDENCE: readonly Evidence[] = ['self', 'employer', 'certified', 'assessed']
/** What evidence leaves of a credit, by tag. */
export const FACTORS = Float64Array.from(EVIDENCE, (evidence) => EVIDENCE_FACTOR[evidence])
export const SKILL_TAG_BITS = 2
export const SKILL_TAG_MASK = 3

export const skillOf = (packed: number) => packed >>> SKILL_TAG_BITS
export const factorOf = (packed: number) => FACTORS[packed & 3] ?? 0

/** Integers of a slot, in one line of memory. */
export const FACTS = 8
export const HOME = 0
export const LANGUAGES = 1
export const FLAGS = 2
export const PAY = 3
export const AVAILABLE = 4
export const KINDS = 5
export const CONTRACTS = 6
export const LICENCES = 7

export const PRESENT = 1
export const ACTIVE = 2
export const RELOCATE = 4
export const REMOTE = 8
/** Education above the flags, 0 for not stated; then the country. */
export const EDUCATION_SHIFT = 4
export const EDUCATION_MASK = 31
export const COUNTRY_SHIFT = 9

/**
 * All that matching reads of the profiles, packed by slot: no object a profile, so that a million fit,
 * the collector has nothing to walk and a snapshot is written and read as it stands.
 */
export class OfferColumns {
  facts = new Int32Array(FACTS * 1024)
  months = new Float64Array(1024)
  /** Homes once more, close together: all of them are looked at for each need. */
  home = new Int32Array(1024)
  inferred = new Int32Array(INFERRED_COUNT * 1024).fill(-1)
  probabilities = new Float64Array(INFERRED_COUNT * 1024)
  readonly field: FieldColumn
  /** Skill numbers with the evidence as their last two bits. */
  readonly skills = new PackedLists()
  /** Declared occupations, as numbers of `occupations`. */
  readonly declared = new PackedLists()
  /** Blocked companies, as numbers of `companies`. */
  readonly blocked = new PackedLists()

  readonly homes = homes()
  readonly languages: Table<readonly SpokenLanguage[], readonly number[]>
  readonly pays: Table<MinimumPay | null, { readonly monthly: number; readonly currency: number }>
  /** First days, with the number of the day: -Infinity for at once. */
  readonly days = new Table((day: string | null) => (day === null ? -Infinity : dayNumber(day)))
  readonly kinds: Table<readonly string[], readonly number[]>
  readonly contracts: Table<readonly string[], readonly number[]>
  readonly licences: Table<readonly string[], readonly number[]>
  readonly countries: Table<string, number>
  readonly companies: Table<string, number>
  readonly occupations: ReturnType<typeof occupations>
  readonly #taxonomy: Taxonomy
  #size = 0

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    this.field = new FieldColumn(taxonomy.fieldDimensions)
    this.languages = new Table((list) =>
      list.map(({ code, level }) => taxonomy.code(code) * 8 + level),
    )
    this.pays = new Table((pay) => ({
      monthly: pay ? monthly(pay.amount, pay.period) : Number.NaN,
      currency: pay ? taxonomy.code(pay.currency) : -1,
    }))
    this.kinds = codeLists(taxonomy)
    this.contracts = codeLists(taxonomy)
    this.licences = codeLists(taxonomy)
    this.countries = new Table((code) => taxonomy.code(code))
    this.companies = new Table((id) => taxonomy.code(id))
    this.occupations = occupations(taxonomy)
  }

  /** One more than the greatest slot ever used. */
  get size(): number {
    return this.#size
  }

  has(slot: number): boolean {
    return slot < this.#size && ((this.facts[slot * FACTS + FLAGS] ?? 0) & PRESENT) !== 0
  }

  put(slot: number, offer: Offer, prepared: PreparedOffer): void {
    if (slot >= this.#size) this.#size = slot + 1
    this.facts = roomFor(this.facts, this.#size * FACTS)
    this.months = roomFor(this.months, this.#size)
    this.home = roomFor(this.home, this.#size)
    this.inferred = roomFor(this.inferred, this.#size * INFERRED_COUNT)
    this.probabilities = roomFor(this.probabilities, this.#size * INFERRED_COUNT)
    const { place } = offer
    const at = slot * FACTS
    const facts = this.facts
    facts[at + HOME] = this.homes.number([place?.lat ?? null, place?.lng ?? null, offer.radiusKm])
    facts[at + LANGUAGES] = this.languages.number(
      offer.languages.map(({ code, level }) => ({ code, level })),
    )
    facts[at + PAY] = this.pays.number(
      offer.minPay && {
        amount: offer.minPay.amount,
        currency: offer.minPay.currency,
        period: offer.minPay.period,
      },
    )
    facts[at + AVAILABLE] = this.days.number(offer.availableFrom)
    facts[at + KINDS] = this.kinds.number(offer.kinds)
    facts[at + CONTRACTS] = this.contracts.number(offer.contracts)
    facts[at + LICENCES] = this.licences.number(offer.licences)
    facts[at + FLAGS] =
      PRESENT |
      (offer.status === 'active' ? ACTIVE : 0) |
      (offer.relocate ? RELOCATE : 0) |
      (offer.remote ? REMOTE : 0) |
      ((prepared.education + 1) << EDUCATION_SHIFT) |
      (this.countries.number(offer.country) << COUNTRY_SHIFT)
    this.home[slot] = facts[at + HOME] ?? 0
    this.months[slot] = prepared.months
    const { occupations: likely, probabilities } = prepared.inferred
    for (let i = 0; i < INFERRED_COUNT; i++) {
      this.inferred[slot * INFERRED_COUNT + i] = likely[i] ?? -1
      this.probabilities[slot * INFERRED_COUNT + i] = probabilities[i] ?? 0
    }
    this.field.set(slot, prepared.field)
    this.skills.set(slot, packedSkills(this.#taxonomy, offer, prepared))
    this.declared.set(
      slot,
      offer.occupations.map(({ uri, isco08 }) => this.occupations.number([uri, isco08])),
    )
    this.blocked.set(
      slot,
      offer.blockedCompanyIds.map((id) => this.companies.number(id)),
    )
  }

  clear(slot: number): void {
    this.facts.fill(0, slot * FACTS, (slot + 1) * FACTS)
    this.field.set(slot, null)
    this.skills.set(slot, [])
    this.declared.set(slot, [])
    this.blocked.set(slot, [])
  }

  flags(slot: number): number {
    return this.facts[slot * FACTS + FLAGS] ?? 0
  }

  /** What columns hold of a slot, as scoring takes it. */
  get(slot: number): PreparedOffer {
    const at = slot * FACTS
    const flags = this.flags(slot)
    const home = this.homes.derived[this.facts[at + HOME] ?? 0]
    const pay = this.pays.derived[this.facts[at + PAY] ?? 0]
    const skills = this.#list(this.skills, slot)
    const declared = this.#list(this.declared, slot).map((n) => this.occupations.derived[n])
    const inferred = [...this.inferred.subarray(slot * INFERRED_COUNT, (slot + 1) * INFERRED_COUNT)]
    const likely = inferred.filter((occupation) => occupation >= 0)
    return {
      active: (flags & ACTIVE) !== 0,
      country: this.countries.derived[flags >>> COUNTRY_SHIFT] ?? -1,
      kinds: this.kinds.derived[this.facts[at + KINDS] ?? 0] ?? [],
      contracts: this.contracts.derived[this.facts[at + CONTRACTS] ?? 0] ?? [],
      licences: this.licences.derived[this.facts[at + LICENCES] ?? 0] ?? [],
      blocked: this.#list(this.blocked, slot).map((n) => this.companies.derived[n] ?? -1),
      languages: this.languages.derived[this.facts[at + LANGUAGES] ?? 0] ?? [],
      education: educationIn(flags),
      months: this.months[slot] ?? 0,
      point: home?.point ?? null,
      radiusKm: home?.radiusKm ?? Number.NaN,
      reach: home?.reach ?? Number.NaN,
      relocate: (flags & RELOCATE) !== 0,
      remote: (flags & REMOTE) !== 0,
      availableDay: this.days.derived[this.facts[at + AVAILABLE] ?? 0] ?? -Infinity,
      monthlyPay: pay?.monthly ?? Number.NaN,
      currency: pay?.currency ?? -1,
      skills: skills.map(skillOf),
      factors: skills.map(factorOf),
      declared: declared.map((one) => one?.occupation ?? -1),
      declaredIsco: declared.map((one) => one?.isco ?? -1),
      inferred: {
        occupations: likely,
        probabilities: likely.map((_, i) => this.probabilities[slot * INFERRED_COUNT + i] ?? 0),
      },
      field: this.field.get(slot),
    }
  }

  /** What columns hold of a slot, as explanations take it. */
  document(slot: number): ExplainedOffer {
    const at = slot * FACTS
    const flags = this.flags(slot)
    return {
      skills: this.#list(this.skills, slot).map((packed) => ({
        uri: this.#taxonomy.skillUri(skillOf(packed)),
        evidence: EVIDENCE[packed & 3] ?? 'self',
      })),
      occupations: this.#list(this.declared, slot).map((n) => {
        const [uri, isco08] = this.occupations.values[n] ?? ['', '']
        return { uri, isco08 }
      }),
      languages: (this.languages.values[this.facts[at + LANGUAGES] ?? 0] ?? []) as readonly {
        code: string
        level: LanguageLevel
      }[],
      licences: this.licences.values[this.facts[at + LICENCES] ?? 0] ?? [],
      education: educationIn(flags) < 0 ? null : educationIn(flags),
      radiusKm: this.homes.values[this.facts[at + HOME] ?? 0]?.[2] ?? null,
      relocate: (flags & RELOCATE) !== 0,
      remote: (flags & REMOTE) !== 0,
      availableFrom: this.days.values[this.facts[at + AVAILABLE] ?? 0] ?? null,
      minPay: this.pays.values[this.facts[at + PAY] ?? 0] ?? null,
    }
  }

  save(writer: SnapshotWriter): void {
    const size = this.#size
    writer.json('size', size)
    writer.array('facts', this.facts.subarray(0, size * FACTS))
    writer.array('months', this.months.subarray(0, size))
    writer.array('inferred', this.inferred.subarray(0, size * INFERRED_COUNT))
    writer.array('probabilities', this.probabilities.subarray(0, size * INFERRED_COUNT))
    this.field.save(writer.part('field'), size)
    for (const [name, lists] of this.#lists()) lists.save(writer.part(name))
    for (const [name, table] of this.#tables()) table.save(writer, name)
  }

  load(reader: SnapshotReader): void {
    this.#size = reader.json('size') as number
    const size = this.#size + 1024
    this.facts = reader.array('facts', 'Int32Array', size * FACTS)
    this.months = reader.array('months', 'Float64Array', size)
    this.home = Int32Array.from({ length: size }, (_, slot) => this.facts[slot * FACTS + HOME] ?? 0)
    this.inferred = reader.array('inferred', 'Int32Array', size * INFERRED_COUNT)
    this.probabilities = reader.array('probabilities', 'Float64Array', size * INFERRED_COUNT)
    this.field.load(reader.part('field'))
    for (const [name, lists] of this.#lists()) lists.load(reader.part(name))
    for (const [name, table] of this.#tables()) table.load(reader, name)
  }

  /** Gives skills other numbers, just after loading. */
  renumber(numbers: Int32Array): void {
    for (let slot = 0; slot < this.#size; slot++) {
      const packed = this.#list(this.skills, slot)
      this.skills.set(
        slot,
        packed.map((one) => ((numbers[skillOf(one)] ?? 0) << SKILL_TAG_BITS) | (one & 3)),
      )
    }
  }

  #list(lists: PackedLists, slot: number): number[] {
    const start = lists.start(slot)
    return Array.from(lists.data.subarray(start, start + lists.count(slot)))
  }

  #lists(): [string, PackedLists][] {
    return [
      ['skills', this.skills],
      ['declared', this.declared],
      ['blocked', this.blocked],
    ]
  }

  #tables(): [string, Pick<Table<unknown, unknown>, 'save' | 'load'>][] {
    return [
      ['homes', this.homes],
      ['languages', this.languages],
      ['pays', this.pays],
      ['days', this.days],
      ['kinds', this.kinds],
      ['contracts', this.contracts],
      ['licences', this.licences],
      ['countries', this.countries],
      ['companies', this.companies],
      ['occupations', this.occupations],
    ]
  }
}

/** -1 when not stated. */
export function educationIn(flags: number): number {
  return ((flags >>> EDUCATION_SHIFT) & EDUCATION_MASK) - 1
}

/** Each skill once, in the order of the prepared ones, with the best evidence. */
function packedSkills(taxonomy: Taxonomy, offer: Offer, prepared: PreparedOffer): number[] {
  const best = new Map<number, number>()
  for (const { uri, evidence } of offer.skills) {
    const skill = taxonomy.skill(uri)
    const tag = EVIDENCE.indexOf(evidence)
    const known = best.get(skill)
    if (known === undefined || (FACTORS[tag] ?? 0) > (FACTORS[known] ?? 0)) best.set(skill, tag)
  }
  return prepared.skills.map((skill) => (skill << SKILL_TAG_BITS) | (best.get(skill) ?? 0))
}
