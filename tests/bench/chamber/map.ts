import { gzipSync } from 'node:zlib'
import { openChamber } from './chamber-server.ts'

/** The country's map at 20,000 companies, as the server makes it. Milliseconds and bytes. */
export interface MapFigures {
  readonly companies: number
  /** Median and slowest twentieth of a view that nobody asked for before, answer read. */
  readonly p50: number
  readonly p95: number
  /** The first view of a process, which reads all companies into memory. */
  readonly first: number
  /** A view right after a company changed. */
  readonly afterChange: number
  /** The greatest compressed page of all measures. */
  readonly bytes: number
}

const paths = ['F', 'C', 'G', 'H', 'A', 'I'].flatMap((sector) =>
  ['', '10-49', '50-249', '2-9'].map((size) => `?sector=${sector}${size && `&size=${size}`}`),
)

/** Measures the map's country view through the production server. Build first. */
export async function benchMap(companies = 20_000): Promise<MapFigures> {
  const server = await openChamber(companies)
  try {
    const ask = async (query: string) => {
      const started = performance.now()
      const answer = await fetch(`${server.url}/fr/chamber/map${query}`, {
        headers: { cookie: server.cookie, 'accept-encoding': 'identity' },
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${query}: ${answer.status}`)
      return { ms: performance.now() - started, text }
    }
    const first = (await ask('')).ms
    for (const path of paths.slice(0, 8)) await ask(path)
    const times: number[] = []
    for (let round = 0; round < 4; round += 1) {
      for (const path of ['', ...paths]) times.push((await ask(path)).ms)
    }
    times.sort((a, b) => a - b)
    await server.changeCompany()
    const afterChange = (await ask('')).ms
    let bytes = 0
    for (const measure of ['companies', 'headcount', 'posts', 'profiles', 'coverage']) {
      bytes = Math.max(bytes, gzipSync((await ask(`?measure=${measure}`)).text).length)
    }
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
    return { companies, p50: at(0.5), p95: at(0.95), first, afterChange, bytes }
  } finally {
    await server.drop()
  }
}
