import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RunningServer, startServer } from '#app/server/main.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'

/** A real server of its own: the built application on a free port over a temporary folder. */
export interface TestServer extends RunningServer {
  readonly folder: string
  /** Removes its folder, once it has been stopped. */
  removeFolder(): void
  /** Stops it and removes its folder. */
  drop(): Promise<void>
}

/**
 * Starts the application that `npm run build` made (build first) with reference data and nothing
 * else. `env` overrides its configuration, `DATABASE_URL` included.
 */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-server-'))
  const settings = {
    APP_MODE: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'test.db')}`,
    SEARCH_FILE: join(folder, 'search.db'),
    LOG_LEVEL: 'silent',
    STAFF_TWO_FACTOR: '0',
    LIMIT_FACTOR: '1000',
    ...env,
  }
  await prepareDatabase(settings.DATABASE_URL)
  const built: { startServer: typeof startServer } = await import(
    pathToFileURL('build/server/index.js').href
  )
  const server = await built.startServer(settings)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  return {
    ...server,
    folder,
    removeFolder,
    drop: async () => {
      await server.stop()
      removeFolder()
    },
  }
}
