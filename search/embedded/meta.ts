import type { Database } from 'better-sqlite3'
import type { Kind } from '../engine.ts'
import { type PackedWords, wordBytes, wordsFromBytes } from './document-words.ts'
import type { SnapshotPlace } from './snapshot.ts'

/** How many changes other processes and snapshots can catch up on before they must read everything again. */
const CHANGES_KEPT = 50_000
/** Old changes are forgotten so many at a time. */
const FORGOTTEN_TOGETHER = 1000

/** A document that was written or removed. */
export interface Change {
  readonly id: string
  readonly slot: number
  /** What the slot held until then. */
  readonly before: PackedWords
}

/**
 * Reads and writes of what the file says about itself.
 * @param taxonomy fingerprint of the taxonomy that documents are written with
 */
export function openMeta(db: Database, taxonomy: string) {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const write = db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)')
  const unset = db.prepare('DELETE FROM meta WHERE name = ?')
  const change = db.prepare(
    'INSERT INTO change (kind, generation, id, slot, words) VALUES (?, ?, ?, ?, ?)',
  )
  const forget = db.prepare('DELETE FROM change WHERE number <= ?')
  const first = db.prepare<[], number | null>('SELECT min(number) FROM change').pluck()
  const last = db
    .prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'")
    .pluck()
  const since = db.prepare<
    [number, Kind, number],
    { id: string; slot: number; words: Uint8Array | null }
  >(
    `SELECT id, slot, words FROM change
     WHERE number > ? AND kind = ? AND generation = ? ORDER BY number`,
  )
  const ofKind = db.prepare<[number, Kind], { number: number; id: string }>(
    'SELECT number, id FROM change WHERE number > ? AND kind = ? ORDER BY number',
  )
  const idOf = db.prepare<[number], string>('SELECT id FROM change WHERE number = ?').pluck()
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  const lastChange = () => last.get() ?? 0
  const isKnownSince = (number: number) => (first.get() ?? lastChange() + 1) <= number + 1
  return {
    nonce: read.get('nonce') ?? '',
    sequence: () => Number(read.get('sequence') ?? 0),
    /** Whether the file was started while others relied on it, and has not been rebuilt since. */
    awaiting: () => read.get('awaiting') !== undefined,
    /** Whether the documents were written with another taxonomy: their words and codes came from it too. */
    isOfOtherTaxonomy: () =>
      Number(read.get('sequence') ?? 0) > 0 && read.get('taxonomy') !== taxonomy,
    /** Takes the place back to 0, where it stays until a rebuild. */
    awaitRebuild() {
      write.run('awaiting', '1')
      write.run('sequence', '0')
    },
    /** Sets the place exactly, even back: what follows is then applied again, which does no harm. */
    resetSequence: (sequence: number) => {
      write.run('sequence', String(sequence))
      write.run('taxonomy', taxonomy)
      unset.run('awaiting')
    },
    /** Never goes back, and stays 0 while a rebuild is awaited: changes alone do not make it whole. */
    recordSequence(sequence: number) {
      const before = Number(read.get('sequence') ?? 0)
      if (sequence <= before || read.get('awaiting') !== undefined) return
      write.run('sequence', String(sequence))
      if (before === 0) write.run('taxonomy', taxonomy)
    },
    generation: (kind: Kind) => Number(read.get(`generation:${kind}`) ?? 1),
    setGeneration: (kind: Kind, generation: number) => {
      write.run(`generation:${kind}`, String(generation))
    },
    recordChange(kind: Kind, generation: number, { id, slot, before }: Change) {
      change.run(kind, generation, id, slot, before.length > 0 ? wordBytes(before) : null)
    },
    lastChange,
    /** Forgets old changes; those who missed them read everything again. */
    forgetChanges() {
      const number = lastChange() - CHANGES_KEPT
      if (number - (first.get() ?? number) >= FORGOTTEN_TOGETHER) forget.run(number)
    },
    /** What changed after a number in a generation of a kind, in order; null when that is no longer known. */
    changesSince(number: number, kind: Kind, generation: number): Change[] | null {
      if (!isKnownSince(number)) return null
      return since
        .all(number, kind, generation)
        .map(({ id, slot, words }) => ({ id, slot, before: wordsFromBytes(words) }))
    },
    /** Ids that changed after a number in whatever generation of a kind; null when that is no longer known. */
    idsSince(number: number, kind: Kind): { number: number; id: string }[] | null {
      return isKnownSince(number) ? ofKind.all(number, kind) : null
    },
    /** A change as a place of the file, for a snapshot of it. */
    placeAt: (number: number): SnapshotPlace => ({
      change: number,
      changeId: idOf.get(number) ?? null,
    }),
    /** Whether a snapshot's place lies on the way that this file went, so that changes since are known. */
    holds({ change: number, changeId }: SnapshotPlace): boolean {
      if (number > lastChange() || !isKnownSince(number)) return false
      const id = idOf.get(number)
      return id === undefined || changeId === null || id === changeId
    },
    /** Differs from the one before when another connection has written. */
    dataVersion: () => version.get() ?? 0,
  }
}

export type Meta = ReturnType<typeof openMeta>
