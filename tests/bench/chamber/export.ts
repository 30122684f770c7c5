import { openChamber } from './chamber-server.ts'

/** All companies as a file: milliseconds until the last byte, and what the process grew by meanwhile. */
export interface ExportFigures {
  readonly companies: number
  readonly csvMs: number
  readonly xlsxMs: number
  readonly geojsonMs: number
  readonly printMs: number
  /** Bytes of resident memory above what it was before, at most, over all of them. */
  readonly addedBytes: number
  readonly csvBytes: number
}

/** Measures the chamber's list of companies on its way out through the production server. Build first. */
export async function benchExport(companies = 26_000): Promise<ExportFigures> {
  const server = await openChamber(companies)
  try {
    const take = async (format: string) => {
      const started = performance.now()
      const answer = await fetch(`${server.url}/fr/chamber/export?format=${format}`, {
        headers: { cookie: server.cookie },
      })
      if (!answer.ok || !answer.body) throw new Error(`${format}: ${answer.status}`)
      let bytes = 0
      // Read and forgotten, as a browser writes it to its disk.
      for await (const piece of answer.body) bytes += piece.length
      return { ms: performance.now() - started, bytes }
    }
    // The list itself, so that what any page needs is in memory already.
    await fetch(`${server.url}/fr/chamber`, { headers: { cookie: server.cookie } })
    const before = await server.memory()
    const watch = server.watchMemory()
    const csv = await take('csv')
    const xlsx = await take('xlsx')
    const geojson = await take('geojson')
    const print = await take('print')
    const most = await watch.stop()
    return {
      companies,
      csvMs: csv.ms,
      xlsxMs: xlsx.ms,
      geojsonMs: geojson.ms,
      printMs: print.ms,
      addedBytes: Math.max(0, most - before),
      csvBytes: csv.bytes,
    }
  } finally {
    await server.drop()
  }
}
