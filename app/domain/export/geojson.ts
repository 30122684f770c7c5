import { type Cell, type ExportTable, plain } from './table.ts'

const plainCell = (cell: Cell) => (typeof cell === 'string' ? plain(cell) : cell)

/** A list as GeoJSON (RFC 7946): a feature a row, its cells as properties under their columns' keys. */
export async function* geoJsonOf({ columns, rows, title }: ExportTable): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(title)},"features":[`
  let first = true
  for await (const batch of rows) {
    let text = ''
    for (const { id, geometry, cells } of batch) {
      const properties = Object.fromEntries(
        columns.map((column, at) => [column.key, plainCell(cells[at] ?? null)]),
      )
      const feature = { type: 'Feature', id, geometry: geometry ?? null, properties }
      text += `${first ? '' : ','}\n${JSON.stringify(feature)}`
      first = false
    }
    yield text
  }
  yield '\n]}\n'
}
