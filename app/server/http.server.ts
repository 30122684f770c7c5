import { randomBytes } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { requestContext, servicesContext } from './context.server.ts'
import { readiness } from './readiness.server.ts'
import type { Services } from './services.server.ts'

interface Env {
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } }
  Variables: { requestId: string; nonce: string; ip: string }
}

const mebibyte = 1024 * 1024

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
  const handle = createRequestHandler(
    build,
    config.mode === 'development' ? 'development' : 'production',
  )

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('requestId', requestId(c, config.trustProxy))
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('ip', callerAddress(c, config.trustProxy))
    await next()
    c.header('X-Request-Id', c.get('requestId'))
    log.info({
      request: c.get('requestId'),
      method: c.req.method,
      route: c.res.headers.get('x-route') ?? undefined,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    })
    c.res.headers.delete('x-route')
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
    c.header(
      'Content-Security-Policy',
      [
        "default-src 'self'",
        `script-src 'self' 'nonce-${c.get('nonce')}'`,
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
    )
  })

  if (config.mode !== 'development') {
    const root = 'build/client'
    app.use(
      '/assets/*',
      serveStatic({
        root,
        onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
      }),
    )
    app.use(
      '*',
      serveStatic({
        root,
        onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=3600'),
      }),
    )
  }

  app.use(
    bodyLimit({
      maxSize: mebibyte,
      onError: async (c) => {
        const answer = await pageAnswer(c, 413)
        // The rest of the body was not read: nothing else can come over this connection.
        answer.headers.set('Connection', 'close')
        return answer
      },
    }),
  )
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
    return handle(refused ? new Request(url, { headers: asked.headers }) : asked, context)
  }

  return app
}

/** True for a form that another site's page sent: nobody here asked for it. */
function comesFromElsewhere(request: Request): boolean {
  const origin = request.headers.get('origin')
  return request.method === 'POST' && origin !== null && origin !== new URL(request.url).origin
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
  return randomBytes(6).toString('hex').toUpperCase()
}

function callerAddress(c: Context<Env>, trusted: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (trusted && forwarded) return forwarded
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
}
