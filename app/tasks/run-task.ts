import { readConfig } from '#app/server/config.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import type { Task } from './task.ts'
import { TaskError } from './task.ts'
import { tasks } from './tasks.ts'

/** `npm run task -- NAME ARGS`: runs one task; without a name, lists them. */
export async function runTask([name, ...args]: string[]): Promise<void> {
  if (!name) {
    const width = Math.max(...tasks.map((task) => task.name.length))
    for (const task of tasks) console.log(`${task.name.padEnd(width)}  ${task.summary}`)
    return
  }
  const task: Task | undefined = tasks.find((one) => one.name === name)
  if (!task) throw new TaskError(`There is no task ${name}. npm run task lists them.`)
  // A task works on data that exists; in production the config must be whole, elsewhere defaults do.
  const config = readConfig({ APP_MODE: 'development', ...process.env })
  const open = openDatabase(config.databaseUrl)
  try {
    await migrate(open)
    await task.run(args, {
      open,
      env: process.env,
      log: (line) => console.error(line),
      print: (line) => console.log(line),
    })
  } finally {
    await open.close()
  }
}
