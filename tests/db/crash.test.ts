import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/server/config.server.ts'
import { openServices, type Services } from '#app/server/services.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { companyIds } from '#db/queries/indexed-companies.ts'
import { publishedOpportunityIds } from '#db/queries/indexed-opportunities.ts'
import { publishedProfileIds } from '#db/queries/indexed-profiles.ts'
import type { Kind } from '#search/engine.ts'

const rounds = 5

/** Publishes in a process of its own, which is killed at a moment that nobody chose; the records it acknowledged. */
async function publishUntilKilled(env: Record<string, string>): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/publish-stream.ts'],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let acknowledged = ''
  let complaint = ''
  child.stdout.on('data', (part) => {
    acknowledged += part
  })
  child.stderr.on('data', (part) => {
    complaint += part
  })
  const ended = once(child, 'close')
  const died = ended.then(() => {
    throw new Error(`the publisher ended by itself: ${complaint}`)
  })
  await Promise.race([once(child.stdout, 'data'), died])
  await Promise.race([pause(50 + Math.random() * 500), died])
  child.kill('SIGKILL')
  died.catch(() => undefined)
  await ended
  // A line cut in two by the end was not acknowledged.
  return acknowledged.split('\n').slice(0, -1)
}

async function indexed(services: Services, kind: Kind): Promise<string[]> {
  const ids: string[] = []
  for await (const entry of services.search.manifest(kind)) ids.push(entry.id)
  return ids.sort()
}

test('a process killed while publishing loses nothing that it acknowledged, and the index catches up by itself', {
  timeout: 90_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'site.db')
  copyFileSync(inject('emptyDatabase'), file)
  const env = {
    APP_MODE: 'test',
    DATABASE_URL: `file:${file}`,
    SEARCH_FILE: join(folder, 'search.db'),
    LOG_LEVEL: 'silent',
  }
  await prepareDatabase(env.DATABASE_URL)

  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) acknowledged.push(...(await publishUntilKilled(env)))
  expect(acknowledged.length).toBeGreaterThan(rounds * 2)

  const services = await openServices(readConfig(env))
  try {
    const inDatabase = {
      profile: await publishedProfileIds(services.db),
      opportunity: await publishedOpportunityIds(services.db),
      company: await companyIds(services.db),
    }
    const there = new Set(
      Object.entries(inDatabase).flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`)),
    )
    expect(acknowledged.filter((record) => !there.has(record))).toEqual([])

    // Nobody asks for anything here: the worker that started with the services does it.
    await expect.poll(async () => (await services.index.lag()).changes, { timeout: 30_000 }).toBe(0)
    await services.search.settled()
    for (const kind of ['profile', 'opportunity', 'company'] as const) {
      expect(await indexed(services, kind), kind).toEqual([...inDatabase[kind]].sort())
    }
  } finally {
    await services.close()
  }
})
