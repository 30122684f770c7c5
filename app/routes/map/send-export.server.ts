import { ExpectedError } from '#app/domain/errors.ts'
import { type ExportedList, recordExport } from '#app/domain/export/record-export.server.ts'
import { exportFormat } from '#app/domain/export/table.ts'
import { exportFile } from '#app/server/export-file.server.ts'
import type { PageContext } from '#app/server/page.server.ts'
import stylesheet from '#app/ui/styles/app.css?url'
import { sectorsTable, skillsTable } from './export-lists.server.ts'
import { mapCompaniesTable, mapTable } from './export-tables.server.ts'
import type { AskedMap } from './read-page.server.ts'

/**
 * A map's table, or with `place` the companies there, as the file that `format` names. Counted against
 * the limit of who asks, and written into the audit trail before anything leaves. Throws
 * `ExpectedError('not-found')` for what there is not.
 */
export async function sendMapExport(
  { services, viewer, url, info }: PageContext,
  asked: AskedMap,
): Promise<Response> {
  const format = exportFormat(url.searchParams.get('format'))
  if (!format) throw new ExpectedError('not-found')
  await services.limits.use('export', viewer.userId ?? info.ip)
  const area = url.searchParams.get('area') ?? undefined
  const place = url.searchParams.get('place')
  const list = listOf(url.searchParams.get('list'), asked, area, place)
  const table =
    list === 'sectors'
      ? await sectorsTable(services, asked)
      : list === 'skills'
        ? await skillsTable(services, asked, area ?? null)
        : area !== undefined && place !== null
          ? await mapCompaniesTable(services, asked, area, place)
          : await mapTable(services, asked, area)
  await recordExport(
    services.db,
    {
      actorId: viewer.userId,
      chamberId: asked.scope.chamber?.id ?? null,
      list,
      format,
    },
    services.now(),
  )
  const what = list === 'map' ? asked.view.measure : list.replace('map-', '')
  const name = ['passerelle', what, area, place]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w-]/g, '')
  return exportFile(table, format, { name, stylesheet })
}

/** Which list an address means. Those of the desk are not for everybody. */
function listOf(
  named: string | null,
  { scope }: AskedMap,
  area: string | undefined,
  place: string | null,
): ExportedList['list'] {
  if (scope.chamber && (named === 'sectors' || named === 'skills')) return named
  return area !== undefined && place !== null ? 'map-companies' : 'map'
}
