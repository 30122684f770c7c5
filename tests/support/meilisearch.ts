import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface MeilisearchForTests {
  readonly url: string
  readonly key: string
  /** Ends the server if this started it, and removes its folder. */
  stop(): Promise<void>
}

/** A server that a test runs by itself, and so may kill. */
export interface OwnMeilisearch extends MeilisearchForTests {
  /** Ends it without warning; its folder stays when it was given. */
  kill(): Promise<void>
}

/** Why there is no server to test with; null when there is one. */
export function missingMeilisearch(): string | null {
  if (process.env.MEILI_URL || !missingOwnMeilisearch()) return null
  return 'no meilisearch program on PATH and no MEILI_URL (with MEILI_KEY)'
}

/** The same where a server must be killed, which one that somebody else runs cannot be. */
export function missingOwnMeilisearch(): string | null {
  return spawnSync('meilisearch', ['--version']).status === 0
    ? null
    : 'no meilisearch program on PATH'
}

/** The server of `MEILI_URL` and `MEILI_KEY`, or one of its own on a free port, in a temporary folder. */
export async function startMeilisearch(): Promise<MeilisearchForTests> {
  const { MEILI_URL, MEILI_KEY } = process.env
  if (MEILI_URL) return { url: MEILI_URL, key: MEILI_KEY ?? '', stop: async () => {} }
  return startOwnMeilisearch(await freePort(), randomBytes(18).toString('hex'))
}

/**
 * A server of its own on this port with this master key: an empty one in a temporary folder, or the
 * one that was there in a folder that is given.
 */
export async function startOwnMeilisearch(
  port: number,
  key: string,
  given?: string,
): Promise<OwnMeilisearch> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'meilisearch-'))
  mkdirSync(folder, { recursive: true })
  const options = [
    ['--http-addr', `127.0.0.1:${port}`],
    ['--db-path', join(folder, 'data')],
    ['--dump-dir', join(folder, 'dumps')],
    ['--snapshot-dir', join(folder, 'snapshots')],
    ['--master-key', key],
    ['--log-level', 'ERROR'],
    // Small batches: preparing for large ones takes longer than all of the work.
    ['--max-indexing-memory', '96MiB'],
  ].flat()
  const server = spawn('meilisearch', ['--no-analytics', ...options], {
    cwd: folder,
    stdio: 'ignore',
    env: { PATH: process.env.PATH },
  })
  const stop = async () => {
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  const kill = () => ended(server, 'SIGKILL')
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 1000; attempt++) {
    if (server.exitCode !== null) break
    const healthy = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return { url, key, stop, kill }
    await pause(10)
  }
  await stop()
  throw new Error('meilisearch did not start')
}

/** Asks a process to end, and insists after five seconds. */
async function ended(server: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exit = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  const insist = setTimeout(() => server.kill('SIGKILL'), 5000)
  await exit
  clearTimeout(insist)
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
