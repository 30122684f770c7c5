import type { Need, Pay, WantedLanguage } from '../documents/opportunity.ts'
import type { ExplainedNeed } from '../matching/explain.ts'
import { type Weights, weightsFor } from '../matching/match.ts'
import {
  EMPTY_NEED,
  ESSENTIAL_WEIGHT,
  monthly,
  type PreparedNeed,
  USEFUL_WEIGHT,
} from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { dayNumber } from '../measures.ts'
import { FieldColumn } from './field-column.ts'
import { PackedLists } from './packed-lists.ts'
import { codeLists, homes, occupations, roomFor } from './shared-values.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'
import { Table } from './tables.ts'

export const importanceOf = (packed: number) =>
  (packed & 1) === 1 ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT
export const wantedOf = (packed: number) => packed >>> 1

/** Integers of a slot. */
export const FACTS = 11
export const PLACE = 0
export const LANGUAGES = 1
export const FLAGS = 2
export const PAY = 3
export const START = 4
/** One more than the number of the stated occupation; 0 for none. */
export const OCCUPATION = 5
export const LICENCES = 6
export const COMPANY = 7
const KIND = 8
const CONTRACT = 9
const COUNTRY = 10

const PRESENT = 1
const OPEN = 2
export const REMOTE = 4
const HAS_SKILLS = 8
const STATES_CONDITIONS = 16
const EDUCATION_SHIFT = 5

/** -1 when none is asked. */
export function educationIn(flags: number): number {
  return (flags >>> EDUCATION_SHIFT) - 1
}

interface Languages {
  readonly required: readonly number[]
  readonly useful: readonly number[]
}

/** All that matching reads of the opportunities, packed by slot as the profiles are. */
export class NeedColumns {
  facts = new Int32Array(FACTS * 1024)
  months = new Float64Array(1024)
  /** Places once more, close together: all of them are looked at for each offer. */
  place = new Int32Array(1024)
  /** ISCO-08 codes of the stated occupations likewise; -1 for none. */
  isco = new Int32Array(1024)
  /** Sum of u w(s) over the wanted skills. */
  totals = new Float64Array(1024)
  readonly field: FieldColumn
  /** Wanted skills: the number, and a last bit for essential ones. */
  readonly skills = new PackedLists()

  readonly places = homes()
  readonly languages: Table<readonly WantedLanguage[], Languages>
  readonly pays: Table<Pay | null, { readonly monthly: number; readonly currency: number }>
  readonly starts = new Table((day: string | null) => (day === null ? Number.NaN : dayNumber(day)))
  readonly licences: Table<readonly string[], readonly number[]>
  readonly companies: Table<string, number>
  readonly kinds: Table<string, number>
  readonly contracts: Table<string | null, number>
  readonly countries: Table<string, number>
  readonly occupations: ReturnType<typeof occupations>
  readonly #taxonomy: Taxonomy
  /** By whether a need names skills and states conditions. */
  readonly #weights: readonly Weights[]
  #size = 0

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    this.field = new FieldColumn(taxonomy.fieldDimensions)
    this.languages = new Table((list) => {
      const packed = (required: boolean) =>
        list
          .filter((language) => language.required === required)
          .map(({ code, level }) => taxonomy.code(code) * 8 + level)
      return { required: packed(true), useful: packed(false) }
    })
    this.pays = new Table((pay) => ({
      monthly: pay ? monthly(Math.max(pay.min, pay.max), pay.period) : Number.NaN,
      currency: pay ? taxonomy.code(pay.currency) : -1,
    }))
    this.licences = codeLists(taxonomy)
    this.companies = new Table((id) => taxonomy.code(id))
    this.kinds = new Table((kind) => taxonomy.code(kind))
    this.contracts = new Table((contract) => (contract === null ? -1 : taxonomy.code(contract)))
    this.countries = new Table((country) => taxonomy.code(country))
    this.occupations = occupations(taxonomy)
    this.#weights = [0, 1, 2, 3].map((which) =>
      weightsFor(taxonomy, {
        ...EMPTY_NEED,
        skills: (which & 1) === 1 ? [0] : [],
        months: (which & 2) === 2 ? 1 : 0,
      }),
    )
  }

  /** One more than the greatest slot ever used. */
  get size(): number {
    return this.#size
  }

  has(slot: number): boolean {
    return slot < this.#size && (this.flags(slot) & PRESENT) !== 0
  }

  put(slot: number, need: Need, prepared: PreparedNeed): void {
    if (slot >= this.#size) this.#size = slot + 1
    this.facts = roomFor(this.facts, this.#size * FACTS)
    this.months = roomFor(this.months, this.#size)
    this.totals = roomFor(this.totals, this.#size)
    this.place = roomFor(this.place, this.#size)
    this.isco = roomFor(this.isco, this.#size)
    const { place, occupation, pay } = need
    const at = slot * FACTS
    const facts = this.facts
    facts[at + PLACE] = this.places.number([place?.lat ?? null, place?.lng ?? null, null])
    facts[at + LANGUAGES] = this.languages.number(
      need.languages.map(({ code, level, required }) => ({ code, level, required })),
    )
    facts[at + PAY] = this.pays.number(
      pay && { min: pay.min, max: pay.max, currency: pay.currency, period: pay.period },
    )
    facts[at + START] = this.starts.number(need.start)
    facts[at + OCCUPATION] = occupation
      ? this.occupations.number([occupation.uri, occupation.isco08]) + 1
      : 0
    facts[at + LICENCES] = this.licences.number(need.licences)
    facts[at + COMPANY] = this.companies.number(need.companyId)
    facts[at + KIND] = this.kinds.number(need.kind)
    facts[at + CONTRACT] = this.contracts.number(need.contract)
    facts[at + COUNTRY] = this.countries.number(need.country)
    facts[at + FLAGS] =
      PRESENT |
      (prepared.open ? OPEN : 0) |
      (prepared.remote ? REMOTE : 0) |
      (prepared.skills.length > 0 ? HAS_SKILLS : 0) |
      (weightsFor(this.#taxonomy, prepared).conditions > 0 ? STATES_CONDITIONS : 0) |
      ((prepared.education + 1) << EDUCATION_SHIFT)
    this.#keepClose(slot)
    this.months[slot] = prepared.months
    this.totals[slot] = prepared.totalValue
    this.field.set(slot, prepared.field)
    this.skills.set(
      slot,
      prepared.skills.map(
        (skill, i) => (skill << 1) | (prepared.importance[i] === ESSENTIAL_WEIGHT ? 1 : 0),
      ),
    )
  }

  clear(slot: number): void {
    this.facts.fill(0, slot * FACTS, (slot + 1) * FACTS)
    this.field.set(slot, null)
    this.skills.set(slot, [])
  }

  flags(slot: number): number {
    return this.facts[slot * FACTS + FLAGS] ?? 0
  }

  weights(slot: number): Weights {
    const flags = this.flags(slot)
    const which = ((flags & HAS_SKILLS) === 0 ? 0 : 1) + ((flags & STATES_CONDITIONS) === 0 ? 0 : 2)
    const weights = this.#weights[which]
    if (!weights) throw new RangeError(`No weights for ${which}`)
    return weights
  }

  /** What columns hold of a slot, as scoring takes it. */
  get(slot: number): PreparedNeed {
    const at = slot * FACTS
    const flags = this.flags(slot)
    const packed = this.#skillsOf(slot)
    const skills = packed.map(wantedOf)
    const importance = packed.map(importanceOf)
    const values = skills.map((skill, i) => (importance[i] ?? 0) * this.#taxonomy.weight(skill))
    const occupation = this.occupations.derived[(this.facts[at + OCCUPATION] ?? 0) - 1]
    const pay = this.pays.derived[this.facts[at + PAY] ?? 0]
    const languages = this.languages.derived[this.facts[at + LANGUAGES] ?? 0]
    return {
      open: (flags & OPEN) !== 0,
      country: this.countries.derived[this.facts[at + COUNTRY] ?? 0] ?? -1,
      company: this.companies.derived[this.facts[at + COMPANY] ?? 0] ?? -1,
      kind: this.kinds.derived[this.facts[at + KIND] ?? 0] ?? -1,
      contract: this.contracts.derived[this.facts[at + CONTRACT] ?? 0] ?? -1,
      occupation: occupation?.occupation ?? -1,
      isco: occupation?.isco ?? -1,
      skills,
      importance,
      values,
      totalValue: this.totals[slot] ?? 0,
      requiredLanguages: languages?.required ?? [],
      usefulLanguages: languages?.useful ?? [],
      education: educationIn(flags),
      months: this.months[slot] ?? 0,
      licences: this.licences.derived[this.facts[at + LICENCES] ?? 0] ?? [],
      point: this.places.derived[this.facts[at + PLACE] ?? 0]?.point ?? null,
      remote: (flags & REMOTE) !== 0,
      startDay: this.starts.derived[this.facts[at + START] ?? 0] ?? Number.NaN,
      monthlyPay: pay?.monthly ?? Number.NaN,
      currency: pay?.currency ?? -1,
      field: this.field.get(slot),
    }
  }

  /** What columns hold of a slot, as explanations take it. */
  document(slot: number): ExplainedNeed {
    const at = slot * FACTS
    const stated = this.occupations.values[(this.facts[at + OCCUPATION] ?? 0) - 1]
    return {
      occupation: stated ? { uri: stated[0], isco08: stated[1] } : null,
      languages: this.languages.values[this.facts[at + LANGUAGES] ?? 0] ?? [],
      licences: this.licences.values[this.facts[at + LICENCES] ?? 0] ?? [],
      remote: (this.flags(slot) & REMOTE) !== 0,
      start: this.starts.values[this.facts[at + START] ?? 0] ?? null,
      pay: this.pays.values[this.facts[at + PAY] ?? 0] ?? null,
    }
  }

  save(writer: SnapshotWriter): void {
    const size = this.#size
    writer.json('size', size)
    writer.array('facts', this.facts.subarray(0, size * FACTS))
    writer.array('months', this.months.subarray(0, size))
    writer.array('totals', this.totals.subarray(0, size))
    this.field.save(writer.part('field'), size)
    this.skills.save(writer.part('skills'))
    for (const [name, table] of this.#tables()) table.save(writer, name)
  }

  load(reader: SnapshotReader): void {
    this.#size = reader.json('size') as number
    const size = this.#size + 1024
    this.facts = reader.array('facts', 'Int32Array', size * FACTS)
    this.months = reader.array('months', 'Float64Array', size)
    this.totals = reader.array('totals', 'Float64Array', size)
    this.field.load(reader.part('field'))
    this.skills.load(reader.part('skills'))
    for (const [name, table] of this.#tables()) table.load(reader, name)
    this.place = new Int32Array(size)
    this.isco = new Int32Array(size)
    for (let slot = 0; slot < this.#size; slot++) this.#keepClose(slot)
  }

  /** What all needs are looked at by, once more in arrays of their own. */
  #keepClose(slot: number): void {
    const at = slot * FACTS
    this.place[slot] = this.facts[at + PLACE] ?? 0
    this.isco[slot] = this.occupations.derived[(this.facts[at + OCCUPATION] ?? 0) - 1]?.isco ?? -1
  }

  /** Gives skills other numbers, just after loading. */
  renumber(numbers: Int32Array): void {
    for (let slot = 0; slot < this.#size; slot++) {
      const packed = this.#skillsOf(slot)
      this.skills.set(
        slot,
        packed.map((one) => ((numbers[wantedOf(one)] ?? 0) << 1) | (one & 1)),
      )
    }
  }

  #skillsOf(slot: number): number[] {
    const start = this.skills.start(slot)
    return Array.from(this.skills.data.subarray(start, start + this.skills.count(slot)))
  }

  #tables(): [string, Pick<Table<unknown, unknown>, 'save' | 'load'>][] {
    return [
      ['places', this.places],
      ['languages', this.languages],
      ['pays', this.pays],
      ['starts', this.starts],
      ['licences', this.licences],
      ['companies', this.companies],
      ['kinds', this.kinds],
      ['contracts', this.contracts],
      ['countries', this.countries],
      ['occupations', this.occupations],
    ]
  }
}
