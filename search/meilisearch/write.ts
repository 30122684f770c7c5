import type { EnqueuedTask } from 'meilisearch'
import { type Changes, type Documents, KINDS, type Kind } from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { keyOf } from './codes.ts'
import type { Connection } from './connection.ts'
import type { MatchVectors } from './match-vector.ts'
import { indexName, type State } from './state.ts'
import { storedDocument } from './stored-document.ts'

/** Documents a request: about five megabytes, most of it vectors. */
export const BATCH = 500

/** What writing needs of the engine. */
export interface Writing {
  readonly connection: Connection
  readonly state: State
  readonly taxonomy: Taxonomy
  readonly vectors: MatchVectors
}

/**
 * Applies changes, to the indexes and to any that a rebuild is filling, and resolves when all are
 * visible. Rejects when one failed: the caller's sequence must then not be recorded.
 */
export async function applyChanges(writing: Writing, changes: Changes): Promise<void> {
  const { connection, state } = writing
  // One that was killed would double all writes until the next rebuild clears it.
  const builds = (await state.builds()).filter((build) => !state.isDead(build))
  const tasks: EnqueuedTask[] = []
  const changeKind = async <K extends Kind>(kind: K) => {
    const puts = latest<Documents[K]>(changes.put?.[kind] ?? [])
    const put = new Set(puts.map(({ id }) => id))
    const removes = [...new Set(changes.remove?.[kind])].filter((id) => !put.has(id))
    if (puts.length + removes.length === 0) return
    // The server would make an index that somebody has removed, without settings.
    await connection.writer.index(indexName(connection, kind)).getRawInfo()
    const ofKind = builds.filter((build) => build.kind === kind)
    // Told before it happens: a rebuild that ends in between looks again.
    await state.tellChanges(ofKind, [...put, ...removes])
    for (const index of [indexName(connection, kind), ...ofKind.map((build) => build.index)]) {
      tasks.push(...(await enqueue(writing, kind, index, puts, removes)))
    }
  }
  for (const kind of KINDS) await changeKind(kind)
  await connection.allDone(tasks)
}

/** Asks the server to put and remove documents of one index; it does so in this order. */
export async function enqueue<K extends Kind>(
  { connection, taxonomy, vectors }: Writing,
  kind: K,
  uid: string,
  puts: readonly Documents[K][],
  removes: readonly string[],
): Promise<EnqueuedTask[]> {
  const index = connection.writer.index(uid)
  const tasks: EnqueuedTask[] = []
  for (let at = 0; at < puts.length; at += BATCH) {
    const stored = puts
      .slice(at, at + BATCH)
      .map((document) => storedDocument(kind, document, taxonomy, vectors))
    tasks.push(await index.addDocuments(stored))
  }
  if (removes.length > 0) tasks.push(await index.deleteDocuments(removes.map(keyOf)))
  return tasks
}

/** The last of the documents of each id. */
export function latest<D extends { readonly id: string }>(documents: readonly D[]): D[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()]
}
