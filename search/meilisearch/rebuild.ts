import { randomBytes } from 'node:crypto'
import type { Documents, Kind } from '../engine.ts'
import { keyOf } from './codes.ts'
import { isMissingIndex } from './connection.ts'
import { settingsOf } from './settings.ts'
import { indexName } from './state.ts'
import { originalDocument, type StoredParts } from './stored-document.ts'
import { BATCH, enqueue, latest, type Writing } from './write.ts'

/** How often a rebuild tells that it goes on. */
const TELL_MS = 30_000

/**
 * Fills a new index of a kind and swaps it with the present one. Whoever changes documents meanwhile
 * (any process) changes both indexes and leaves a note, because a document read from the database
 * before the change may arrive after it: what is noted is copied again from the present index,
 * until no new note comes. Returns how many documents there are then.
 */
export async function rebuildKind<K extends Kind>(
  writing: Writing,
  kind: K,
  documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
): Promise<number> {
  const { connection, state } = writing
  const { writer } = connection
  const present = indexName(connection, kind)
  await clearDeadBuilds(writing, kind)
  const next = `${present}_${randomBytes(6).toString('hex')}`
  let swaps = false
  try {
    await connection.allDone([
      await writer.createIndex(next, { primaryKey: 'key' }),
      await writer.index(next).updateSettings(settingsOf(kind)),
      await state.announce(kind, next),
    ])
    let toldAt = Date.now()
    let batch: Documents[K][] = []
    const flush = async () => {
      // One batch at a time: changes of others wait behind one at most.
      await connection.allDone(await enqueue(writing, kind, next, latest(batch), []))
      batch = []
      if (Date.now() - toldAt < TELL_MS) return
      toldAt = Date.now()
      await connection.done(state.announce(kind, next))
    }
    for await (const document of documents) {
      batch.push(document)
      if (batch.length >= BATCH) await flush()
    }
    if (batch.length > 0) await flush()
    await copyChanges(writing, kind, next)
    swaps = true
    await connection.done(writer.swapIndexes([{ indexes: [present, next], rename: false }]))
  } catch (error) {
    // One that asked to be swapped may still be, whatever we heard of it: writes go on to both.
    if (!swaps) state.abandon(next)
    await discard(writing, next).catch(() => {
      // The server is away: the next rebuild finds and clears what is left.
    })
    throw error
  }
  const { numberOfDocuments } = await writer.index(present).getStats()
  await discard(writing, next)
  return numberOfDocuments
}

/** Brings the documents noted as changed to the state they have in the present index. */
async function copyChanges(writing: Writing, kind: Kind, next: string): Promise<void> {
  const { connection, state } = writing
  const present = connection.writer.index<StoredParts>(indexName(connection, kind))
  const seen = new Set<string>()
  for (;;) {
    const changes = (await state.changesDuring(next)).filter(({ mark }) => !seen.has(mark))
    if (changes.length === 0) return
    for (let at = 0; at < changes.length; at += BATCH) {
      const ids = changes.slice(at, at + BATCH).map(({ id }) => id)
      const { results } = await present.getDocuments({
        filter: `key IN [${ids.map(keyOf).join(', ')}]`,
        limit: BATCH,
        fields: ['id', 'facts', 'text'],
      })
      const puts = results.map((stored) => originalDocument<Kind>(stored))
      const held = new Set(puts.map(({ id }) => id))
      const gone = ids.filter((id) => !held.has(id))
      await connection.allDone(await enqueue(writing, kind, next, puts, gone))
    }
    for (const { mark } of changes) seen.add(mark)
  }
}

async function discard({ connection, state }: Writing, index: string): Promise<void> {
  const forgotten = await state.forget(index)
  const deleted = await connection.writer.deleteIndex(index)
  await connection.done(forgotten)
  await connection.done(deleted).catch((error) => {
    if (!isMissingIndex(error)) throw error
  })
}

/** Removes what rebuilds that died have left, and indexes that nobody fills. */
async function clearDeadBuilds(writing: Writing, kind: Kind): Promise<void> {
  const { connection, state } = writing
  const builds = await state.builds(kind)
  const alive = new Set(builds.filter((build) => !state.isDead(build)).map(({ index }) => index))
  const { results } = await connection.writer.getRawIndexes({ limit: 1000 })
  const filled = `${indexName(connection, kind)}_`
  const left = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(filled))
  for (const uid of new Set([...left, ...builds.map(({ index }) => index)])) {
    if (!alive.has(uid)) await discard(writing, uid)
  }
}
