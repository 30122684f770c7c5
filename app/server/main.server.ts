import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { readConfig } from './config.server.ts'
import { createHttp } from './http.server.ts'
import { openServices, type Services } from './services.server.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where it listens, on loopback. */
  readonly url: string
  readonly services: Services
  /** Answers what is under way, refuses new work, then closes the stores. */
  stop(): Promise<void>
}

/** How long a load balancer is given to see `/readyz` turn before the port closes. */
const drainMs = 1000

/** Starts the whole server from environment variables. Throws `ConfigError` when they are wrong. */
export async function startServer(
  env: Readonly<Record<string, string | undefined>>,
  given: {
    build?: () => Promise<ServerBuild>
    /** Answers before the app does: the development server's own files. */
    assets?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  } = {},
): Promise<RunningServer> {
  const config = readConfig(env)
  const services = await openServices(config)
  const state = { draining: false }
  // Given as a whole: from a function the routes would be ranked anew for each request.
  const build = given.build ?? ((await import('virtual:react-router/server-build')) as ServerBuild)
  const app = createHttp(build, services, state)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const { assets } = given
    const starting = serve(
      {
        fetch: app.fetch,
        hostname: config.host,
        port: config.port,
        ...(assets && {
          createServer: ((options: ServerOptions, listener: RequestListener) =>
            createServer(options, (request, response) =>
              assets(request, response, () => listener(request, response)),
            )) as typeof createServer,
        }),
      },
      () => resolve(starting),
    )
    starting.once('error', reject)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  services.log.info({ part: 'server', port, mode: config.mode }, 'listening')
  return {
    url: `http://localhost:${port}`,
    services,
    async stop() {
      state.draining = true
      await new Promise((resolve) =>
        setTimeout(resolve, config.mode === 'production' ? drainMs : 50),
      )
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
      await services.close()
    },
  }
}
