import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { readConfig } from '#app/server/config.server.ts'
import type { RunningServer, startServer } from '#app/server/main.server.ts'
import { build } from './build.ts'
import { prepareDatabase } from './prepare.ts'
import { TaskError } from './task.ts'

type Start = typeof startServer

/** Loads the built server. Rejects with a `TaskError` when nothing has been built. */
export async function builtServer(): Promise<Start> {
  const file = 'build/server/index.js'
  // React and others pick their fast build by this name, when first imported.
  process.env.NODE_ENV ??= 'production'
  if (!existsSync(file)) throw new TaskError('There is no build yet: npm run build')
  const module: { startServer: Start } = await import(pathToFileURL(file).href)
  return module.startServer
}

/** Stops the server once on SIGINT or SIGTERM; a second signal ends the process at once. */
export function stopOnSignal(server: RunningServer): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** `npm start`: the production server, over what `npm run build` made. Builds when nothing has been built. */
export async function serveBuilt(): Promise<void> {
  const config = readConfig(process.env)
  if (!existsSync('build/server/index.js')) await build()
  await prepareDatabase(config.databaseUrl, {
    synonymsFile: config.synonymsFile,
    warn: (line) => console.error(line),
  })
  const start = await builtServer()
  stopOnSignal(await start(process.env))
}

/** `npm run dev`: the server from its sources, compiled as they change; reload the page to see a change. */
export async function serveDevelopment(): Promise<void> {
  const env = { APP_MODE: 'development', LOG_LEVEL: 'info', ...process.env }
  const config = readConfig(env)
  await prepareDatabase(config.databaseUrl, {
    synonymsFile: config.synonymsFile,
    warn: (line) => console.error(line),
  })
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  const main = (await vite.ssrLoadModule('/app/server/main.server.ts')) as { startServer: Start }
  const server = await main.startServer(env, {
    build: () => vite.ssrLoadModule('virtual:react-router/server-build') as never,
    assets: vite.middlewares,
  })
  console.log(`Passerelle: ${server.url}`)
  stopOnSignal(server)
}
