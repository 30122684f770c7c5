import type { Insertable } from 'kysely'
import { readMap } from '#app/domain/map/read-map.server.ts'
import type { MapScope } from '#app/domain/map/selection.ts'
import { readMapView } from '#app/domain/map/view.ts'
import type { Dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import type { IntentionTable } from '#db/schema/intention.ts'
import { loadBoundaries } from '#db/seed/load-boundaries.ts'
import { chamber } from '#tests/support/fixtures.ts'
import { now, searchStores } from './search-support.ts'

/** A country with outlines and nobody in it, its chamber, and ways to read its map. */
export async function mapOf(dialect: Dialect, admin1s: readonly string[] = []) {
  const { stores, ...rest } = await searchStores(dialect)
  const { db } = stores
  await loadBoundaries(db)
  const open = { db, dialect }
  const chamberId = await chamber(open, admin1s)
  const scope: MapScope = { country: 'CI', chamber: { id: chamberId, country: 'CI', admin1s } }
  const everybody: MapScope = { country: 'CI', chamber: null }
  const mapStores = { ...stores, secret: 'a secret of this test only' }
  const none = { occupation: null, skill: null }
  const read = async (query = '', area: string | null = null, of = scope, concepts = none) => {
    const view = readMapView(new URLSearchParams(query))
    const reading = await readMap(mapStores, of, view, concepts, area)
    if (!reading) throw new Error(`no area ${area}`)
    return reading
  }
  return {
    ...rest,
    stores: mapStores,
    open,
    chamberId,
    scope,
    everybody,
    read,
    /** Figures of areas or places by their ids. */
    figures: async (query = '', area: string | null = null, of = scope) =>
      Object.fromEntries((await read(query, area, of)).rows.map((row) => [row.id, row.value])),
  }
}

/** A hire that a company expects. */
export async function intention(
  { db }: Awaited<ReturnType<typeof searchStores>>,
  company_id: string,
  given: Partial<Insertable<IntentionTable>> = {},
): Promise<void> {
  const at = now().toISOString()
  await db
    .insertInto('intention')
    .values({
      id: newId(),
      chamber_id: null,
      company_id,
      site_id: null,
      kind: 'job',
      occupation_uri: 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b',
      quarter: '2027-Q1',
      posts: 2,
      source: 'visit',
      status: 'open',
      outcome_posts: null,
      closed_on: null,
      created_by: null,
      created_at: at,
      version: 1,
      ...given,
    })
    .execute()
}
