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
/** What every restart may take until the index is as the database has it, and checked to be so. */
const mostMs = 5000
/** On a machine where that is too little even to start so often, so many starts. */
const starts = 3

const missing = missingOwnMeilisearch()

interface Report {
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
    const times = { server: [] as number[], process: [] as number[], start: [] as number[] }
    /** What the process finds once it says that nothing waits, which must be in time. */
    const expectRight = async (round: number, of: 'server' | 'process', began: number) => {
      const { differences, documents, waiting, unbuilt } = await storm.report()
      const ms = performance.now() - began
      times[of].push(ms)
      const inTime = ms < limitMs || `${Math.round(ms)} ms`
      expect({ round, of, differences, waiting, unbuilt, inTime }).toEqual({
        round,
        of,
        differences: [],
        waiting: 0,
        unbuilt: false,
        inTime: true,
      })
      return documents.profile
    }
    const booting = performance.now()
    let storm = new Storm(env)
    onTestFinished(() => storm.kill())
    // Nothing was written yet: what a process takes on this machine to start and to fill an empty index.
    await storm.report()
    const limitMs = Math.max(mostMs, starts * (performance.now() - booting))
    let profiles = 0
    for (let round = 0; round < rounds; round++) {
      await pause(20 + Math.random() * 500)
      await server.kill()
      const started = performance.now()
      server = await startOwnMeilisearch(port, key, data)
      // From the moment it answers: until then nobody could do anything.
      const answers = performance.now()
      times.start.push(answers - started)
      storm.ask()
      await expectRight(round, 'server', answers)
      await pause(20 + Math.random() * 500)
      await storm.kill()
      // With all that a process does before it looks at the index.
      const restarted = performance.now()
      storm = new Storm(env)
      profiles = await expectRight(round, 'process', restarted)
    }
    expect(profiles).toBeGreaterThan(rounds)
    for (const list of Object.values(times)) list.sort((a, b) => a - b)
    const [half, all] = [Math.trunc(rounds / 2), rounds - 1]
    const at = (list: number[], rank: number) => Math.round(list[rank] ?? 0)
    console.info(
      `meilisearch, right again after a restart (median, slowest of ${rounds}; ${profiles} profiles): ` +
        `server ${at(times.server, half)} and ${at(times.server, all)} ms ` +
        `(it answers after ${at(times.start, half)} ms), ` +
        `process ${at(times.process, half)} and ${at(times.process, all)} ms`,
    )
  },
)
