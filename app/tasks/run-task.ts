import { readConfig } from '#app/server/config.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { TaskError } from './task.ts'
import { tasks } from './tasks.ts'

/** Results are written so many characters at a time: a call for each line costs more than many a line. */
const STRIDE = 1 << 16

/** `npm run task -- NAME ARGS`: runs one task; without a name, lists them. */
export async function runTask([name, ...args]: string[]): Promise<void> {
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
  const flush = () => {
    if (printed) process.stdout.write(printed)
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
        if (printed.length >= STRIDE) flush()
      },
    })
  } finally {
    flush()
    await open.close()
  }
}
