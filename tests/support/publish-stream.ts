import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#app/server/config.server.ts'
import { openServices } from '#app/server/services.server.ts'
import { company, publishedOpportunity, publishedProfile } from './fixtures.ts'

// A process to be killed: it publishes without end, with the index worker running, and names each
// record on standard output once it has been committed.

const services = await openServices(
  readConfig({ APP_MODE: 'test', LOG_LEVEL: 'silent', ...process.env }),
)
const acknowledge = (kind: string, id: string) => writeSync(1, `${kind} ${id}\n`)

const company_id = await company(services.open)
acknowledge('company', company_id)
for (;;) {
  acknowledge('profile', (await publishedProfile(services.open)).id)
  acknowledge('opportunity', await publishedOpportunity(services.open, { company_id }))
  // Sometimes a burst that the worker runs behind, sometimes a breath in which it catches up.
  if (Math.random() < 0.2) await pause(Math.random() * 60)
  else await pause(0)
}
