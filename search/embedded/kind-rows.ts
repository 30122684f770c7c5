import type { Database, Statement } from 'better-sqlite3'
import { checksumOf } from '../documents/checksum.ts'
import type { DocumentText } from '../documents/common.ts'
import type { Documents, Kind, ManifestEntry } from '../engine.ts'
import type { Facts } from '../fields.ts'
import { NO_WORDS, type PackedWords, wordBytes, wordsFromBytes } from './document-words.ts'
import { type Tables, tablesOf } from './file.ts'

/** What the file holds of one document for memory to be made from. */
export interface Row<K extends Kind> {
  readonly slot: number
  readonly id: string
  readonly facts: Facts<K>
  /** What is inferred of a profile, behind the fingerprint of the taxonomy it was inferred with. */
  readonly inferred: string | null
  readonly words: PackedWords
}

interface StoredRow {
  readonly slot: number
  readonly id: string
  readonly facts: string
  readonly inferred: string | null
  readonly words: Uint8Array
}

/** The rows of one generation of one kind. Writes happen inside the caller's transaction. */
export class KindRows<K extends Kind> {
  readonly tables: Tables
  readonly #all: Statement<[], StoredRow>
  readonly #allWords: Statement<[], Uint8Array>
  readonly #one: Statement<[string], StoredRow>
  readonly #whole: Statement<[string], { facts: string; text: string }>
  readonly #wordsAt: Statement<[number], Uint8Array>
  readonly #write: Statement
  readonly #delete: Statement
  readonly #newWords: Statement<[number], string>
  readonly #addWord: Statement
  readonly #manifest: Statement<[string, number], ManifestEntry>

  constructor(db: Database, kind: K, generation: number) {
    const tables = tablesOf(kind, generation)
    const { document, word } = tables
    this.tables = tables
    const columns = 'slot, id, facts, inferred, words'
    this.#all = db.prepare(`SELECT ${columns} FROM ${document} ORDER BY slot`)
    this.#allWords = db.prepare<[], Uint8Array>(`SELECT words FROM ${document}`)
    this.#allWords.pluck()
    this.#one = db.prepare(`SELECT ${columns} FROM ${document} WHERE id = ?`)
    this.#whole = db.prepare(`SELECT facts, text FROM ${document} WHERE id = ?`)
    this.#wordsAt = db.prepare<[number], Uint8Array>(`SELECT words FROM ${document} WHERE slot = ?`)
    this.#wordsAt.pluck()
    this.#write = db.prepare(
      `INSERT INTO ${document} (${columns}, text, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (slot) DO UPDATE SET facts = excluded.facts, inferred = excluded.inferred,
         words = excluded.words, text = excluded.text, checksum = excluded.checksum`,
    )
    this.#delete = db.prepare(`DELETE FROM ${document} WHERE slot = ?`)
    this.#newWords = db.prepare<[number], string>(
      `SELECT word FROM ${word} WHERE number >= ? ORDER BY number`,
    )
    this.#newWords.pluck()
    this.#addWord = db.prepare(`INSERT INTO ${word} (number, word) VALUES (?, ?)`)
    this.#manifest = db.prepare(
      `SELECT id, checksum FROM ${document} WHERE id > ? ORDER BY id LIMIT ?`,
    )
  }

  *all(): Generator<Row<K>> {
    for (const row of this.#all.iterate()) yield rowOf(row)
  }

  *allWords(): Generator<PackedWords> {
    for (const words of this.#allWords.iterate()) yield wordsFromBytes(words)
  }

  get(id: string): Row<K> | null {
    const row = this.#one.get(id)
    return row ? rowOf<K>(row) : null
  }

  /** A document as it was put; null when there is none. */
  document(id: string): Documents[K] | null {
    const row = this.#whole.get(id)
    if (!row) return null
    return { ...JSON.parse(row.facts), text: JSON.parse(row.text) } as Documents[K]
  }

  /** The words of the document in a slot; none for an empty one. */
  wordsAt(slot: number): PackedWords {
    return wordsFromBytes(this.#wordsAt.get(slot) ?? null)
  }

  write(
    slot: number,
    document: Documents[K],
    facts: Facts<K>,
    text: DocumentText,
    inferred: string | null,
    words: PackedWords,
  ): void {
    this.#write.run(
      slot,
      document.id,
      JSON.stringify(facts),
      inferred,
      wordBytes(words),
      JSON.stringify(text),
      checksumOf(document),
    )
  }

  delete(slot: number): void {
    this.#delete.run(slot)
  }

  /** The words from a number on, in the order of their numbers, which leave none out. */
  wordsFrom(number: number): string[] {
    return this.#newWords.all(number)
  }

  addWord(number: number, word: string): void {
    this.#addWord.run(number, word)
  }

  /** Ids and checksums after an id, in order. */
  manifest(after: string, most: number): ManifestEntry[] {
    return this.#manifest.all(after, most)
  }
}

function rowOf<K extends Kind>({ slot, id, facts, inferred, words }: StoredRow): Row<K> {
  const packed = words.length > 0 ? wordsFromBytes(words) : NO_WORDS
  return { slot, id, facts: JSON.parse(facts) as Facts<K>, inferred, words: packed }
}
