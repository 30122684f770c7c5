import { companyList } from '#app/domain/chamber/chamber.ts'
import { exportCompanies } from '#app/domain/chamber/export-companies.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { recordExport } from '#app/domain/export/record-export.server.ts'
import { type ExportRow, exportFormat } from '#app/domain/export/table.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { exportFile } from '#app/server/export-file.server.ts'
import { page } from '#app/server/page.server.ts'
import stylesheet from '#app/ui/styles/app.css?url'
import { placeLabel } from '../company/place-choice.ts'
import type { Route } from './+types/export-companies'

/** `GET /:lang/chamber/export?format=`: the chamber's list of companies under the same filters, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const chamber = await ownChamber(db, viewer)
    const format = exportFormat(url.searchParams.get('format'))
    if (!format) throw new ExpectedError('not-found')
    await services.limits.use('export', viewer.userId ?? '')
    const asked = companyList.parse(
      Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')),
    )
    await recordExport(
      db,
      { actorId: viewer.userId, chamberId: chamber.id, list: 'companies', format },
      services.now(),
    )
    async function* rows() {
      for await (const batch of exportCompanies(db, reference, chamber, asked)) {
        yield batch.map(({ id, site, ...row }): ExportRow => {
          const place = site ? reference.place(site.place_id) : null
          const lng = site?.lng ?? place?.lng
          const lat = site?.lat ?? place?.lat
          return {
            id,
            geometry:
              lng !== undefined && lat !== undefined
                ? { type: 'Point', coordinates: [lng, lat] }
                : null,
            cells: [
              row.trade_name ?? row.legal_name,
              row.legal_name,
              row.sector ? reference.sectorName(row.sector, locale) : t('common.unknown'),
              place ? placeLabel(place, locale) : t('common.unknown'),
              row.published,
              row.verified_at ? t('company.verified') : t('company.notVerified'),
              row.claims,
            ],
          }
        })
      }
    }
    const { timeZone } = countryPack(chamber.country)
    const time = formatInstant(locale, services.now().toISOString(), timeZone)
    const table = {
      title: t('chamber.companies.title'),
      locale,
      notes: [chamber.name, t('map.out.made', { time })],
      columns: [
        { key: 'name', label: t('company.title') },
        { key: 'legal_name', label: t('company.fields.legalName') },
        { key: 'sector', label: t('company.fields.sector') },
        { key: 'place', label: t('company.fields.mainPlace') },
        { key: 'published', label: t('chamber.companies.published') },
        { key: 'state', label: t('chamber.companies.state') },
        { key: 'claims', label: t('chamber.filters.claimed') },
      ],
      rows: rows(),
    }
    return exportFile(table, format, { name: 'passerelle-companies', stylesheet })
  })
}
