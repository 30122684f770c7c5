import { lapseVerifications } from '#app/domain/company/lapse-verifications.server.ts'
import { countMatches } from '#app/domain/map/count-matches.server.ts'
import { queueCode } from '#app/domain/messages/queue-message.server.ts'
import { createMessageSender } from '#app/domain/messages/send-messages.server.ts'
import { expireOpportunities } from '#app/domain/opportunity/expire-opportunities.server.ts'
import { loadReference, type Reference } from '#app/domain/reference/load-reference.server.ts'
import { siteSearch } from '#app/domain/search/site-search.server.ts'
import { type Db, type OpenDatabase, openDatabase } from '#db/open.ts'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import { type Auth, createAuth } from './auth.server.ts'
import { createCallsWorker } from './calls-worker.server.ts'
import type { Config } from './config.server.ts'
import { createImportWorker } from './import-worker.server.ts'
import { createIndexWorker, type IndexWorker } from './index-worker.server.ts'
import { createLimits, type Limits } from './limits.server.ts'
import { createLog, type Log } from './log.server.ts'
import { createMessageWorker } from './message-worker.server.ts'
import { createTransports } from './transports.server.ts'
import { createWarmUp } from './warm-up.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** Everything that a page or a task works with. The only place, beside the tasks, that opens the stores. */
export interface Services {
  readonly config: Config
  readonly log: Log
  readonly open: OpenDatabase
  readonly db: Db
  readonly search: SearchEngine
  readonly reference: Reference
  readonly auth: Auth
  readonly limits: Limits
  readonly index: IndexWorker
  /** Checks and applies lists of companies. */
  readonly imports: Worker
  /** The present instant; tests pass their own. */
  readonly now: () => Date
  /** Ends the workers, then closes the stores. */
  close(): Promise<void>
}

/**
 * Opens the stores and starts the workers. The database must have been migrated and hold the
 * reference data. Rejects with what a store says when it cannot be opened.
 */
export async function openServices(
  config: Config,
  given: { now?: () => Date; log?: Log } = {},
): Promise<Services> {
  const log = given.log ?? createLog(config.logLevel)
  const now = given.now ?? (() => new Date())
  const open = openDatabase(config.databaseUrl)
  const reference = await loadReference(open.db)
  const engine = await openSearch({
    file: config.searchFile,
    meili: config.meili,
    taxonomy: reference.taxonomy,
    log: { warn: (line) => log.warn({ part: 'search' }, line) },
  })
  const search = siteSearch(engine, { db: open.db, reference })
  const auth = createAuth(config, open, {
    sendCode: (to, code) => queueCode(open.db, { ...to, code, now: now() }),
  })
  const index = createIndexWorker({ open, search, reference, config, log, now })
  const messages = createMessageWorker({
    send: createMessageSender(open.db, createTransports(config), now),
    log,
  })
  const expiry = createWorker(
    'expiry',
    60_000,
    async () => {
      const ended = await expireOpportunities(open.db, open.dialect, now())
      const lapsed = await lapseVerifications(open.db, open.dialect, now())
      if (ended + lapsed > 0) index.wake()
      return false
    },
    log,
  )
  const imports = createImportWorker({ open, reference, now, log, done: () => index.wake() })
  const calls = createCallsWorker({ db: open.db, reference, now, log })
  const warmUp = createWarmUp({ reference, country: config.country, log })
  const pairs = createWorker(
    'pairs',
    60_000,
    // The index has to hold what is counted.
    async () => {
      const { changes } = await index.lag()
      return changes === 0 && countMatches({ db: open.db, reference, search }, now())
    },
    log,
    { passes: (error) => error instanceof SearchUnavailable },
  )
  index.start()
  messages.start()
  expiry.start()
  pairs.start()
  imports.start()
  calls.start()
  warmUp.start()
  return {
    config,
    log,
    open,
    db: open.db,
    search,
    reference,
    auth,
    limits: createLimits(config.limitFactor),
    index,
    imports,
    now,
    async close() {
      await warmUp.stop()
      await calls.stop()
      await imports.stop()
      await pairs.stop()
      await expiry.stop()
      await messages.stop()
      await index.stop()
      await search.close()
      await open.close()
    },
  }
}
