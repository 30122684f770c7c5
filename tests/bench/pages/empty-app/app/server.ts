import * as build from 'virtual:react-router/server-build'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createRequestHandler } from 'react-router'

/** Serves the empty page on loopback, with the adapters that the product uses. Resolves with the port. */
export function startEmptyApp(): Promise<number> {
  const handle = createRequestHandler(build, 'production')
  const app = new Hono()
  app.all('*', (c) => handle(c.req.raw))
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      resolve(port)
    })
    server.unref()
  })
}
