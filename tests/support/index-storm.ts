import { rmSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import { checkIndex } from '#app/domain/indexing/check-index.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { createIndexWorker } from '#app/server/index-worker.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { openDatabase } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import type { SearchEngine } from '#search/engine.ts'
import { company, publishedOpportunity, publishedProfile, welder } from './fixtures.ts'

// A process to be killed. It opens database and index as the one before left them, lets the worker
// catch up, tells on a line of standard output what is wrong with the index, and then writes without
// end: records that come, change and go, rebuilds among them, and snapshots far more often than a server's.

const config = readConfig({ APP_MODE: 'test', LOG_LEVEL: 'silent', ...process.env })
const file = config.searchFile
const open = openDatabase(config.databaseUrl)
const reference = await loadReference(open.db)
const began = performance.now()
const { taxonomy } = reference
const search = new EmbeddedEngine({ file, taxonomy, pace: { after: 8, quietMs: 10 } })
const now = () => new Date()
const worker = createIndexWorker({ open, search, reference, config, log: createLog('silent'), now })
await worker.settled()
const check = await checkIndex({ db: open.db, search, reference })
const ms = performance.now() - began

/** Answers that come from memory, so from snapshots and what followed them. */
async function answers(engine: SearchEngine): Promise<string> {
  const found: unknown[] = []
  for (const kind of ['profile', 'opportunity', 'company'] as const) {
    for (const text of ['soudeur', 'atelier', 'ateliers construc', 'ci changed']) {
      const { hits, total, facets } = await engine.search(kind, {
        text,
        facets: ['country', 'placeId'],
        size: 100,
      })
      found.push(hits, total, facets)
    }
  }
  const filters = { skill: reference.skillsOf(welder).map(({ uri }) => uri) }
  const { total, facets } = await engine.search('profile', {
    filters,
    facets: ['skill', 'education'],
  })
  found.push(total, facets)
  for (const id of (await engine.search('opportunity', { size: 3 })).hits.map((hit) => hit.id)) {
    const [need] = await engine.get('opportunity', [id])
    if (need) found.push((await engine.candidates('profile', need)).hits)
  }
  return JSON.stringify(found)
}

const copy = `${file}-rows`
rmSync(copy, { force: true })
const source = new SQLite(file)
source.exec(`VACUUM INTO '${copy}'`)
source.close()
const rows = new EmbeddedEngine({ file: copy, taxonomy })
const isSame = (await answers(search)) === (await answers(rows))
await rows.close()

const { differences, documents, waiting } = check
writeSync(1, `${JSON.stringify({ ms, differences, documents, waiting, isSame })}\n`)

worker.start()
const company_id = await company(open)
const profiles: string[] = []
if (Math.random() < 0.3) void rebuildIndex({ db: open.db, search, reference })
for (;;) {
  const id = profiles[Math.trunc(Math.random() * profiles.length)]
  const dice = Math.random()
  if (id === undefined || dice < 0.4) profiles.push((await publishedProfile(open)).id)
  else if (dice < 0.6) await publishedOpportunity(open, { company_id })
  else {
    const change =
      dice < 0.75
        ? { status: 'paused' as const }
        : { status: 'published' as const, summary: `changed ${Math.trunc(dice * 1e6)}` }
    await open.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('profile').set(change).where('id', '=', id).execute()
      await recordIndexChange(transaction, open.dialect, 'profile', [id], now())
    })
  }
  worker.wake()
  // Sometimes a burst that the worker runs behind, sometimes a breath in which a snapshot is written.
  await pause(Math.random() < 0.2 ? Math.random() * 40 : 0)
}
