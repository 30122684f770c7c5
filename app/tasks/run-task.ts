import { writeSync } from 'node:fs'
import { readConfig } from '#app/server/config.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { TaskError } from './task.ts'
import { tasks } from './tasks.ts'

/** Results are written so many characters at a time: a call for each line costs more than many a line. */
const STRIDE = 1 << 16

/** Whoever read the results went away, as `head` does: no failure, only nobody to work for. */
class ReaderGone extends Error {}

/**
 * `npm run task -- NAME ARGS`: runs one task; without a name, lists them. Where the reader goes away, a
 * task that only prints ends quietly, any other finishes unheard.
 */
export async function runTask(args: readonly string[]): Promise<void> {
  try {
    await runNamed(args)
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error
  }
}

async function runNamed([name, ...args]: readonly string[]): Promise<void> {
  if (!name) {
    const all = await Promise.all(Object.values(tasks).map((load) => load()))
    const width = Math.max(...all.map((task) => task.name.length))
    for (const task of all) console.log(`${task.name.padEnd(width)}  ${task.summary}`)
    return
  }
  const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (!load) throw new TaskError(`There is no task ${name}. npm run task lists them.`)
  const task = await load()
  // A task works on data that exists; in production the config must be whole, elsewhere defaults do.
  const config = readConfig({ APP_MODE: 'development', ...process.env })
  const open = openDatabase(config.databaseUrl)
  let printed = ''
  let heard = true
  const flush = () => {
    heard &&= writeResults(printed)
    printed = ''
  }
  try {
    await migrate(open)
    await task.run(args, {
      open,
      env: process.env,
      log: (line) => {
        flush()
        console.error(line)
      },
      print: (line) => {
        printed += `${line}\n`
        if (printed.length < STRIDE) return
        flush()
        if (task.onlyPrints && !heard) throw new ReaderGone()
      },
    })
  } finally {
    flush()
    await open.close()
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes to standard output and returns when all of it is written, so that results never pile up before
 * a slow reader. False when the reader has gone.
 */
function writeResults(text: string): boolean {
  let bytes = Buffer.from(text)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return false
      // A pipe that standard error shares does not wait by itself.
      if (code !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, 5)
    }
  }
  return true
}
