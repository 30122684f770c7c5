import { rmSync } from 'node:fs'
import { readConfig } from '#app/server/config.server.ts'
import { openDatabase } from '#db/open.ts'
import { build } from './build.ts'
import { prepareDatabase } from './prepare.ts'
import { demoAccountTable, loadDemo } from './seed-demo.ts'
import { builtServer, stopOnSignal } from './serve.ts'
import { TaskError } from './task.ts'

/** `npm run demo`: builds, migrates, loads a fictional country and serves it. `--fresh` starts over, anything else is refused. */
export async function demo(args: string[]): Promise<void> {
  const other = args.find((arg) => arg !== '--fresh')
  if (other) throw new TaskError('npm run demo [-- --fresh]: --fresh starts over')
  const env = {
    DATABASE_URL: 'file:data/demo.db',
    SEARCH_FILE: 'data/demo-search.db',
    LOG_LEVEL: 'warn',
    STAFF_TWO_FACTOR: '0',
    ...process.env,
    APP_MODE: 'demo',
  }
  const config = readConfig(env)
  if (args.includes('--fresh')) {
    for (const file of [config.databaseUrl.replace(/^file:/, ''), config.searchFile]) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    }
  }
  await build()
  await prepareDatabase(config.databaseUrl, {
    synonymsFile: config.synonymsFile,
    warn: (line) => console.error(line),
  })
  const open = openDatabase(config.databaseUrl)
  try {
    await loadDemo(open, config, new Date())
  } finally {
    await open.close()
  }
  const start = await builtServer()
  const server = await start(env)
  stopOnSignal(server)
  // Whoever opens the address at once should find a search that answers.
  await server.services.index.settled()
  console.log(`\nPasserelle: ${server.url}\n\n${demoAccountTable()}\n`)
}
