import type { Database, Statement } from 'better-sqlite3'
import { checksumOf } from '../documents/checksum.ts'
import type { DocumentText } from '../documents/common.ts'
import type { CommonFilters, Documents, Filters, Kind } from '../engine.ts'
import { type Facts, FIELDS, type KindFields } from '../fields.ts'
import type { InferredOccupations } from '../matching/occupation-score.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { unitVector } from '../measures.ts'
import { KeywordColumn, NumberColumn, type Selection } from './columns.ts'
import { type Tables, tablesOf } from './file.ts'
import { NeedIndex } from './need-index.ts'
import { OfferIndex } from './offer-index.ts'
import { PointColumn } from './points.ts'
import { Scratch } from './scratch.ts'
import { TextIndex } from './text-index.ts'

interface Row {
  readonly slot: number
  readonly id: string
  readonly facts: string
  readonly inferred: string | null
}

/**
 * One kind's documents: rows and words in the file, and in memory columns by slot (the row's
 * number) for filters, facets, sorting and matching. A document keeps its slot until it is removed.
 */
export class KindIndex<K extends Kind> {
  readonly kind: K
  readonly generation: number
  readonly text: TextIndex
  readonly points = new PointColumn()
  readonly scratch = new Scratch()
  readonly offers: OfferIndex | null
  readonly needs: NeedIndex | null
  readonly #fields: KindFields<K>
  readonly #taxonomy: Taxonomy
  readonly #keywords = new Map<string, KeywordColumn>()
  readonly #numbers = new Map<string, NumberColumn>()
  readonly #slotOf = new Map<string, number>()
  readonly #ids: string[] = []
  #free: number[] = []
  /** What `all` gives, until a document comes or goes. */
  #everything: Int32Array | null = null
  readonly #select: Statement<[string], Row & { text: string }>
  readonly #upsert: Statement
  readonly #delete: Statement

  constructor(db: Database, kind: K, generation: number, taxonomy: Taxonomy) {
    const tables = tablesOf(kind, generation)
    this.kind = kind
    this.generation = generation
    this.text = new TextIndex(db, tables, this.scratch)
    this.offers = kind === 'profile' ? new OfferIndex(taxonomy, this.scratch) : null
    this.needs = kind === 'opportunity' ? new NeedIndex(taxonomy, this.scratch) : null
    this.#fields = FIELDS[kind]
    this.#taxonomy = taxonomy
    for (const name of Object.keys(this.#fields.keywords)) {
      this.#keywords.set(name, new KeywordColumn())
    }
    for (const name of Object.keys(this.#fields.numbers)) {
      this.#numbers.set(name, new NumberColumn())
    }
    const columns = 'slot, id, facts, inferred'
    this.#select = db.prepare(`SELECT ${columns}, text FROM ${tables.document} WHERE id = ?`)
    this.#upsert = db.prepare(
      `INSERT INTO ${tables.document} (${columns}, text, checksum) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (slot) DO UPDATE SET facts = excluded.facts, inferred = excluded.inferred,
         text = excluded.text, checksum = excluded.checksum`,
    )
    this.#delete = db.prepare(`DELETE FROM ${tables.document} WHERE slot = ?`)
    this.#load(db, tables)
  }

  /** How many documents there are. */
  get size(): number {
    return this.#slotOf.size
  }

  /** One more than the greatest slot ever used. */
  get capacity(): number {
    return this.#ids.length
  }

  /** Empty for a slot without a document. */
  id(slot: number): string {
    return this.#ids[slot] ?? ''
  }

  slot(id: string): number | undefined {
    return this.#slotOf.get(id)
  }

  get newest(): NumberColumn | undefined {
    return this.#numbers.get(this.#fields.newest)
  }

  get deadline(): NumberColumn | undefined {
    return this.#fields.deadline === null ? undefined : this.#numbers.get(this.#fields.deadline)
  }

  keyword(name: string): KeywordColumn | undefined {
    return this.#keywords.get(name)
  }

  /** Every document's slot, in an array that lasts until the next read. */
  all(): Selection {
    if (!this.#everything) {
      const slots = new Int32Array(this.#ids.length)
      let count = 0
      for (let slot = 0; slot < this.#ids.length; slot++) {
        if (this.#ids[slot] !== '') slots[count++] = slot
      }
      this.#everything = slots.slice(0, count)
    }
    const slots = this.scratch.integers('selection', this.#everything.length)
    slots.set(this.#everything)
    return { slots, count: this.#everything.length }
  }

  /** The slots among these (which it changes) or all that pass the filters, until the next read. */
  select(filters: Filters[K], among?: Selection): Selection {
    const { id, notId, near }: CommonFilters = filters
    let selection: Selection
    if (among) selection = among
    else if (id) selection = this.#ofIds(id)
    else selection = this.all()
    if (among) keep(selection, (slot) => this.#ids[slot] !== undefined && this.#ids[slot] !== '')
    if (among && id) {
      const allowed = new Set(id)
      keep(selection, (slot) => allowed.has(this.id(slot)))
    }
    if (notId) {
      const excluded = new Set(notId)
      keep(selection, (slot) => !excluded.has(this.id(slot)))
    }
    for (const test of this.#fields.tests(filters)) {
      if (selection.count === 0) break
      if (test.test === 'between') {
        this.#numbers.get(test.column)?.keepBetween(selection, test.min, test.max)
      } else {
        this.#keywords.get(test.column)?.keepAny(selection, test.words, test.test === 'none')
      }
    }
    if (near) this.points.keepNear(selection, unitVector(near), near.km)
    return selection
  }

  #ofIds(ids: readonly string[]): Selection {
    const slots = [...new Set(ids)].flatMap((id) => this.#slotOf.get(id) ?? [])
    return { slots: Int32Array.from(slots), count: slots.length }
  }

  /** Writes a document to the file, inside the caller's transaction; `applied` must follow it. */
  write(document: Documents[K], slot: number): void {
    const { text, ...facts } = document
    this.#upsert.run(
      slot,
      document.id,
      JSON.stringify(facts),
      this.#inferredText(document),
      JSON.stringify(text),
      checksumOf(document),
    )
    this.text.write(slot, text, this.#ids[slot] !== undefined && this.#ids[slot] !== '')
  }

  /** Deletes a document from the file, inside the caller's transaction; `applied` must follow it. */
  erase(slot: number): void {
    this.#delete.run(slot)
    this.text.erase(slot)
  }

  /** The slots that these documents have or, for new ones, will have once applied. */
  slotsFor(documents: readonly { readonly id: string }[]): number[] {
    let fresh = this.#ids.length
    const free = this.#free.slice()
    const planned = new Map<string, number>()
    return documents.map(({ id }) => {
      const slot = this.#slotOf.get(id) ?? planned.get(id) ?? free.pop() ?? fresh++
      planned.set(id, slot)
      return slot
    })
  }

  /** Brings memory in step with what the file holds of an id. */
  applied(id: string): void {
    const row = this.#select.get(id)
    const before = this.#slotOf.get(id)
    if (before !== undefined && before !== row?.slot) {
      this.#clear(before)
      this.text.applied(before, null)
    }
    if (!row) return
    this.#fill(row)
    this.text.applied(row.slot, JSON.parse(row.text) as DocumentText)
  }

  /** A document as stored, from the file; null when there is none. */
  get(id: string): Documents[K] | null {
    const row = this.#select.get(id)
    if (!row) return null
    return { ...JSON.parse(row.facts), text: JSON.parse(row.text) } as Documents[K]
  }

  #load(db: Database, tables: Tables): void {
    const rows = db
      .prepare<[], Row>(`SELECT slot, id, facts, inferred FROM ${tables.document} ORDER BY slot`)
      .iterate()
    for (const row of rows) this.#fill(row)
    this.#free = this.#ids.flatMap((id, slot) => (id === '' ? [slot] : []))
  }

  #fill({ slot, id, facts: json, inferred }: Row): void {
    const facts = JSON.parse(json) as Facts<K>
    // A slot freed and taken again since this process last looked.
    const holder = this.#ids[slot]
    if (holder !== undefined && holder !== '' && holder !== id) this.#clear(slot)
    while (this.#ids.length <= slot) {
      if (this.#ids.length < slot) this.#free.push(this.#ids.length)
      this.#ids.push('')
    }
    if (this.#ids[slot] === '') {
      this.#ids[slot] = id
      this.#slotOf.set(id, slot)
      this.#everything = null
      if (this.#free.length > 0) this.#free = this.#free.filter((free) => free !== slot)
    }
    for (const [name, words] of Object.entries(this.#fields.keywords)) {
      this.#keywords.get(name)?.set(slot, words(facts))
    }
    for (const [name, number] of Object.entries(this.#fields.numbers)) {
      this.#numbers.get(name)?.set(slot, number(facts))
    }
    this.points.set(slot, facts.place)
    if (this.offers) {
      const known = this.#inferredOf(inferred)
      this.offers.set(slot, prepareOffer(this.#taxonomy, facts as Facts<'profile'>, known))
    }
    this.needs?.set(slot, prepareNeed(this.#taxonomy, facts as Facts<'opportunity'>))
  }

  #clear(slot: number): void {
    const id = this.#ids[slot]
    if (id === undefined || id === '') return
    this.#slotOf.delete(id)
    this.#everything = null
    this.#ids[slot] = ''
    this.#free.push(slot)
    for (const column of this.#keywords.values()) column.clear(slot)
    for (const column of this.#numbers.values()) column.set(slot, Number.NaN)
    this.points.set(slot, null)
    this.offers?.clear(slot)
    this.needs?.clear(slot)
  }

  /** What is inferred of a profile is kept in the file, marked with the taxonomy it came from. */
  #inferredText(document: Documents[K]): string | null {
    if (!this.offers) return null
    const { inferred } = prepareOffer(this.#taxonomy, document as Documents['profile'])
    return this.#taxonomy.fingerprint + JSON.stringify(inferred)
  }

  #inferredOf(text: string | null): InferredOccupations | undefined {
    const { fingerprint } = this.#taxonomy
    if (!text?.startsWith(fingerprint)) return undefined
    return JSON.parse(text.slice(fingerprint.length)) as InferredOccupations
  }
}

function keep(selection: Selection, passes: (slot: number) => boolean): void {
  const { slots } = selection
  let kept = 0
  for (let at = 0; at < selection.count; at++) {
    const slot = slots[at] ?? 0
    if (passes(slot)) slots[kept++] = slot
  }
  selection.count = kept
}
