import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built product with a chamber and many companies, in a process of its own. */
export interface ChamberServer {
  readonly url: string
  /** The session of somebody of the chamber. */
  readonly cookie: string
  /** Resident memory of the process, in bytes. */
  memory(): Promise<number>
  /** Looks at its memory again and again until `stop`, which gives the most that was seen. */
  watchMemory(): { stop(): Promise<number> }
  /** Changes one company, as an officer would. */
  changeCompany(): Promise<void>
  drop(): Promise<void>
}

/** Fills a database of its own and serves it. Build first. Rejects when it cannot serve. */
export async function openChamber(companies: number): Promise<ChamberServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-chamber-'))
  const child = fork(new URL('./chamber-process.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message: T & { error?: string }) => {
        if (message.error) reject(new Error(message.error))
        else resolve(message)
      })
    })
  // One question after the other: answers bear no name.
  let line: Promise<unknown> = Promise.resolve()
  const ask = (what: 'memory' | 'change') => {
    const answer = line.then(() => {
      const told = next<{ answer: number }>()
      child.send({ ask: what })
      return told
    })
    line = answer
    return answer.then((one) => one.answer)
  }
  const started = next<{ url: string; cookie: string }>()
  child.send({ folder, companies })
  const { url, cookie } = await started
  return {
    url,
    cookie,
    memory: () => ask('memory'),
    watchMemory() {
      let most = 0
      let over = false
      const watching = (async () => {
        while (!over) {
          most = Math.max(most, await ask('memory'))
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      })()
      return {
        async stop() {
          over = true
          await watching
          return most
        },
      }
    },
    changeCompany: async () => {
      await ask('change')
    },
    async drop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
