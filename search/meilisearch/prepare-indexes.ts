import { randomUUID } from 'node:crypto'
import type { EnqueuedTask } from 'meilisearch'
import { KINDS } from '../engine.ts'
import { type Connection, codeOf } from './connection.ts'
import { formatOf, STATE_SETTINGS, settingsOf } from './settings.ts'
import { indexName, indexNames, type State } from './state.ts'

export type Started = 'existing' | 'missing' | 'damaged' | 'version'

/**
 * Makes the indexes that are not there and brings their settings up to date; says what was found.
 * Anything but `existing` leaves the place in the outbox at 0, so that the index is rebuilt.
 */
export async function prepareIndexes(
  connection: Connection,
  state: State,
  fingerprint: string,
): Promise<Started> {
  await connection.checkVersion()
  const { writer } = connection
  const wanted = indexNames(connection)
  const { results } = await writer.getRawIndexes({ limit: 1000 })
  // Somebody who writes to an index that is not there makes one, with a key of the server's choice.
  const foreign = results.filter(
    ({ uid, primaryKey }) => wanted.includes(uid) && primaryKey !== 'key',
  )
  for (const { uid } of foreign) await connection.done(writer.deleteIndex(uid))
  const present = new Set(results.filter((one) => !foreign.includes(one)).map(({ uid }) => uid))
  const missing = wanted.filter((uid) => !present.has(uid))
  for (const uid of missing) {
    await connection.done(writer.createIndex(uid, { primaryKey: 'key' })).catch((error) => {
      // Another process was faster.
      if (codeOf(error) !== 'index_already_exists') throw error
    })
  }
  const stateName = `${connection.prefix}_state`
  if (missing.includes(stateName)) {
    await connection.done(writer.index(stateName).updateSettings(STATE_SETTINGS))
  }
  const format = formatOf(fingerprint)
  const place = await state.place()
  const started = startedFrom(missing.length, wanted.length, place?.format === format)
  if (started !== 'existing') {
    const tasks: EnqueuedTask[] = []
    for (const kind of KINDS) {
      const index = writer.index(indexName(connection, kind))
      tasks.push(await index.updateSettings(settingsOf(kind)))
    }
    await connection.allDone(tasks)
    await state.setPlace({ sequence: 0, format, made: randomUUID() })
  }
  await connection.readWithSearchKey()
  return started
}

function startedFrom(missing: number, wanted: number, sameFormat: boolean): Started {
  if (missing === wanted) return 'missing'
  if (missing > 0) return 'damaged'
  return sameFormat ? 'existing' : 'version'
}
