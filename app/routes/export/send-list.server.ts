import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { fileName } from '#app/domain/export/file-name.ts'
import { type ListName, recordExport } from '#app/domain/export/record-export.server.ts'
import {
  type ExportColumn,
  type ExportFormat,
  type ExportRow,
  type ExportTable,
  exportFormat,
} from '#app/domain/export/table.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { exportFile } from '#app/server/export-file.server.ts'
import type { PageContext } from '#app/server/page.server.ts'
import stylesheet from '#app/ui/styles/app.css?url'

/** A list that is ready to leave: whose it is, what its file is called, what it holds. */
export interface Outgoing {
  readonly list: ListName
  /** Null where everybody may have it. */
  readonly chamberId: string | null
  /** The company or campaign that it is about, where it is about one. */
  readonly about?: string | undefined
  /** Words of the file's name, from the most general. */
  readonly name: readonly (string | null | undefined)[]
  readonly table: ExportTable
}

/**
 * A list as the file that `format` names. Counted against the limit of who asks before it is read, and
 * written into the audit trail before anything leaves. Throws `ExpectedError`: `not-found` for a format
 * that the list does not have, `too-many`.
 */
export async function sendFile(
  { services, viewer, url, info }: PageContext,
  formats: readonly ExportFormat[],
  make: () => Promise<Outgoing>,
): Promise<Response> {
  const format = exportFormat(url.searchParams.get('format'))
  if (!format || !formats.includes(format)) throw new ExpectedError('not-found')
  await services.limits.use('export', viewer.userId ?? info.ip)
  const { list, chamberId, about, name, table } = await make()
  await recordExport(
    services.db,
    { actorId: viewer.userId, chamberId, list, format, about },
    services.now(),
  )
  return exportFile(table, format, { name: fileName(['passerelle', ...name]), stylesheet })
}

/** A list of the desk in words, before it becomes a file. */
export interface DeskList {
  readonly title: string
  /** Lines about the whole, beside whose it is and when it was made. */
  readonly notes?: readonly string[]
  readonly columns: readonly ExportColumn[]
  /** The first column names parts, each with some of the columns. */
  readonly isInParts?: boolean
  /** All at once, or in batches where there may be thousands. */
  readonly rows: readonly ExportRow[] | AsyncIterable<readonly ExportRow[]>
}

/** Which list of a chamber it is, and of what. */
export interface DeskListOf {
  readonly chamber: { readonly id: string; readonly name: string; readonly country: string }
  readonly about?: { readonly id: string; readonly name: string }
  readonly table: DeskList
}

/** Formats of a list whose rows stand nowhere. */
export const listFormats = ['csv', 'xlsx', 'print'] as const
/** Formats of a list whose rows have a place. */
export const placedFormats = ['csv', 'xlsx', 'geojson', 'print'] as const

/** A list of a chamber's desk as the file that `format` names; see `sendFile`. */
export function sendDeskList(
  context: PageContext,
  list: ListName,
  formats: readonly ExportFormat[],
  make: (context: PageContext) => Promise<DeskListOf>,
): Promise<Response> {
  return sendFile(context, formats, async () => {
    const { services, locale, t } = context
    const { chamber, about, table } = await make(context)
    const { timeZone } = countryPack(chamber.country)
    const time = formatInstant(locale, services.now().toISOString(), timeZone)
    const { title, columns, rows, isInParts, notes = [] } = table
    return {
      list,
      chamberId: chamber.id,
      about: about?.id,
      name: [list, about?.name],
      table: {
        title,
        locale,
        columns,
        isInParts,
        notes: [chamber.name, t('map.out.made', { time }), ...notes],
        rows: isList(rows) ? oneBatch(rows) : rows,
      },
    }
  })
}

const isList = (rows: DeskList['rows']): rows is readonly ExportRow[] => Array.isArray(rows)

async function* oneBatch(rows: readonly ExportRow[]) {
  yield rows
}
