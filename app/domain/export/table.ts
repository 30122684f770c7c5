/** What a cell of a list holds. */
export type Cell = string | number | null

/** A column of a list, under the heading that the screen has. */
export interface ExportColumn {
  readonly key: string
  readonly label: string
}

/** Where a row stands on a map. */
export type Geometry = object | null

/** A row of a list; `geometry` matters to GeoJSON only. */
export interface ExportRow {
  readonly cells: readonly Cell[]
  readonly id?: string
  readonly geometry?: Geometry
}

/**
 * A list on its way out: rows come in batches, each read when the one before has been sent, so that
 * memory stays flat however long the list is.
 */
export interface ExportTable {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: AsyncIterable<readonly ExportRow[]>
  /** Lines about the whole: when it was made, what it leaves out. */
  readonly notes: readonly string[]
  readonly locale: 'fr' | 'en' | 'ar'
  /**
   * The first column names parts that follow each other, each with some of the columns: on paper each is
   * a table of its own. For lists that are short.
   */
  readonly isInParts?: boolean | undefined
}

export const exportFormats = ['csv', 'xlsx', 'geojson', 'print'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A format that an address names; null for any other. */
export function exportFormat(text: string | null): ExportFormat | null {
  return exportFormats.find((format) => format === text) ?? null
}

/** Marks by which text of another script keeps its own direction inside a sentence (UAX #9). */
const isolates = /[\u2066-\u2069]/g

/** Text for a cell of a file, which has no sentence around it: without the marks that pages need. */
export function plain(text: string): string {
  return text.replace(isolates, '')
}
