import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, wireBytes } from '#tests/support/client.ts'
import { chamber, company, placeId, publishedOpportunity, unique } from '#tests/support/fixtures.ts'
import { join, openAccount } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// The map that one can move: what the desk sees, and what everybody does.

let server: TestServer
let staff: string
const mark = unique()
const shown = `Visible ${mark}`
const unverified = `Inconnue ${mark}`
const hidden = `Discrète ${mark}`

beforeAll(async () => {
  server = await startTestServer()
  const { services } = server
  const { open } = services
  const account = await openAccount(services)
  await join(services, account.userId, 'chamber', await chamber(open), 'staff')
  staff = account.cookie
  await company(open, { trade_name: shown }, 'Korhogo')
  await company(open, { trade_name: unverified, verified_at: null }, 'Korhogo')
  const firm = await company(open, { trade_name: hidden, visibility: 'chamber' }, 'Bouna')
  await publishedOpportunity(open, { company_id: firm })
})
afterAll(() => server.drop())

interface Point {
  readonly count: number
  readonly label: string
  readonly href: string
  readonly zoom: number | null
}

const country = 'bbox=-9,4,-2,11&zoom=12'
const points = async (path: string, cookie = ''): Promise<Point[]> => {
  const answer = await fetch(`${server.url}${path}`, { headers: { cookie } })
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('cache-control')).toBe('private, max-age=60')
  return answer.json()
}

describe('everybody', () => {
  test('gets verified, public companies, each leading to the list of its place', async () => {
    const seen = await points(`/fr/map/CI/points?${country}`)
    const korhogo = await placeId(server.services.open, 'Korhogo')
    expect(seen).toMatchObject([
      { count: 1, label: shown, href: `/fr/map/CI/CI-SV/${korhogo}`, zoom: null },
    ])
    const list = await ask(server.url, seen[0]?.href ?? '')
    expect(list.status).toBe(200)
    expect(list.text).toContain(shown)
  })

  test('finds nobody else by filters, by what staff may ask, or signed in as staff', async () => {
    for (const query of [
      'kind=job',
      'measure=coverage',
      'measure=profiles',
      `chamber=${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
      'embed=1',
    ]) {
      for (const cookie of ['', staff]) {
        const text = JSON.stringify(await points(`/fr/map/CI/points?${query}&${country}`, cookie))
        expect(text, query).not.toContain(hidden)
        expect(text, query).not.toContain(unverified)
        expect(text, query).not.toContain('/chamber/')
        expect(text.includes(shown), query).toBe(query !== 'kind=job')
      }
    }
  })

  test('keeps the frame and the filters in the addresses', async () => {
    const [point] = await points(`/ar/map/CI/points?embed=1&sector=25&${country}`)
    expect(point?.href).toMatch(/^\/ar\/map\/CI\/CI-SV\/[^?]+\?sector=25&embed=1$/)
    const page = await ask(server.url, '/ar/map/CI/interactive?embed=1&sector=25')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(page.headers.get('x-frame-options')).toBeNull()
    expect(page.text).not.toContain('site-header')
    expect(page.text).toContain('data-points="/ar/map/CI/points?sector=25&amp;embed=1&amp;"')
    expect(page.text).toContain('href="/ar/map/CI?sector=25&amp;embed=1"')
    const plain = await ask(server.url, '/fr/map/CI/interactive')
    expect(plain.headers.get('x-frame-options')).toBe('DENY')
  })

  test('gets outlines, and no points without a box and a zoom', async () => {
    const answer = await fetch(`${server.url}/fr/map/CI/points?layer=outlines`)
    expect((await answer.json()).features.length).toBeGreaterThan(5)
    for (const query of [
      '',
      'bbox=1,2,3,4',
      'bbox=4,3,2,1&zoom=5',
      'bbox=a,b,c,d&zoom=5',
      'zoom=3',
    ]) {
      expect((await ask(server.url, `/fr/map/CI/points?${query}`)).status, query).toBe(400)
    }
    for (const path of ['/fr/map/XX/points', '/fr/map/XX/interactive', '/fr/map/ci/interactive']) {
      expect((await ask(server.url, path)).status, path).toBe(404)
    }
    // A country without outlines has an interactive map all the same.
    expect((await ask(server.url, '/fr/map/MA/interactive')).status).toBe(200)
  })

  test('loads the map library on the page that moves only', async () => {
    const drawn = await ask(server.url, '/fr/map/CI')
    expect(drawn.text).toContain('href="/fr/map/CI/interactive"')
    expect(drawn.text).not.toMatch(/<script/)
    expect(drawn.text).not.toContain('leaflet')
    const { text } = await ask(server.url, '/fr/map/CI/interactive')
    const scripts = [...text.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src = '']) => src)
    expect(scripts).toHaveLength(1)
    let bytes = (await wireBytes(`${server.url}/fr/map/CI/interactive`)).bytes
    for (const file of [...scripts, ...text.matchAll(/<link[^>]*href="([^"]+\.css)"/g)]) {
      const path = typeof file === 'string' ? file : (file[1] ?? '')
      bytes += (await wireBytes(server.url + path)).bytes
    }
    // The library is most of it; a page that grows has taken in something else.
    expect(bytes).toBeLessThan(80 * 1024)
    // Without script there is no empty box: the way to the drawn map stands there.
    expect(text).toMatch(/<section[^>]*id="live-map"[^>]*hidden/)
    expect(text).toContain('href="/fr/map/CI"')
  })

  test('asks as often as of any public list, and no more', async () => {
    const limited = await startTestServer({ LIMIT_FACTOR: '1' })
    try {
      const path = `${limited.url}/fr/map/CI/points?${country}`
      const statuses = new Set<number>()
      for (let at = 0; at < 320; at += 1) statuses.add((await fetch(path)).status)
      expect(statuses).toEqual(new Set([200, 429]))
    } finally {
      await limited.drop()
    }
  })
})

describe('the desk', () => {
  test('gets all companies, each leading to its record', async () => {
    const seen = await points(`/fr/chamber/map/points?${country}`, staff)
    expect(seen.reduce((sum, point) => sum + point.count, 0)).toBe(3)
    expect(seen.find((point) => point.label === hidden)?.href).toMatch(
      /^\/fr\/chamber\/companies\/[\w-]+$/,
    )
    const visitor = await fetch(`${server.url}/fr/chamber/map/points?${country}`, {
      redirect: 'manual',
    })
    expect(visitor.status).toBe(302)
  })
})
