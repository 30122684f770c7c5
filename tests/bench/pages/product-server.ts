import { join } from 'node:path'
import { readConfig } from '#app/server/config.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { demoAccounts, demoPassword, loadDemo } from '#app/tasks/seed-demo.ts'
import { builtServer } from '#app/tasks/serve.ts'
import { openDatabase } from '#db/open.ts'
import { serveParent } from './server-process.ts'

export interface ProductInfo {
  readonly port: number
  /** A published opportunity of the demonstration. */
  readonly opportunityId: string
  /** The session of somebody with a profile. */
  readonly cookie: string
}

/** The built product over the demonstration's country, as `npm start` serves it. */
serveParent(async ({ folder }: { folder: string }): Promise<ProductInfo> => {
  const env = {
    APP_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'pages.db')}`,
    SEARCH_FILE: join(folder, 'pages-search.db'),
    STAFF_TWO_FACTOR: '0',
    // One caller asks for everything here.
    LIMIT_FACTOR: '1000',
  }
  await prepareDatabase(env.DATABASE_URL)
  const open = openDatabase(env.DATABASE_URL)
  await loadDemo(open, readConfig(env), new Date())
  await open.close()
  const server = await (await builtServer())(env)
  const { services } = server
  await services.index.settled()
  const email = demoAccounts.find((one) => one.name === 'awa')?.email ?? ''
  const { headers } = await services.auth.api.signInEmail({
    body: { email, password: demoPassword },
    returnHeaders: true,
  })
  const found = await services.search.search('opportunity', { size: 1 })
  return {
    port: Number(new URL(server.url).port),
    opportunityId: found.hits[0]?.id ?? '',
    cookie: headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
})
