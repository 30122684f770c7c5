import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { startServer } from '#app/server/main.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { newId } from '#db/id.ts'
import { openDatabase } from '#db/open.ts'
import { batches } from '#db/seed/batches.ts'
import { openAccount } from '#tests/support/people.ts'

// The built product with a chamber and many companies, in a process of its own.

const stages = ['prospect', 'contacted', 'met', 'onboarded', 'active', 'dormant'] as const
const sizes = ['1', '2-9', '10-49', '50-249', '250+'] as const

/** The same numbers from 0 to 1 in every run. */
function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function fill(url: string, count: number): Promise<string> {
  const open = openDatabase(url)
  const { db, dialect } = open
  const draw = drawer(7)
  const places = await db
    .selectFrom('place')
    .select('id')
    .where('country', '=', 'CI')
    .orderBy('weight', 'desc')
    .orderBy('id')
    .execute()
  const sectors = await db
    .selectFrom('sector')
    .select('code')
    .where('level', '=', 'division')
    .execute()
  const at = new Date().toISOString()
  const chamberId = newId()
  const chamber = { id: chamberId, country: 'CI', name: 'Chambre', admin1s: '[]', created_at: at }
  await db.insertInto('chamber').values(chamber).execute()
  const companies = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    country: 'CI',
    legal_name: `Établissements ${Math.floor(draw() * 1e9).toString(36)} ${index} SARL`,
    trade_name: draw() < 0.5 ? `Maison ${index}` : null,
    sector: sectors[Math.floor(draw() * sectors.length)]?.code ?? null,
    size_band: sizes[Math.floor(draw() ** 2 * sizes.length)] ?? null,
    description: null,
    website: null,
    chamber_id: null,
    verified_at: draw() < 0.6 ? at : null,
    created_at: at,
    updated_at: at,
    version: 1,
    headcount: draw() < 0.5 ? Math.floor(draw() * 200) : null,
  }))
  const sites = companies.flatMap(({ id }) =>
    Array.from({ length: draw() < 0.2 ? 2 : 1 }, (_, index) => ({
      id: newId(),
      company_id: id,
      name: index === 0 ? 'Siège' : 'Agence',
      // Large towns have most of the firms.
      place_id: places[Math.floor(draw() ** 4 * places.length)]?.id ?? '',
      address: null,
      is_main: index === 0 ? (1 as const) : (0 as const),
      created_at: at,
    })),
  )
  const relations = companies.map(({ id }) => ({
    chamber_id: chamberId,
    company_id: id,
    stage: stages[Math.floor(draw() * stages.length)] ?? 'prospect',
    stage_since: at,
    updated_at: at,
    version: 1,
  }))
  await db.transaction().execute(async (trx) => {
    for (const batch of batches(companies, 14, dialect)) {
      await trx.insertInto('company').values(batch).execute()
    }
    for (const batch of batches(sites, 7, dialect)) {
      await trx.insertInto('site').values(batch).execute()
    }
    for (const batch of batches(relations, 6, dialect)) {
      await trx.insertInto('relation').values(batch).execute()
    }
  })
  await open.close()
  return chamberId
}

process.once('message', ({ folder, companies }: { folder: string; companies: number }) => {
  serve(folder, companies).catch((error: Error) => process.send?.({ error: error.stack }))
})
process.once('disconnect', () => process.exit())

async function serve(folder: string, companies: number): Promise<void> {
  const env = {
    APP_MODE: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'chamber.db')}`,
    SEARCH_FILE: join(folder, 'chamber-search.db'),
    STAFF_TWO_FACTOR: '0',
    LIMIT_FACTOR: '1000',
    LOG_LEVEL: 'silent',
  }
  await prepareDatabase(env.DATABASE_URL)
  const chamberId = await fill(env.DATABASE_URL, companies)
  const built: { startServer: typeof startServer } = await import(
    pathToFileURL('build/server/index.js').href
  )
  const { url, services } = await built.startServer(env)
  await services.index.settled()
  const { userId, cookie } = await openAccount(services)
  await services.db
    .insertInto('membership')
    .values({
      id: newId(),
      user_id: userId,
      org_kind: 'chamber',
      org_id: chamberId,
      role: 'staff',
      created_at: new Date().toISOString(),
    })
    .execute()
  process.on('message', async ({ ask }: { ask: 'memory' | 'change' }) => {
    if (ask === 'change') {
      const { id } = await services.db.selectFrom('company').select('id').executeTakeFirstOrThrow()
      const change = { updated_at: new Date().toISOString(), headcount: 77, version: 2 }
      await services.db.updateTable('company').set(change).where('id', '=', id).execute()
      process.send?.({ answer: 0 })
      return
    }
    process.send?.({ answer: process.memoryUsage().rss })
  })
  process.send?.({ url, cookie })
}
