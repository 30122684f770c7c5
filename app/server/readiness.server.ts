import { sql } from 'kysely'
import type { Services } from './services.server.ts'

/** The index may be this far behind before a load balancer should look elsewhere. */
const mostLagMs = 60_000

/** What `/readyz` answers. */
export interface Readiness {
  readonly ready: boolean
  readonly database: 'ok' | 'down'
  readonly index: { readonly ok: boolean; readonly changes: number; readonly lagMs: number }
  readonly draining: boolean
}

/** Whether the process can serve: the database answers, the index is not far behind, no stop is under way. */
export async function readiness(services: Services, draining: boolean): Promise<Readiness> {
  const database = await sql`select 1`.execute(services.db).then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  const index = await services.index.lag().then(
    (lag) => ({ ok: lag.ms < mostLagMs, changes: lag.changes, lagMs: lag.ms }),
    () => ({ ok: false, changes: 0, lagMs: 0 }),
  )
  return { ready: database === 'ok' && index.ok && !draining, database, index, draining }
}
