import type { Documents, Kind, RebuildOptions } from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { isAlive } from './alive.ts'
import { createTables, dropTables, tablesOf } from './file.ts'
import { KindIndex, type Written } from './kind-index.ts'
import { KindRows } from './kind-rows.ts'
import type { Store } from './store.ts'

/** Documents written between two chances for reads to go on: some tens of milliseconds. */
const BATCH = 64
/** With fewer changes of others left to carry over, the rest is carried over together with the swap. */
const FEW_CHANGES = 64
/**
 * Builds a new generation of a kind beside the present one and swaps them in one transaction.
 * Changes that anybody applied meanwhile are carried over before the swap. A snapshot of the new one stands before
 * the swap, so that other processes need not read all its rows.
 */
export async function rebuildKind<K extends Kind>(
  store: Store,
  taxonomy: Taxonomy,
  kind: K,
  documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
  options: RebuildOptions,
): Promise<number> {
  const { db, meta, snapshots } = store
  const { generation, since } = begin(store, kind)
  const tables = tablesOf(kind, generation)
  try {
    const next = new KindIndex(db, kind, generation, taxonomy)
    let batch: Documents[K][] = []
    const flush = async () => {
      const documents = batch
      batch = []
      next.apply(db.transaction(() => writeAll(next, documents)).immediate())
      await pause()
    }
    for await (const document of documents) {
      batch.push(document)
      if (batch.length >= BATCH) await flush()
    }
    await flush()

    let carried = since
    const carry = (most: number) => carryOver(store, next, carried, most)
    for (;;) {
      const { written, upTo, left } = db.transaction(() => carry(BATCH)).immediate()
      next.apply(written)
      carried = upTo
      next.change = meta.lastChange()
      await pause()
      if (left < FEW_CHANGES) break
    }
    let unsaved = next.size
    if (snapshots && next.size >= store.pace.after) {
      unsaved = 0
      await snapshots.write(next as never, meta, { atOnce: false }).catch(() => {
        unsaved = next.size
      })
    }

    const last = db
      .transaction(() => {
        const { written } = carry(Number.POSITIVE_INFINITY)
        for (const change of written) meta.recordChange(kind, generation, change)
        const previous = meta.generation(kind)
        meta.setGeneration(kind, generation)
        // Exactly, even back: after an older database was restored its sequences begin lower.
        if (options.sequence !== undefined) meta.resetSequence(options.sequence)
        db.prepare('DELETE FROM building WHERE kind = ? AND generation = ?').run(kind, generation)
        dropTables(db, tablesOf(kind, previous))
        return { written, change: meta.lastChange() }
      })
      .immediate()
    next.apply(last.written)
    next.change = last.change
    store.replace(next, unsaved + last.written.length)
    snapshots?.tidy(kind, generation)
    return next.size
  } catch (error) {
    snapshots?.delete(kind, generation)
    db.transaction(() => {
      dropTables(db, tables)
      db.prepare('DELETE FROM building WHERE kind = ? AND generation = ?').run(kind, generation)
    }).immediate()
    throw error
  }
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Writes to the next generation, at most so many, what has changed in the present one after a change. Inside the caller's
 * transaction; the caller applies what was written.
 */
function carryOver<K extends Kind>(
  { db, meta }: Store,
  next: KindIndex<K>,
  since: number,
  most: number,
): { written: Written<K>[]; upTo: number; left: number } {
  const { kind } = next
  const changes = meta.idsSince(since, kind)
  if (changes === null) throw new Error(`Too much changed during the rebuild of ${kind}`)
  const present = new KindRows(db, kind, meta.generation(kind))
  const now = changes.slice(0, most)
  const ids = [...new Set(now.map(({ id }) => id))]
  const documents: Documents[K][] = []
  const written: Written<K>[] = []
  for (const id of ids) {
    const document = present.document(id)
    const slot = next.slot(id)
    if (document) documents.push(document)
    else if (slot !== undefined) written.push(next.erase(id, slot))
  }
  written.push(...writeAll(next, documents))
  const left = changes.length - now.length
  const upTo = left > 0 ? (now.at(-1)?.number ?? since) : meta.lastChange()
  return { written, upTo, left }
}

function writeAll<K extends Kind>(
  index: KindIndex<K>,
  documents: readonly Documents[K][],
): Written<K>[] {
  const latest = [...new Map(documents.map((document) => [document.id, document])).values()]
  const slots = index.slotsFor(latest)
  return latest.map((document, at) => index.write(document, slots[at] ?? 0))
}

/** Takes the next generation, after clearing away those whose builder has died. */
function begin(store: Store, kind: Kind): { generation: number; since: number } {
  const { db, meta, snapshots } = store
  return db
    .transaction(() => {
      const rows = db
        .prepare<[string], { generation: number; pid: number }>(
          'SELECT generation, pid FROM building WHERE kind = ?',
        )
        .all(kind)
      let generation = meta.generation(kind)
      for (const row of rows) {
        generation = Math.max(generation, row.generation)
        if (row.pid === process.pid || isAlive(row.pid)) continue
        dropTables(db, tablesOf(kind, row.generation))
        db.prepare('DELETE FROM building WHERE kind = ? AND generation = ?').run(
          kind,
          row.generation,
        )
      }
      generation++
      // What somebody who died had written under this number.
      snapshots?.delete(kind, generation)
      db.prepare('INSERT INTO building (kind, generation, pid) VALUES (?, ?, ?)').run(
        kind,
        generation,
        process.pid,
      )
      createTables(db, tablesOf(kind, generation))
      return { generation, since: meta.lastChange() }
    })
    .immediate()
}
