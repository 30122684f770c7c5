import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import {
  freePort,
  missingOwnMeilisearch,
  type OwnMeilisearch,
  startOwnMeilisearch,
} from '../support/meilisearch.ts'

/** In each round the server is killed once, and then the process that writes. */
const rounds = 25
/** What a restart may take, half of the time, until the index is as the database has it. */
const usualMs = 5000

const missing = missingOwnMeilisearch()

interface Report {
  /** Until nothing waits, and until that was checked. */
  readonly inStepMs: number
  readonly ms: number
  readonly differences: readonly unknown[]
  readonly documents: { readonly profile: number }
  readonly waiting: number
  readonly unbuilt: boolean
}

/** A process that writes without end and reports when asked. */
class Storm {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #said = ''
  #complaint = ''

  constructor(env: Record<string, string>) {
    this.#child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'tests/support/meilisearch-storm.ts'],
      { env: { ...process.env, ...env }, stdio: 'pipe' },
    )
    this.#child.stdout?.on('data', (part) => {
      this.#said += part
    })
    this.#child.stderr?.on('data', (part) => {
      this.#complaint += part
    })
    this.#ended = once(this.#child, 'close')
  }

  ask(): void {
    this.#child.stdin?.write('check\n')
  }

  /** The next report; rejects when the process ended by itself. */
  async report(): Promise<Report> {
    for (;;) {
      const end = this.#said.indexOf('\n')
      if (end >= 0) {
        const line = this.#said.slice(0, end)
        this.#said = this.#said.slice(end + 1)
        return JSON.parse(line) as Report
      }
      if (this.#child.exitCode !== null) throw new Error(`it ended by itself: ${this.#complaint}`)
      await pause(5)
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}

test.skipIf(missing !== null)(
  `meilisearch: ${rounds} times the server and ${rounds} times the process are killed while documents are written; the index is right after every restart${missing ? ` (skipped: ${missing})` : ''}`,
  { timeout: 900_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-storm-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const site = join(folder, 'site.db')
    copyFileSync(inject('emptyDatabase'), site)
    const key = randomBytes(18).toString('hex')
    const port = await freePort()
    const data = join(folder, 'server')
    let server: OwnMeilisearch = await startOwnMeilisearch(port, key, data)
    onTestFinished(() => server.stop())
    const env = {
      APP_MODE: 'test',
      DATABASE_URL: `file:${site}`,
      SEARCH_FILE: join(folder, 'search.db'),
      MEILI_URL: server.url,
      MEILI_KEY: key,
      LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    }
    await prepareDatabase(env.DATABASE_URL)
    const afterProcess: Report[] = []
    const afterServer: Report[] = []
    const serverStarts: number[] = []
    const expectRight = (round: number, { differences, waiting, unbuilt }: Report) => {
      expect({ round, differences, waiting, unbuilt }).toEqual({
        round,
        differences: [],
        waiting: 0,
        unbuilt: false,
      })
    }
    let storm = new Storm(env)
    onTestFinished(() => storm.kill())
    // Nothing was written yet.
    await storm.report()
    for (let round = 0; round < rounds; round++) {
      await pause(20 + Math.random() * 500)
      await server.kill()
      const began = performance.now()
      server = await startOwnMeilisearch(port, key, data)
      serverStarts.push(performance.now() - began)
      storm.ask()
      afterServer.push(await storm.report())
      expectRight(round, afterServer.at(-1) as Report)
      await pause(20 + Math.random() * 500)
      await storm.kill()
      storm = new Storm(env)
      afterProcess.push(await storm.report())
      expectRight(round, afterProcess.at(-1) as Report)
    }
    expect(afterProcess.at(-1)?.documents.profile).toBeGreaterThan(rounds)
    const [half, all] = [Math.trunc(rounds / 2), rounds - 1]
    const at = (reports: Report[], rank: number) =>
      Math.round(reports.map(({ ms }) => ms).sort((a, b) => a - b)[rank] ?? 0)
    serverStarts.sort((a, b) => a - b)
    console.info(
      `meilisearch, right again after a restart (median, slowest of ${rounds}): ` +
        `server ${at(afterServer, half)} and ${at(afterServer, all)} ms ` +
        `(it answers after ${Math.round(serverStarts[half] ?? 0)} ms), ` +
        `process ${at(afterProcess, half)} and ${at(afterProcess, all)} ms`,
    )
    expect(at(afterServer, half)).toBeLessThan(usualMs)
    expect(at(afterProcess, half)).toBeLessThan(usualMs)
  },
)
