import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import { checkIndex } from '#app/domain/indexing/check-index.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { createIndexWorker } from '#app/server/index-worker.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { openDatabase } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { openSearch } from '#search/open.ts'
import { company, publishedOpportunity, publishedProfile } from './fixtures.ts'

// A process to be killed, on a server that is killed too. It opens database and index as the one
// before left them, starts the worker, and once the index is in step tells on a line of standard output
// what is wrong with it. Then it writes without end. A line on standard input stops the writing until
// the index is in step again, which is told in the same way.

const config = readConfig({ APP_MODE: 'test', LOG_LEVEL: 'silent', ...process.env })
const open = openDatabase(config.databaseUrl)
const reference = await loadReference(open.db)
const { taxonomy } = reference
const now = () => new Date()
const search = await openSearch({ file: config.searchFile, meili: config.meili, taxonomy })
const worker = createIndexWorker({ open, search, reference, config, log: createLog('silent'), now })
worker.start()

/** Waits until the worker has caught up by itself; the server may be down at first. */
async function tell(): Promise<void> {
  const lag = () => worker.lag().catch(() => null)
  while ((await lag())?.changes !== 0) await pause(20)
  const { differences, documents, waiting, unbuilt } = await checkIndex({
    db: open.db,
    search,
    reference,
  })
  writeSync(1, `${JSON.stringify({ differences, documents, waiting, unbuilt })}\n`)
}

let asked = false
process.stdin.on('data', () => {
  asked = true
})
await tell()

const company_id = await company(open)
const profiles: string[] = []
if (Math.random() < 0.1) {
  rebuildIndex({ db: open.db, search, reference }).catch(() => {
    // The server was killed meanwhile.
  })
}
for (;;) {
  if (asked) {
    asked = false
    await tell()
  }
  const id = profiles[Math.trunc(Math.random() * profiles.length)]
  const dice = Math.random()
  if (id === undefined || dice < 0.3) profiles.push((await publishedProfile(open)).id)
  else if (dice < 0.4) await publishedOpportunity(open, { company_id })
  else {
    const change =
      dice < 0.6
        ? { status: 'paused' as const }
        : { status: 'published' as const, summary: `changed ${Math.trunc(dice * 1e6)}` }
    await open.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('profile').set(change).where('id', '=', id).execute()
      await recordIndexChange(transaction, open.dialect, 'profile', [id], now())
    })
  }
  worker.wake()
  // Bursts that the worker runs behind; a question is read in between.
  await pause(Math.random() < 0.3 ? Math.random() * 60 : 5)
}
