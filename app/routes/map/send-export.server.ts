import type { ListName } from '#app/domain/export/record-export.server.ts'
import { exportFormats } from '#app/domain/export/table.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { sendFile } from '../export/send-list.server.ts'
import { sectorsTable, skillsTable } from './export-lists.server.ts'
import { mapCompaniesTable, mapTable } from './export-tables.server.ts'
import type { AskedMap } from './read-page.server.ts'

/**
 * A map's table, or with `place` the companies there, as the file that `format` names. Throws
 * `ExpectedError('not-found')` for what there is not.
 */
export function sendMapExport(context: PageContext, asked: AskedMap): Promise<Response> {
  const { services, url } = context
  const area = url.searchParams.get('area') ?? undefined
  const place = url.searchParams.get('place')
  const list = listOf(url.searchParams.get('list'), asked, area, place)
  return sendFile(context, exportFormats, async () => ({
    list,
    chamberId: asked.scope.chamber?.id ?? null,
    name: [list === 'map' ? asked.view.measure : list.replace('map-', ''), area, place],
    table:
      list === 'sectors'
        ? await sectorsTable(services, asked)
        : list === 'skills'
          ? await skillsTable(services, asked, area ?? null)
          : area !== undefined && place !== null
            ? await mapCompaniesTable(services, asked, area, place)
            : await mapTable(services, asked, area),
  }))
}

/** Which list an address means. Those of the desk are not for everybody. */
function listOf(
  named: string | null,
  { scope }: AskedMap,
  area: string | undefined,
  place: string | null,
): ListName {
  if (scope.chamber && (named === 'sectors' || named === 'skills')) return named
  return area !== undefined && place !== null ? 'map-companies' : 'map'
}
