import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { type Changes, type Documents, KINDS, type Kind } from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { inodeOf, isDamage, openFile, reopenFile, startAnewAfterDamage } from './file.ts'
import { KindIndex, type Written } from './kind-index.ts'
import { type Meta, openMeta } from './meta.ts'
import { SnapshotOvertaken } from './snapshot.ts'
import { Snapshots } from './snapshots.ts'

type Indexes = { -readonly [K in Kind]: KindIndex<K> }

const MAGIC = 'SQLite format 3\0'
/** When snapshots are written. */
export interface SnapshotPace {
  /** Changes that are worth one, once nobody has written for a while. */
  readonly after: number
  /** That while, in milliseconds. */
  readonly quietMs: number
}

const PACE: SnapshotPace = { after: 1000, quietMs: 3000 }
/** After so many changes nobody waits for a quiet moment. */
const OVERDUE = 20_000
/** After one that could not be written, so many times that while: a full disk is not emptied at once. */
const RETRY = 20
/** At the end, a quarter as many changes are worth one. */
const AT_THE_END = 4

/**
 * The file and what memory holds of it. Each process has its own; every read first catches up with
 * what others have written.
 */
export class Store {
  readonly db: Database
  readonly meta: Meta
  readonly started: 'existing' | 'missing' | 'damaged' | 'version'
  /** Null for a file in memory. */
  readonly snapshots: Snapshots | null
  readonly pace: SnapshotPace
  readonly #file: string
  readonly #inode: number
  readonly #taxonomy: Taxonomy
  readonly #indexes: Indexes
  /** Unlike any version at first: what was committed since loading is caught up with. */
  #dataVersion = Number.NaN
  /** Changes of each kind that its snapshot does not have. */
  readonly #unsaved: Record<Kind, number> = { profile: 0, opportunity: 0, company: 0 }
  #lastWrite = 0
  #timer: NodeJS.Timeout | null = null
  #saving: Promise<void> = Promise.resolve()
  #isFrozen = false
  #isUseless = false
  #sequence = 0

  /** @param lost inode of the file that this one takes the place of while the process runs */
  constructor(file: string, taxonomy: Taxonomy, pace = PACE, lost?: number) {
    this.#file = file
    this.pace = pace
    this.#taxonomy = taxonomy
    this.snapshots = file === ':memory:' ? null : new Snapshots(file, taxonomy.fingerprint)
    const opened = lost === undefined ? openFile(file) : reopenFile(file, lost)
    let { db, started } = opened
    if (started !== 'existing') this.snapshots?.deleteAll()
    try {
      this.meta = openMeta(db, taxonomy.fingerprint)
      this.#indexes = this.#loadAll(db, this.meta)
    } catch (error) {
      db.close()
      if (!isDamage(error) || lost !== undefined) throw error
      started = 'damaged'
      db = startAnewAfterDamage(file)
      this.snapshots?.deleteAll()
      this.meta = openMeta(db, taxonomy.fingerprint)
      this.#indexes = this.#loadAll(db, this.meta)
    }
    if (started === 'existing' && this.meta.isOfOtherTaxonomy()) {
      db.transaction(() => this.meta.awaitRebuild()).immediate()
      started = 'version'
    }
    this.db = db
    this.started = started
    this.#inode = file === ':memory:' ? -1 : inodeOf(file)
    this.sequence()
  }

  /** Identifies the file while it stands. */
  get inode(): number {
    return this.#inode
  }

  /** Whether the file is gone, another one, cut short or overwritten: a look at the disk, some microseconds. */
  isLost(): boolean {
    if (this.#inode < 0) return false
    const found = statSync(this.#file, { throwIfNoEntry: false })
    if (!found || found.ino !== this.#inode || found.size < MAGIC.length) return true
    try {
      const fd = openSync(this.#file, 'r')
      try {
        const bytes = Buffer.alloc(MAGIC.length)
        readSync(fd, bytes, 0, bytes.length, 0)
        return bytes.toString('latin1') !== MAGIC
      } finally {
        closeSync(fd)
      }
    } catch {
      return true
    }
  }

  index<K extends Kind>(kind: K): KindIndex<K> {
    return this.#indexes[kind]
  }

  /** The place in the outbox; 0 when it must be rebuilt. Of a lost file what it last said. */
  sequence(): number {
    if (!this.#isFrozen) this.#sequence = this.meta.sequence()
    return this.#sequence
  }

  /** Takes the place back to 0, where it stays until a rebuild. */
  distrust(): void {
    this.db.transaction(() => this.meta.awaitRebuild()).immediate()
  }

  /** Runs a read on one state of the file, memory in step with it. */
  read<T>(run: () => T): T {
    if (this.#isFrozen) return run()
    this.#followGenerations()
    return this.db.transaction(() => {
      this.#catchUp()
      return run()
    })()
  }

  /** Runs a read of memory alone, in step with the file. */
  readMemory<T>(run: () => T): T {
    if (!this.#isFrozen && this.meta.dataVersion() !== this.#dataVersion) {
      this.#followGenerations()
      this.db.transaction(() => this.#catchUp())()
    }
    return run()
  }

  /** Applies changes and their sequence in one transaction, then brings memory in step. */
  apply(changes: Changes, sequence?: number): void {
    this.#followGenerations()
    const written: { readonly [K in Kind]: Written<K>[] } = {
      profile: [],
      opportunity: [],
      company: [],
    }
    let last = 0
    try {
      this.db
        .transaction(() => {
          this.#catchUp()
          for (const kind of KINDS) this.#write(kind, changes, written[kind])
          if (sequence !== undefined) this.meta.recordSequence(sequence)
          this.meta.forgetChanges()
          last = this.meta.lastChange()
        })
        .immediate()
    } catch (error) {
      for (const kind of KINDS) this.#indexes[kind].discard()
      throw error
    }
    for (const kind of KINDS) this.#applied(kind, written[kind], last)
  }

  /**
   * Applies changes to what is read after the file was lost. Where the file is of no use, the documents
   * are no longer found: better than as they were.
   */
  follow(changes: Changes): void {
    try {
      if (!this.#isUseless) {
        this.apply(changes)
        return
      }
    } catch {
      this.#isUseless = true
    }
    for (const kind of KINDS) {
      const ids = [
        ...(changes.put?.[kind] ?? []).map(({ id }) => id),
        ...(changes.remove?.[kind] ?? []),
      ]
      for (const id of ids) this.#indexes[kind].forget(id)
    }
  }

  /** Puts another generation of a kind in place of the present one, in this process. */
  replace<K extends Kind>(index: KindIndex<K>, unsaved: number): void {
    const indexes: { [L in Kind]?: KindIndex<Kind> } = this.#indexes as never
    indexes[index.kind] = index as never
    this.#unsaved[index.kind] = unsaved
    if (unsaved >= this.pace.after) this.#saveSoon()
    else this.snapshots?.needsNone(index.kind)
  }

  /** Writes snapshots where they are worth it, and closes the file. */
  async close(): Promise<void> {
    this.#stopTimer()
    await this.#saving
    if (!this.#isFrozen) await this.#saveWorth(this.pace.after / AT_THE_END)
    this.#stopTimer()
    this.db.close()
  }

  /** From here on reads see what memory has, whatever becomes of the file: for one that is lost. */
  freeze(): void {
    this.#isFrozen = true
    this.#stopTimer()
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #write<K extends Kind>(kind: K, changes: Changes, written: Written<K>[]): void {
    const index = this.index(kind)
    const puts = new Map<string, Documents[K]>()
    for (const document of changes.put?.[kind] ?? []) puts.set(document.id, document)
    for (const id of new Set(changes.remove?.[kind])) {
      const slot = index.slot(id)
      if (slot !== undefined && !puts.has(id)) written.push(index.erase(id, slot))
    }
    const documents = [...puts.values()]
    const slots = index.slotsFor(documents)
    documents.forEach((document, at) => {
      written.push(index.write(document, slots[at] ?? 0))
    })
    for (const change of written) this.meta.recordChange(kind, index.generation, change)
  }

  #applied<K extends Kind>(kind: K, written: readonly Written<K>[], last: number): void {
    const index = this.index(kind)
    index.apply(written)
    index.change = last
    this.#count(kind, written.length)
  }

  #loadAll(db: Database, meta: Meta): Indexes {
    return {
      profile: this.#load(db, meta, 'profile'),
      opportunity: this.#load(db, meta, 'opportunity'),
      company: this.#load(db, meta, 'company'),
    }
  }

  /** From the snapshot where there is one that fits, else from the rows. */
  #load<K extends Kind>(db: Database, meta: Meta, kind: K): KindIndex<K> {
    const empty = () => new KindIndex(db, kind, meta.generation(kind), this.#taxonomy)
    if (!db.inTransaction && this.snapshots) {
      // Read before the transaction begins, which then sees at least what the snapshot saw.
      const index = empty()
      this.snapshots.tidy(kind, index.generation)
      const place = this.snapshots.load(index as never, meta.nonce)
      const isReplayed = db.transaction(() => {
        if (!place || meta.generation(kind) !== index.generation) return false
        if (!meta.holds(place)) {
          this.snapshots?.delete(kind, index.generation)
          return false
        }
        const changes = meta.changesSince(place.change, kind, index.generation)
        if (changes === null) return false
        index.replay(changes)
        index.change = meta.lastChange()
        this.#unsaved[kind] = changes.length
        return true
      })()
      if (isReplayed) return index
    }
    const read = db.transaction(() => {
      const index = empty()
      index.loadRows()
      index.change = meta.lastChange()
      return index
    })()
    this.#unsaved[kind] = read.size
    if (read.size >= this.pace.after) this.#saveSoon()
    return read
  }

  /** Takes over what others have rebuilt: outside of a transaction, where snapshots can be used. */
  #followGenerations(): void {
    if (this.meta.dataVersion() === this.#dataVersion) return
    for (const kind of KINDS) {
      if (this.#indexes[kind].generation !== this.meta.generation(kind)) this.#reload(kind)
    }
  }

  #catchUp(): void {
    const version = this.meta.dataVersion()
    if (version === this.#dataVersion) return
    const last = this.meta.lastChange()
    for (const kind of KINDS) {
      const index = this.#indexes[kind]
      const { generation } = index
      const changes =
        generation === this.meta.generation(kind)
          ? this.meta.changesSince(index.change, kind, generation)
          : null
      if (changes === null) {
        this.#reload(kind)
        continue
      }
      index.replay(changes)
      index.change = last
      this.#count(kind, changes.length)
    }
    this.#dataVersion = version
  }

  #reload<K extends Kind>(kind: K): void {
    const index = this.#load(this.db, this.meta, kind)
    this.replace(index, this.#unsaved[kind])
  }

  #count(kind: Kind, changes: number): void {
    if (changes === 0) return
    this.#unsaved[kind] += changes
    this.#lastWrite = Date.now()
    if (this.#unsaved[kind] >= this.pace.after) this.#saveSoon()
  }

  /** Writes snapshots at the next quiet moment. */
  #saveSoon(inMs = this.pace.quietMs): void {
    if (this.#timer || !this.snapshots || this.#isFrozen) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      const most = Math.max(...KINDS.map((kind) => this.#unsaved[kind]))
      const isQuiet = Date.now() - this.#lastWrite >= this.pace.quietMs
      if (isQuiet || most >= OVERDUE) {
        this.#saving = this.#saving
          .then(() => this.#saveWorth(this.pace.after))
          // The file cannot be looked at: whoever reads or writes is told.
          .catch(() => this.#saveSoon(RETRY * this.pace.quietMs))
      } else this.#saveSoon()
    }, inMs)
    this.#timer.unref()
  }

  async #saveWorth(changes: number): Promise<void> {
    const { snapshots, meta } = this
    if (!snapshots || this.isLost()) return
    for (const kind of KINDS) {
      const index = this.#indexes[kind] as never as KindIndex<Kind>
      const unsaved = this.#unsaved[kind]
      const saved = snapshots.change(index, meta.nonce)
      const behind = index.change - Math.max(0, saved)
      // The log of changes is common to all kinds: a kind that hardly changes must keep up with it.
      if (unsaved < changes && (index.size === 0 || behind < OVERDUE)) continue
      if (saved >= 0 && behind < changes) {
        // Another process has just written it.
        this.#unsaved[kind] = behind
        snapshots.needsNone(kind)
        continue
      }
      this.#unsaved[kind] = 0
      try {
        await snapshots.write(index, meta, { atOnce: unsaved >= OVERDUE })
      } catch (error) {
        this.#unsaved[kind] += unsaved
        // Anything else is a full disk, most likely: starting takes longer, nothing worse.
        const { quietMs } = this.pace
        this.#saveSoon(error instanceof SnapshotOvertaken ? quietMs : RETRY * quietMs)
      }
    }
  }
}
