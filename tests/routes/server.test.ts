import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { direction, locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { ask, post, visibleText } from '#tests/support/client.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.drop())

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(server.url, path, { headers })

describe('headers', () => {
  test('every page says how browsers must treat it', async () => {
    for (const path of ['/fr', '/fr/no-such-page', '/fr/sign-in']) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      // `no-referrer` makes browsers send `Origin: null` with every form
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
      expect(headers.get('x-powered-by'), path).toBeNull()
      expect(headers.get('cache-control'), path).toContain('no-store')
    }
  })

  test('the content policy admits our own files and nothing inline', async () => {
    const policyOf = async () => (await get('/fr')).headers.get('content-security-policy') ?? ''
    const first = await policyOf()
    expect(first).toContain("default-src 'self'")
    expect(first).toContain("style-src 'self'")
    expect(first).toContain("object-src 'none'")
    expect(first).toContain("base-uri 'none'")
    expect(first).toContain("form-action 'self'")
    expect(first).toContain("frame-ancestors 'none'")
    expect(first).not.toContain('unsafe')
    const nonce = /'nonce-([^']+)'/
    expect(nonce.exec(first)?.[1]).toHaveLength(24)
    expect(nonce.exec(await policyOf())?.[1]).not.toBe(nonce.exec(first)?.[1])
  })

  test.each(['/fr', '/ar/about', '/en/no-such-page'])(
    '%s has no inline script, style or handler',
    async (path) => {
      const { text } = await get(path)
      // JSON-LD is data: browsers do not run it.
      expect(text).not.toMatch(/<script(?![^>]*(\bsrc=|type="application\/ld\+json"))/i)
      expect(text).not.toMatch(/<style\b/i)
      expect(text).not.toMatch(/<[^>]+\son\w+=/i)
      expect(text).not.toMatch(/(href|src|action)="\s*javascript:/i)
    },
  )

  test('strict transport is asked for only where the site is served by TLS', async () => {
    expect((await get('/fr')).headers.get('strict-transport-security')).toBeNull()
    const secure = await startTestServer({ APP_URL: 'https://passerelle.example' })
    try {
      const { headers } = await ask(secure.url, '/fr')
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    } finally {
      await secure.drop()
    }
  })
})

describe('request ids', () => {
  test('each answer has its own, whatever the caller claims', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () =>
        (await get('/fr', { 'x-request-id': 'chosen-by-caller' })).headers.get('x-request-id'),
      ),
    )
    expect(ids[0]).toMatch(/^[0-9A-F]{12}$/)
    expect(ids[1]).toMatch(/^[0-9A-F]{12}$/)
    expect(ids[0]).not.toBe(ids[1])
  })
})

describe.each(locales)('error pages in %s', (locale) => {
  const t = translator(locale)
  const isPage = (text: string) => {
    expect(text).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    expect(text).toMatch(new RegExp(`<html[^>]* dir="${direction(locale)}"`))
  }

  test('404', async () => {
    const { status, text } = await get(`/${locale}/no-such-page`)
    expect(status).toBe(404)
    isPage(text)
    expect(visibleText(text)).toContain(t('errors.not-found.title'))
  })

  test.each(['with a length', 'in pieces'])('413, for a body sent %s', async (how) => {
    const body = 'x'.repeat(1024 * 1024 + 1)
    const agent = new Agent({ keepAlive: true })
    const framing = how === 'in pieces' ? 'transfer-encoding' : 'content-length'
    const sent = request(`${server.url}/${locale}/sign-in`, {
      agent,
      method: 'POST',
      headers: {
        origin: server.url,
        'content-type': 'application/x-www-form-urlencoded',
        [framing]: how === 'in pieces' ? 'chunked' : body.length,
      },
    })
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>
    sent.end(body)
    const [answer] = await answered
    const status = answer.statusCode
    const text = Buffer.concat(await answer.toArray()).toString()
    agent.destroy()
    expect(status).toBe(413)
    // What was not read still fills the connection: nobody may send another request on it.
    expect(answer.headers.connection).toBe('close')
    isPage(text)
    expect(visibleText(text)).toContain(t('errors.too-large.title'))
  })
})

test('a language that we do not speak is not found', async () => {
  expect((await get('/xx')).status).toBe(404)
  expect((await get('/xx/opportunities')).status).toBe(404)
})

test('/ leads to the language that the browser prefers', async () => {
  const to = async (accept: string) => (await get('/', { 'accept-language': accept })).location
  expect(await to('ar-TN,fr;q=0.5')).toBe('/ar')
  expect(await to('de')).toBe('/fr')
  expect(await to('en-GB;q=0.9, fr;q=0.1')).toBe('/en')
})

test('the client router has nothing to ask for', async () => {
  expect((await get('/fr.data')).status).toBe(404)
  expect((await get('/__manifest?paths=%2Ffr')).status).toBe(404)
})

describe('files', () => {
  test('hashed assets never change, and what is not there is not found', async () => {
    const { text } = await get('/fr')
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? ''
    expect(asset).not.toBe('')
    const { status, headers } = await get(asset)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/css')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const missing = await get('/assets/no-such-file.css')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable')
  })

  test('the icon is there', async () => {
    const { status, headers } = await get('/favicon.svg')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('image/svg+xml')
  })

  test.each(['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json'])(
    '%s stays out of reach',
    async (path) => {
      const { status, text } = await get(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(text).not.toContain('"dependencies"')
    },
  )
})

describe('where a form comes from', () => {
  const form = [['intent', 'x']] as const
  const sent = (origin: string, headers: Record<string, string> = {}, url = server.url) =>
    post(url, '/fr/sign-in', form, { headers: { origin, ...headers } })
  /** What the page itself says of a form that makes no sense, sent from the site. */
  const ownAnswer = async (url = server.url) => (await sent(url, {}, url)).status

  test.each(['null', 'https://elsewhere.example', 'http://localhost.elsewhere.example'])(
    '%s is refused',
    async (origin) => {
      expect(await ownAnswer()).not.toBe(400)
      expect((await sent(origin)).status).toBe(400)
    },
  )

  const proxied = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'passerelle.example',
    'x-forwarded-for': '203.0.113.9',
  }

  test("a proxy's word counts only where it is trusted", async () => {
    expect((await sent('https://passerelle.example', proxied)).status).toBe(400)
    const behind = await startTestServer({
      TRUST_PROXY: '1',
      APP_URL: 'https://passerelle.example',
    })
    try {
      const own = await ownAnswer(behind.url)
      expect((await sent('https://passerelle.example', proxied, behind.url)).status).toBe(own)
      expect((await sent('https://elsewhere.example', proxied, behind.url)).status).toBe(400)
      const id = { 'x-request-id': 'chosen-by-proxy' }
      const { headers } = await ask(behind.url, '/fr', { headers: { ...proxied, ...id } })
      expect(headers.get('x-request-id')).toBe('chosen-by-proxy')
    } finally {
      await behind.drop()
    }
  })
})

describe('operations', () => {
  test('/healthz and /readyz say that all is well', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, text: 'ok' })
    const ready = await get('/readyz')
    expect(ready.status).toBe(200)
    expect(JSON.parse(ready.text)).toMatchObject({ ready: true, database: 'ok', draining: false })
  })

  test('a stop answers all that is in flight, and only then closes', async () => {
    const own = await startTestServer()
    const flights = Array.from({ length: 24 }, () => takeOff(own.url))
    await Promise.all(flights.map((flight) => flight.underWay))
    const stopped = own.stop()
    const ready = await ask(own.url, '/readyz')
    expect(ready.status).toBe(503)
    for (const flight of flights) flight.land()
    const statuses = await Promise.all(flights.map((flight) => flight.status))
    expect(statuses).toHaveLength(24)
    expect(statuses.filter((status) => status < 200 || status >= 500)).toEqual([])
    await stopped
    await expect(fetch(own.url)).rejects.toThrow('fetch failed')
    own.removeFolder()
  })
})

/** A post whose head has arrived (the server asked for its body) and whose body is held back until `land`. */
function takeOff(url: string): {
  underWay: Promise<unknown>
  land: () => void
  status: Promise<number>
} {
  const sent: ClientRequest = request(`${url}/fr/sign-in`, {
    method: 'POST',
    headers: {
      origin: url,
      expect: '100-continue',
      'content-type': 'application/x-www-form-urlencoded',
      'transfer-encoding': 'chunked',
    },
  })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  sent.flushHeaders()
  return {
    underWay: once(sent, 'continue'),
    land: () => sent.end('intent=x'),
    status: answered.then(async ([answer]) => {
      answer.resume()
      await once(answer, 'end')
      return answer.statusCode ?? 0
    }),
  }
}
