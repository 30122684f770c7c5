import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedArea } from '#app/domain/map/boundary-file.ts'
import { visibleText } from '#tests/support/client.ts'
import { chamber, company, publishedOpportunity, unique } from '#tests/support/fixtures.ts'
import { join, openAccount } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// What leaves as a file is what the page shows: the same rows, columns, filters and scope.

let server: TestServer
let cookie: string
let userId: string
let chamberId: string
const mark = unique()
const hidden = `Discrète ${mark}`

beforeAll(async () => {
  server = await startTestServer()
  const { services } = server
  const { open } = services
  chamberId = await chamber(open, ['CI-VB'])
  ;({ userId, cookie } = await openAccount(services))
  await join(services, userId, 'chamber', chamberId, 'staff')
  for (let at = 0; at < 24; at += 1) {
    const firm = await company(open, { trade_name: `=Atelier ${mark} ${at}` }, 'Bouaké')
    if (at < 3) await publishedOpportunity(open, { company_id: firm, place_id: null })
  }
  await company(open, { trade_name: hidden, visibility: 'chamber' }, 'Katiola')
  await company(open, { trade_name: `Ailleurs ${mark}` })
})
afterAll(() => server.drop())

async function get(path: string, as = cookie): Promise<Response> {
  return fetch(server.url + path, { headers: { cookie: as }, redirect: 'manual' })
}

const csv = async (path: string, as?: string): Promise<string[][]> =>
  parse(await (await get(path, as)).text(), { bom: true, delimiter: ';' })

/** Names and figures of the table of a page, in their order. */
function tableOf(html: string): string[][] {
  const [, body = ''] = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html) ?? []
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => visibleText(cell)),
  )
}

test.each(['', '?measure=posts', '?measure=posts&kind=internship', '?sort=name&dir=desc'])(
  'the map%s leaves as it stands',
  async (query) => {
    const page = await (await get(`/fr/chamber/map${query}`)).text()
    const file = await csv(`/fr/chamber/map/export${query}${query ? '&' : '?'}format=csv`)
    const shown = tableOf(page)
    expect(shown).toHaveLength(14)
    expect(file.slice(1, 15).map((row) => row.slice(1))).toEqual(shown)
    expect(file[0]?.[0]).toBe('Nature')
  },
)

test('outlines leave as GeoJSON wants them', async () => {
  const { features } = await (await get('/fr/chamber/map/export?format=geojson')).json()
  const area = features.find((one: { id: string }) => one.id === 'CI-VB')
  expect(area.properties).toMatchObject({ name: 'Vallée du Bandama', companies: 25 })
  for (const [outer] of area.geometry.coordinates) expect(signedArea(outer)).toBeGreaterThan(0)
  expect(features.find((one: { id: string }) => one.id === 'CI-AB').geometry.type).toBe('Point')
})

test('the companies of an area leave whole, under the same filters', async () => {
  const file = await csv('/fr/chamber/map/export?area=CI-VB&place=all&format=csv')
  expect(file).toHaveLength(26)
  // No name is a formula any more.
  expect(file.filter((row) => row[0]?.startsWith("'=Atelier"))).toHaveLength(24)
  const filtered = await csv('/fr/chamber/map/export?area=CI-VB&place=all&kind=job&format=csv')
  expect(filtered).toHaveLength(4)
  const answer = await get('/fr/chamber/map/export?area=CI-VB&place=all&format=xlsx')
  const [sheet] = await readWorkbook(Buffer.from(await answer.arrayBuffer()))
  expect(sheet?.data).toHaveLength(26)
  const map = await (await get('/fr/chamber/map/export?area=CI-VB&place=all&format=geojson')).json()
  expect(map.features).toHaveLength(25)
  expect(map.features[0].geometry.type).toBe('Point')
  const print = await (await get('/ar/chamber/map/export?area=CI-VB&place=all&format=print')).text()
  expect(print.match(/<tr>/g)).toHaveLength(26)
})

test('the chamber’s list leaves as it stands, in its scope', async () => {
  const page = tableOf(await (await get('/fr/chamber')).text())
  const file = await csv('/fr/chamber/export?format=csv')
  expect(file).toHaveLength(26)
  expect(file.slice(1, 21).map((row) => row[0]?.replace(/^'/, ''))).toEqual(
    // The page says the legal name beside the other.
    page.map((row) => row[0]?.split(' Ateliers')[0]),
  )
  expect(JSON.stringify(file)).not.toContain('Ailleurs')
  expect(await csv(`/fr/chamber/export?format=csv&q=${encodeURIComponent(hidden)}`)).toHaveLength(2)
})

test('sectors and skills leave, for the desk only', async () => {
  const sectors = await csv('/fr/chamber/map/export?list=sectors&format=csv')
  expect(sectors[0]?.slice(0, 2)).toEqual(['Secteur', 'Tous'])
  expect(sectors).toHaveLength(2)
  expect(sectors[1]?.[1]).toBe('25')
  const skills = await csv('/fr/chamber/map/export?list=skills&area=CI-VB&format=csv')
  expect(skills.slice(1).every((row) => row[0] === 'Les plus demandées')).toBe(true)
  const outside = await get('/fr/chamber/map/export?list=skills&area=CI-AB&format=csv')
  expect(outside.status).toBe(404)
  const open = await csv('/fr/map/CI/export?list=sectors&format=csv', '')
  expect(open[0]?.[0]).toBe('Nature')
})

test('the public gets no name that the public map does not show', async () => {
  const file = await csv('/fr/map/CI/export?area=CI-VB&place=all&format=csv', '')
  expect(file).toHaveLength(25)
  expect(JSON.stringify(file)).not.toContain(hidden)
  const measure = await csv('/fr/map/CI/export?measure=coverage&format=csv', '')
  expect(measure[0]).toEqual(['Nature', 'Zone', 'Entreprises'])
  expect((await get('/fr/chamber/map/export?format=csv', '')).status).toBe(302)
})

test('every file is written into the audit trail', async () => {
  await get('/fr/chamber/map/export?measure=posts&format=geojson')
  const rows = await server.services.db
    .selectFrom('audit_event')
    .select(['actor_id', 'entity_kind', 'entity_id', 'detail'])
    .where('action', '=', 'list.exported')
    .orderBy('id', 'desc')
    .execute()
  expect(rows[0]).toEqual({
    actor_id: userId,
    entity_kind: 'chamber',
    entity_id: chamberId,
    detail: JSON.stringify({ list: 'map', format: 'geojson' }),
  })
  expect(rows.some((row) => row.entity_kind === 'platform' && row.actor_id === null)).toBe(true)
})

test('an area, place or format that there is not is not found', async () => {
  for (const query of ['format=exe', 'area=XX&format=csv', 'area=CI-VB&place=x&format=csv', '']) {
    expect((await get(`/fr/chamber/map/export?${query}`)).status, query).toBe(404)
  }
  expect((await get('/fr/map/XX/export?format=csv')).status).toBe(404)
})

test('files are limited for who asks', async () => {
  const limited = await startTestServer({ LIMIT_FACTOR: '1' })
  try {
    const statuses: number[] = []
    for (let at = 0; at < 31; at += 1) {
      const { status } = await fetch(`${limited.url}/fr/map/CI/export?format=csv`)
      statuses.push(status)
    }
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
    expect(statuses[30]).toBe(429)
  } finally {
    await limited.drop()
  }
})
