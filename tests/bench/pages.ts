import { wireBytes } from '#tests/support/client.ts'
import { startTestServer } from '#tests/support/server.ts'

/** What one page costs through the production server, a few requests at a time on this machine. */
export interface PageFigures {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Bytes of the compressed document. */
  readonly bytes: number
}

const atOnce = 8
const requests = 1000

/** Measures public pages of a real server on loopback: a thousand requests each, eight at a time. */
export async function benchPages(): Promise<Record<string, PageFigures>> {
  const server = await startTestServer()
  try {
    const figures: Record<string, PageFigures> = {}
    for (const path of ['/healthz', '/fr', '/fr/opportunities', '/ar/opportunities?q=soudeur']) {
      figures[path] = await load(server.url + path)
    }
    return figures
  } finally {
    await server.drop()
  }
}

async function load(url: string): Promise<PageFigures> {
  const taken: number[] = []
  const { bytes } = await wireBytes(url)
  let left = requests
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1
        const start = performance.now()
        const response = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
        await response.arrayBuffer()
        if (!response.ok) throw new Error(`${url} answered ${response.status}`)
        taken.push(performance.now() - start)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]
  return { perSecond: requests / seconds, p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, bytes }
}
