import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { serveParent } from './server-process.ts'

export interface FloorInfo {
  readonly port: number
}

/** What to compare with: `http` answers two bytes from bare node:http, `empty` serves the empty app. */
serveParent(
  async ({ kind, build }: { kind: 'http' | 'empty'; build: string }): Promise<FloorInfo> => {
    if (kind === 'empty') {
      const empty: { startEmptyApp(): Promise<number> } = await import(pathToFileURL(build).href)
      return { port: await empty.startEmptyApp() }
    }
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/plain')
      response.end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return { port: typeof address === 'object' && address ? address.port : 0 }
  },
)
