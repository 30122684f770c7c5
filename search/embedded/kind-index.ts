import type { Database } from 'better-sqlite3'
import type { CommonFilters, Documents, Filters, Kind } from '../engine.ts'
import { type Facts, FIELDS, type KindFields } from '../fields.ts'
import { type InferredOccupations, inferOccupations } from '../matching/occupation-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { unitVector } from '../measures.ts'
import { KeywordColumn, type Selection } from './columns.ts'
import { NO_WORDS, numberOf, type PackedWords, WordPacker } from './document-words.ts'
import { KindRows, type Row } from './kind-rows.ts'
import type { Change } from './meta.ts'
import { NeedIndex } from './need-index.ts'
import { NumberColumn } from './number-column.ts'
import { OfferIndex } from './offer-index.ts'
import { PointColumn } from './points.ts'
import { Scratch } from './scratch.ts'
import { Slots } from './slots.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'
import { TextIndex } from './text-index.ts'

/** What a write has done to the file, for memory to follow once it is committed. */
export interface Written<K extends Kind> extends Change {
  /** Null for a removal. */
  readonly document: {
    readonly facts: Facts<K>
    readonly inferred: InferredOccupations | undefined
    readonly words: PackedWords
  } | null
}

/**
 * One kind's documents: rows in the file, and in memory words, columns for filters, facets and sorting, and
 * what matching needs, by slot. A document keeps its slot until it is removed.
 */
export class KindIndex<K extends Kind> {
  readonly kind: K
  readonly generation: number
  readonly rows: KindRows<K>
  readonly scratch = new Scratch()
  readonly text = new TextIndex(this.scratch)
  readonly points = new PointColumn()
  readonly offers: OfferIndex | null
  readonly needs: NeedIndex | null
  /** The last change of the file that memory includes. */
  change = 0
  /** Another after every change of memory. */
  version = 0
  readonly #fields: KindFields<K>
  readonly #taxonomy: Taxonomy
  readonly #keywords = new Map<string, KeywordColumn>()
  readonly #numbers = new Map<string, NumberColumn>()
  readonly #slots = new Slots()
  /** Words that the transaction under way has added to the file. */
  readonly #newWords = new Map<string, number>()
  /** Whether words may be found of slots without a document. */
  #hasStrayWords = false
  readonly #packer = new WordPacker((word) => this.#numberOf(word))

  /** Empty until `loadRows` or `load`. */
  constructor(db: Database, kind: K, generation: number, taxonomy: Taxonomy) {
    this.kind = kind
    this.generation = generation
    this.rows = new KindRows(db, kind, generation)
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
  }

  /** How many documents there are. */
  get size(): number {
    return this.#slots.size
  }

  /** One more than the greatest slot ever used. */
  get capacity(): number {
    return this.#slots.capacity
  }

  /** Empty for a slot without a document. */
  id(slot: number): string {
    return this.#slots.id(slot)
  }

  slot(id: string): number | undefined {
    return this.#slots.of(id)
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

  /** Every document's slot, rising, in an array that lasts until the next read. */
  all(): Selection {
    const everything = this.#slots.all()
    const slots = this.scratch.integers('selection', everything.length)
    slots.set(everything)
    return { slots, count: everything.length }
  }

  /** The slots among these (which it changes) or all that pass the filters, until the next read. */
  select(filters: Filters[K], among?: Selection): Selection {
    const { id, notId, near }: CommonFilters = filters
    const tests = this.#fields.tests(filters)
    const from = near ? unitVector(near) : null
    const around =
      from && !among && !id ? this.points.near(from, near?.km ?? 0, this.scratch) : null
    const selection = among ?? around ?? (id ? this.#ofIds(id) : this.#narrowest(tests))
    if (among && this.#hasStrayWords) keep(selection, (slot) => this.id(slot) !== '')
    if (among && id) {
      const allowed = new Set(id)
      keep(selection, (slot) => allowed.has(this.id(slot)))
    }
    if (notId) {
      const excluded = new Set(notId)
      keep(selection, (slot) => !excluded.has(this.id(slot)))
    }
    for (const test of tests) {
      if (selection.count === 0) break
      if (test.test === 'between') {
        this.#numbers.get(test.column)?.keepBetween(selection, test.min, test.max)
      } else {
        this.#keywords.get(test.column)?.keepAny(selection, test.words, test.test === 'none')
      }
    }
    if (near && from && !around) this.points.keepNear(selection, from, near.km)
    return selection
  }

  /** Whether `select` finds the documents of these filters without looking at all. */
  isIndexed(filters: Filters[K]): boolean {
    const { id, near }: CommonFilters = filters
    if (id || near) return true
    return this.#fields
      .tests(filters)
      .some(
        ({ column, ...test }) =>
          test.test === 'any' &&
          test.words.length === 1 &&
          this.#keywords.get(column)?.listsDocuments,
      )
  }

  /** The documents of a word that a test asks for, where a column keeps them; else all. */
  #narrowest(tests: ReturnType<KindFields<K>['tests']>): Selection {
    for (const test of tests) {
      if (test.test !== 'any' || test.words.length !== 1) continue
      const slots = this.scratch.integers('selection', this.size)
      const held = this.#keywords.get(test.column)?.holding(test.words[0] ?? '', slots)
      if (held) return held
    }
    return this.all()
  }

  #ofIds(ids: readonly string[]): Selection {
    const slots = [...new Set(ids)].flatMap((id) => this.#slots.of(id) ?? [])
    return { slots: Int32Array.from(slots), count: slots.length }
  }

  /** A document as stored, from the file; null when there is none. */
  get(id: string): Documents[K] | null {
    return this.rows.document(id)
  }

  /** The slots that these documents have or, for new ones, will have once applied. */
  slotsFor(documents: readonly { readonly id: string }[]): number[] {
    return this.#slots.planned(documents.map(({ id }) => id))
  }

  /** Writes a document to the file, inside the caller's transaction. */
  write(document: Documents[K], slot: number): Written<K> {
    const { text, ...rest } = document
    const facts = rest as Facts<K>
    const before = this.id(slot) === '' ? NO_WORDS : this.rows.wordsAt(slot)
    const inferred = this.#infer(facts)
    const words = this.#packer.pack(text)
    const marked = inferred ? this.#taxonomy.fingerprint + JSON.stringify(inferred) : null
    this.rows.write(slot, document, facts, text, marked, words)
    return { id: document.id, slot, before, document: { facts, inferred, words } }
  }

  /** Deletes a document from the file, inside the caller's transaction. */
  erase(id: string, slot: number): Written<K> {
    const before = this.rows.wordsAt(slot)
    this.rows.delete(slot)
    return { id, slot, before, document: null }
  }

  /** Brings memory in step with what has been written, after the transaction. */
  apply(written: readonly Written<K>[]): void {
    this.text.learn(this.#newWords.keys())
    this.#newWords.clear()
    this.version++
    for (const { id, slot, before, document } of written) {
      if (document) this.#fill(slot, id, document.facts, document.inferred)
      else this.#clear(slot)
      this.text.replace(slot, before, document?.words ?? NO_WORDS)
    }
  }

  /** Takes a document out of memory alone, when the file cannot tell any more what its words are. */
  forget(id: string): void {
    const slot = this.#slots.of(id)
    if (slot === undefined) return
    this.#clear(slot)
    this.#hasStrayWords = true
  }

  /** Forgets what a transaction that came to nothing has added. */
  discard(): void {
    if (this.#newWords.size === 0) return
    this.#newWords.clear()
    this.#packer.forget()
  }

  /** Brings memory in step with changes that others wrote to the file, all there are since `change`. */
  replay(changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.version++
    this.text.learn(this.rows.wordsFrom(this.text.size))
    // Memory has what each slot held before its first change.
    const before = new Map<number, PackedWords>()
    for (const change of changes) {
      if (!before.has(change.slot)) before.set(change.slot, change.before)
    }
    const rows: Row<K>[] = []
    for (const id of new Set(changes.map((change) => change.id))) {
      const row = this.rows.get(id)
      const slot = this.#slots.of(id)
      if (slot !== undefined && slot !== row?.slot) this.#clear(slot)
      if (row) rows.push(row)
    }
    for (const row of rows) {
      this.#fill(row.slot, row.id, row.facts, this.#inferredOf(row.inferred))
      this.text.replace(row.slot, before.get(row.slot) ?? NO_WORDS, row.words)
      before.delete(row.slot)
    }
    for (const [slot, words] of before) this.text.replace(slot, words, NO_WORDS)
  }

  /** Fills an empty index from the file. */
  loadRows(): void {
    this.text.learn(this.rows.wordsFrom(0))
    const holders = new Int32Array(this.text.size)
    for (const words of this.rows.allWords()) {
      for (const packed of words) holders[numberOf(packed)] = (holders[numberOf(packed)] ?? 0) + 1
    }
    this.text.reserve(holders)
    for (const { slot, id, facts, inferred, words } of this.rows.all()) {
      this.#fill(slot, id, facts, this.#inferredOf(inferred))
      this.text.replace(slot, NO_WORDS, words)
    }
  }

  save(writer: SnapshotWriter): void {
    this.#slots.save(writer.part('slots'))
    this.text.save(writer.part('text'))
    this.points.save(writer.part('points'))
    this.offers?.save(writer.part('offers'))
    this.needs?.save(writer.part('needs'))
    for (const [name, column] of this.#keywords) column.save(writer.part(`keyword.${name}`))
    for (const [name, column] of this.#numbers) column.save(writer.part(`number.${name}`))
  }

  /** Fills an empty index from what was saved. */
  load(reader: SnapshotReader): void {
    this.#slots.load(reader.part('slots'))
    this.text.load(reader.part('text'))
    this.points.load(reader.part('points'))
    this.offers?.load(reader.part('offers'))
    this.needs?.load(reader.part('needs'))
    for (const [name, column] of this.#keywords) column.load(reader.part(`keyword.${name}`))
    for (const [name, column] of this.#numbers) column.load(reader.part(`number.${name}`))
  }

  #numberOf(word: string): number {
    const known = this.text.number(word)
    if (known >= 0) return known
    let number = this.#newWords.get(word)
    if (number === undefined) {
      number = this.text.size + this.#newWords.size
      this.#newWords.set(word, number)
      this.rows.addWord(number, word)
    }
    return number
  }

  #fill(
    slot: number,
    id: string,
    facts: Facts<K>,
    inferred: InferredOccupations | undefined,
  ): void {
    // A slot freed and taken again since this process last looked.
    const holder = this.id(slot)
    if (holder !== '' && holder !== id) this.#clear(slot)
    this.#slots.take(slot, id)
    for (const [name, words] of Object.entries(this.#fields.keywords)) {
      this.#keywords.get(name)?.set(slot, words(facts))
    }
    for (const [name, number] of Object.entries(this.#fields.numbers)) {
      this.#numbers.get(name)?.set(slot, number(facts))
    }
    this.points.set(slot, facts.place)
    this.offers?.put(slot, facts as Facts<'profile'>, inferred)
    this.needs?.put(slot, facts as Facts<'opportunity'>)
  }

  #clear(slot: number): void {
    if (this.id(slot) === '') return
    this.#slots.free(slot)
    for (const column of this.#keywords.values()) column.clear(slot)
    for (const column of this.#numbers.values()) column.set(slot, Number.NaN)
    this.points.set(slot, null)
    this.offers?.clear(slot)
    this.needs?.clear(slot)
  }

  #infer(facts: Facts<K>): InferredOccupations | undefined {
    if (!this.offers) return undefined
    const uris = new Set((facts as Facts<'profile'>).skills.map(({ uri }) => uri))
    const skills = Array.from(uris, (uri) => this.#taxonomy.skill(uri))
    return inferOccupations(this.#taxonomy, skills)
  }

  /** What was inferred of a profile, unless that was with another taxonomy. */
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
