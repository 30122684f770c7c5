import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { prepareDatabase } from '#app/tasks/prepare.ts'

const kills = 50
/** What a restart may take until the index is as the database has it. */
const mostMs = 5000

interface Report {
  readonly ms: number
  readonly differences: readonly unknown[]
  readonly documents: { readonly profile: number }
  readonly waiting: number
  readonly isSame: boolean
}

/** Starts a process on what the one before left, and kills it at a moment that nobody chose; its report, unless it died before. */
async function stormUntilKilled(env: Record<string, string>, early: boolean) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/support/index-storm.ts'],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  let complaint = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  child.stderr.on('data', (part) => {
    complaint += part
  })
  const ended = once(child, 'close')
  const died = ended.then(() => {
    throw new Error(`it ended by itself: ${complaint}`)
  })
  // Some die while they catch up, most in the storm.
  if (early) await Promise.race([pause(300 + Math.random() * 700), died])
  else {
    await Promise.race([once(child.stdout, 'data'), died])
    await Promise.race([pause(10 + Math.random() * 300), died])
  }
  child.kill('SIGKILL')
  died.catch(() => undefined)
  await ended
  const [line] = said.split('\n').slice(0, -1)
  return line ? (JSON.parse(line) as Report) : null
}

test(`killed ${kills} times while it writes and rebuilds, the index is right after every restart`, {
  timeout: 400_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-storm-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const site = join(folder, 'site.db')
  copyFileSync(inject('emptyDatabase'), site)
  const env = {
    APP_MODE: 'test',
    DATABASE_URL: `file:${site}`,
    SEARCH_FILE: join(folder, 'search.db'),
    LOG_LEVEL: 'silent',
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  }
  await prepareDatabase(env.DATABASE_URL)
  let snapshots = 0
  let reports = 0
  let documents = 0
  // The last one is killed as well, after its report.
  for (let round = 0; round <= kills; round++) {
    const report = await stormUntilKilled(env, round % 6 === 5 && round < kills)
    snapshots += readdirSync(folder).filter((name) => name.endsWith('.snapshot')).length
    if (!report) continue
    reports++
    documents = report.documents.profile
    const { differences, waiting, isSame } = report
    expect({ round, differences, waiting, isSame }).toEqual({
      round,
      differences: [],
      waiting: 0,
      isSame: true,
    })
    expect(report.ms).toBeLessThan(mostMs)
  }
  expect(reports).toBeGreaterThan(kills / 2)
  expect(snapshots).toBeGreaterThan(kills / 2)
  expect(documents).toBeGreaterThan(25)
})
