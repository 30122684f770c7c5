import { csvOf } from '#app/domain/export/csv.ts'
import { geoJsonOf } from '#app/domain/export/geojson.ts'
import { printPageOf } from '#app/domain/export/print-page.ts'
import type { ExportFormat, ExportTable } from '#app/domain/export/table.ts'
import { xlsxOf } from '#app/domain/export/xlsx.server.ts'

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
  print: 'text/html; charset=utf-8',
}

/**
 * A list as a file to download, or as a page to print. It is made while it is sent: what the reader has
 * not taken yet is not made, and nothing more is read for a reader who went away.
 */
export function exportFile(
  table: ExportTable,
  format: ExportFormat,
  { name, stylesheet }: { readonly name: string; readonly stylesheet: string },
): Response {
  const headers = new Headers({
    'Content-Type': mediaTypes[format],
    'Cache-Control': 'private, no-store',
  })
  if (format !== 'print') {
    headers.set('Content-Disposition', `attachment; filename="${name}.${format}"`)
  }
  return new Response(streamOf(pieces(table, format, stylesheet)), { headers })
}

function pieces(
  table: ExportTable,
  format: ExportFormat,
  stylesheet: string,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'csv') return csvOf(table)
  if (format === 'xlsx') return xlsxOf(table)
  return format === 'geojson' ? geoJsonOf(table) : printPageOf(table, stylesheet)
}

/** Pulls a piece whenever the reader has room for one. */
function streamOf(content: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await content.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await content.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
