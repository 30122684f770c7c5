import { globSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { mostDocumentBytes } from '#app/domain/company/document-type.ts'
import { fileBounds } from '#app/domain/import/import.ts'
import { lastIndexChange } from '#db/queries/index-change.ts'
import { compressPage, pickEncoding } from './compress-page.server.ts'
import { documentContext, requestContext, servicesContext } from './context.server.ts'
import { createPageCache, isSameForAll } from './page-cache.server.ts'
import { pagePolicy } from './page-policy.ts'
import { randomText } from './random.server.ts'
import { readiness } from './readiness.server.ts'
import { createRouteHandlers } from './route-handlers.server.ts'
import type { Services } from './services.server.ts'

interface Env {
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } }
  Variables: { requestId: string; nonce: string; ip: string }
}

const mebibyte = 1024 * 1024

/** The public search, which callers may use only so often. */
const isSearch = /\/opportunities$/

const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Paths that React Router serves to its client router. Our pages are documents, so nobody needs them. */
const clientRouterPath = /(\.data|\/__manifest)$/

/**
 * The web server: headers, limits and logs around React Router. `draining` tells `/readyz` that the
 * process is about to stop.
 */
export function createHttp(
  build: ServerBuild | (() => Promise<ServerBuild>),
  services: Services,
  state: { draining: boolean },
): Hono<Env> {
  const { config, log } = services
  const app = new Hono<Env>()
  const handle =
    typeof build === 'function'
      ? createRequestHandler(build, 'development')
      : createRouteHandlers(build)
  const cache = config.mode === 'development' ? null : createPageCache(publicState)

  /** Where the database's changes stand, and how many of them searches see. */
  async function publicState(): Promise<string> {
    const [last, applied] = await Promise.all([
      lastIndexChange(services.open.db),
      services.search.appliedSequence(),
    ])
    return `${last} ${applied}`
  }

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('requestId', requestId(c, config.trustProxy))
    c.set('nonce', randomText(16, 'base64'))
    c.set('ip', callerAddress(c, config.trustProxy))
    await next()
    // Not by `c.header`: once there is an answer that makes another one around it.
    c.res.headers.set('X-Request-Id', c.get('requestId'))
    log.info({
      request: c.get('requestId'),
      method: c.req.method,
      route: c.res.headers.get('x-route') ?? undefined,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    })
    c.res.headers.delete('x-route')
    // What may be framed says so in its content security policy; the older header knows no exceptions.
    if (c.res.headers.get('Content-Security-Policy')?.endsWith('frame-ancestors *')) {
      c.res.headers.delete('X-Frame-Options')
    }
  })

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const answer = await readiness(services, state.draining)
    return c.json(answer, answer.ready ? 200 : 503)
  })

  app.use(compress({ threshold: 1024 }))
  app.use(
    secureHeaders({
      // `no-referrer` would make browsers send `Origin: null` with every form
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      strictTransportSecurity: config.appUrl.startsWith('https:')
        ? 'max-age=31536000; includeSubDomains'
        : false,
    }),
  )
  app.use(async (c, next) => {
    await next()
    const { contentSecurityPolicy } = pagePolicy(new URL(c.req.url), {
      nonce: c.get('nonce'),
      tilesUrl: config.tiles?.url ?? null,
    })
    c.res.headers.set('Content-Security-Policy', contentSecurityPolicy)
  })

  if (config.mode !== 'development') {
    const root = 'build/client'
    const hashed = serveStatic({ root, onFound: cacheFor('public, max-age=31536000, immutable') })
    const other = serveStatic({ root, onFound: cacheFor('public, max-age=3600') })
    // Listed once: looking on the disk before each page would cost more than finding the page.
    const files = new Set(
      globSync('**', { cwd: root }).map((file) => `/${file.replaceAll('\\', '/')}`),
    )
    app.use(async (c, next) => {
      if (!files.has(c.req.path)) return next()
      return c.req.path.startsWith('/assets/') ? hashed(c, next) : other(c, next)
    })
  }

  const onError = async (c: Context<Env>) => {
    const answer = await pageAnswer(c, 413)
    // The rest of the body was not read: nothing else can come over this connection.
    answer.headers.set('Connection', 'close')
    return answer
  }
  const limited = bodyLimit({ maxSize: mebibyte, onError })
  const limitedList = bodyLimit({ maxSize: fileBounds.bytes + mebibyte, onError })
  const limitedPaper = bodyLimit({ maxSize: mostDocumentBytes + mebibyte, onError })
  // Looking for the body of a request that has none would make Node build a stream for it.
  app.use((c, next) => {
    if (bodiless.has(c.req.method)) return next()
    if (takesPaper(c)) return limitedPaper(c, next)
    return (takesList(c) ? limitedList : limited)(c, next)
  })
  app.all('*', (c) => pageAnswer(c))

  async function pageAnswer(c: Context<Env>, refuse?: number): Promise<Response> {
    const asked = behindProxy(c.req.raw, config.trustProxy)
    const url = new URL(asked.url)
    const refused = refuse ?? (comesFromElsewhere(asked) ? 400 : null)
    if (clientRouterPath.test(url.pathname)) return c.text('', 404)
    const context = new RouterContextProvider()
    context.set(servicesContext, services)
    context.set(requestContext, {
      id: c.get('requestId'),
      nonce: c.get('nonce'),
      ip: c.get('ip'),
      refuse: refused,
    })
    const accepted = asked.headers.get('accept-encoding')
    const key = `${pickEncoding(accepted)} ${url.pathname}${url.search}`
    const shared = cache && !refused && isSameForAll(asked, url.pathname) && cache.isWanted(key)
    // Read before the page is made: a change meanwhile makes the page one of the past.
    const state = shared ? await cache.state().catch(() => null) : null
    const kept = state === null ? null : cache?.get(key, state)
    if (kept && (!isSearch.test(url.pathname) || (await mayAsk(c.get('ip'))))) {
      return new Response(kept.body, { headers: new Headers(kept.headers as [string, string][]) })
    }
    const answer = await handle(
      refused ? new Request(url, { headers: asked.headers }) : asked,
      context,
    )
    const html = context.get(documentContext)
    if (html === null) return answer
    const { headers, status } = answer
    const page = compressPage(html, accepted)
    for (const [name, value] of Object.entries(page.headers)) headers.set(name, value)
    // A nonce is for one answer only.
    const plain = status === 200 && !headers.has('set-cookie') && !html.includes(c.get('nonce'))
    if (state !== null && plain) cache?.put(key, state, { headers: [...headers], body: page.body })
    return new Response(asked.method === 'HEAD' ? null : page.body, { status, headers })
  }

  /** Counts a search that needs no searching, too; one caller too many is told so by the page itself. */
  async function mayAsk(ip: string): Promise<boolean> {
    return services.limits.use('search', ip).then(
      () => true,
      () => false,
    )
  }

  return app
}

/** True where a list of companies may be sent, which is a file larger than any form. */
const takesList = (c: Context<Env>) =>
  /^\/\w\w\/chamber\/imports$/.test(c.req.path) && carriesFile(c)

/** True where a paper of a company may be sent. */
const takesPaper = (c: Context<Env>) =>
  /^\/\w\w\/chamber\/companies\/[\w-]+\/documents$/.test(c.req.path) && carriesFile(c)

const carriesFile = (c: Context<Env>) =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data')

const cacheFor = (policy: string) => (_path: string, c: Context) =>
  c.header('Cache-Control', policy)

/** True for a form that another site's page sent: nobody here asked for it. */
function comesFromElsewhere(request: Request): boolean {
  if (request.method !== 'POST') return false
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(request.url).origin
}

/** The request with the address that the reader's browser used, as a trusted proxy reports it. */
function behindProxy(request: Request, trusted: boolean): Request {
  const protocol = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  const given = request.headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  const host = given && /^[\w.:[\]-]+$/.test(given) ? given : undefined
  if (!trusted || (!protocol && !host)) return request
  const from = new URL(request.url)
  const scheme = protocol === 'http' || protocol === 'https' ? `${protocol}:` : from.protocol
  // Built anew: setting the host of a URL would keep the port on which the proxy found us.
  return new Request(`${scheme}//${host ?? from.host}${from.pathname}${from.search}`, request)
}

function requestId(c: Context<Env>, trusted: boolean): string {
  const given = c.req.header('x-request-id')
  if (trusted && given && /^[\w-]{8,64}$/.test(given)) return given
  return randomText(6, 'hex').toUpperCase()
}

function callerAddress(c: Context<Env>, trusted: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (trusted && forwarded) return forwarded
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
}
