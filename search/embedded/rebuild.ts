import type { Documents, Kind, RebuildOptions } from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { createTables, dropTables, tablesOf } from './file.ts'
import { KindIndex } from './kind-index.ts'
import type { Store } from './store.ts'

/** Documents written between two chances for reads to go on: a few tens of milliseconds. */
const BATCH = 100

/**
 * Builds a new generation of a kind beside the present one and swaps them in one transaction.
 * Changes that anybody applied meanwhile are carried over before the swap.
 */
export async function rebuildKind<K extends Kind>(
  store: Store,
  taxonomy: Taxonomy,
  kind: K,
  documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
  options: RebuildOptions,
): Promise<number> {
  const { db, meta } = store
  const { generation, since } = begin(store, kind)
  const tables = tablesOf(kind, generation)
  try {
    const next = new KindIndex(db, kind, generation, taxonomy)
    let batch: Documents[K][] = []
    const flush = async () => {
      const written = batch
      batch = []
      db.transaction(() => writeAll(next, written)).immediate()
      for (const { id } of written) next.applied(id)
      await new Promise((resolve) => setImmediate(resolve))
    }
    for await (const document of documents) {
      batch.push(document)
      if (batch.length >= BATCH) await flush()
    }
    await flush()

    db.transaction(() => {
      const changes = meta.changesSince(since)
      if (changes === null) throw new Error(`Too much changed during the rebuild of ${kind}`)
      const ids = changes.filter((change) => change.kind === kind).map(({ id }) => id)
      const previous = new KindReader(store, kind)
      for (const id of ids) {
        const document = previous.get(id)
        const slot = next.slot(id)
        if (document) writeAll(next, [document])
        else if (slot !== undefined) next.erase(slot)
        next.applied(id)
      }
      meta.setGeneration(kind, generation)
      // Exactly, even back: after an older database was restored its sequences begin lower.
      if (options.sequence !== undefined) meta.resetSequence(options.sequence)
      db.prepare('DELETE FROM building WHERE kind = ? AND generation = ?').run(kind, generation)
      dropTables(db, tablesOf(kind, previous.generation))
    }).immediate()
    store.replace(next)
    return next.size
  } catch (error) {
    db.transaction(() => {
      dropTables(db, tables)
      db.prepare('DELETE FROM building WHERE kind = ? AND generation = ?').run(kind, generation)
    }).immediate()
    throw error
  }
}

/** Documents of the present generation, whoever swapped it in. */
class KindReader<K extends Kind> {
  readonly generation: number
  readonly #store: Store
  readonly #kind: K

  constructor(store: Store, kind: K) {
    this.generation = store.meta.generation(kind)
    this.#store = store
    this.#kind = kind
  }

  get(id: string): Documents[K] | null {
    const { document } = tablesOf(this.#kind, this.generation)
    const row = this.#store.db
      .prepare<[string], { facts: string; text: string }>(
        `SELECT facts, text FROM ${document} WHERE id = ?`,
      )
      .get(id)
    if (!row) return null
    return { ...JSON.parse(row.facts), text: JSON.parse(row.text) } as Documents[K]
  }
}

function writeAll<K extends Kind>(index: KindIndex<K>, documents: readonly Documents[K][]): void {
  const latest = [...new Map(documents.map((document) => [document.id, document])).values()]
  const slots = index.slotsFor(latest)
  latest.forEach((document, at) => {
    index.write(document, slots[at] ?? 0)
  })
}

/** Takes the next generation, after clearing away those whose builder has died. */
function begin(store: Store, kind: Kind): { generation: number; since: number } {
  const { db, meta } = store
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
