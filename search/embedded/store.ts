import type { Database } from 'better-sqlite3'
import { type Changes, type Documents, KINDS, type Kind } from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { isDamage, type Meta, openFile, openMeta, recreate } from './file.ts'
import { KindIndex } from './kind-index.ts'

type Indexes = { -readonly [K in Kind]: KindIndex<K> }

/**
 * The file and what memory holds of it. Each process has its own; every read first catches up with
 * what others have written, and sees one state of the file until it ends.
 */
export class Store {
  db: Database
  meta: Meta
  readonly started: 'existing' | 'missing' | 'damaged' | 'version'
  readonly #taxonomy: Taxonomy
  #indexes: Indexes
  /** Unlike any version at first: what was committed since loading is caught up with. */
  #dataVersion = Number.NaN
  #lastChange = 0

  constructor(file: string, taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    const opened = openFile(file)
    this.db = opened.db
    let started = opened.started
    try {
      this.meta = openMeta(this.db)
      this.#indexes = this.#loadAll()
    } catch (error) {
      this.db.close()
      if (!isDamage(error)) throw error
      started = 'damaged'
      this.db = recreate(file)
      this.meta = openMeta(this.db)
      this.#indexes = this.#loadAll()
    }
    this.started = started
  }

  index<K extends Kind>(kind: K): KindIndex<K> {
    return this.#indexes[kind]
  }

  /** Runs a read on one state of the file, memory in step with it. */
  read<T>(run: () => T): T {
    return this.db.transaction(() => {
      this.#catchUp()
      return run()
    })()
  }

  /** Applies changes and their sequence in one transaction, then brings memory in step. */
  apply(changes: Changes, sequence?: number): void {
    const touched: { kind: Kind; id: string }[] = []
    this.db
      .transaction(() => {
        this.#catchUp()
        for (const kind of KINDS) this.#write(kind, changes, touched)
        if (sequence !== undefined) this.meta.recordSequence(sequence)
        if (touched.length > 0) this.meta.forgetChanges()
      })
      .immediate()
    for (const { kind, id } of touched) this.#indexes[kind].applied(id)
    this.#lastChange = this.meta.lastChange()
  }

  /** Puts another generation of a kind in place of the present one, in this process. */
  replace<K extends Kind>(index: KindIndex<K>): void {
    const indexes: { [L in Kind]?: KindIndex<Kind> } = this.#indexes as never
    indexes[index.kind] = index as never
  }

  #write<K extends Kind>(kind: K, changes: Changes, touched: { kind: Kind; id: string }[]): void {
    const index = this.index(kind)
    const puts = new Map<string, Documents[K]>()
    for (const document of changes.put?.[kind] ?? []) puts.set(document.id, document)
    for (const id of new Set(changes.remove?.[kind])) {
      const slot = index.slot(id)
      if (slot === undefined || puts.has(id)) continue
      index.erase(slot)
      this.meta.recordChange(kind, id)
      touched.push({ kind, id })
    }
    const documents = [...puts.values()]
    const slots = index.slotsFor(documents)
    documents.forEach((document, at) => {
      index.write(document, slots[at] ?? 0)
      this.meta.recordChange(kind, document.id)
      touched.push({ kind, id: document.id })
    })
  }

  #loadAll(): Indexes {
    return this.db.transaction(() => {
      this.#lastChange = this.meta.lastChange()
      return {
        profile: this.#load('profile'),
        opportunity: this.#load('opportunity'),
        company: this.#load('company'),
      }
    })()
  }

  #load<K extends Kind>(kind: K): KindIndex<K> {
    return new KindIndex(this.db, kind, this.meta.generation(kind), this.#taxonomy)
  }

  #catchUp(): void {
    const version = this.meta.dataVersion()
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    this.#reloadChanged()
  }

  #reloadChanged(): void {
    const changes = this.meta.changesSince(this.#lastChange)
    for (const kind of KINDS) {
      const known = this.#indexes[kind].generation === this.meta.generation(kind)
      if (!known || changes === null) this.replace(this.#load(kind))
      else
        for (const change of changes)
          if (change.kind === kind) this.#indexes[kind].applied(change.id)
    }
    this.#lastChange = this.meta.lastChange()
  }
}
