import { companyList } from '#app/domain/chamber/chamber.ts'
import { exportCompanies } from '#app/domain/chamber/export-companies.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { ExportRow } from '#app/domain/export/table.ts'
import { page } from '#app/server/page.server.ts'
import { placeLabel } from '../company/place-choice.ts'
import { placedFormats, sendDeskList } from '../export/send-list.server.ts'
import type { Route } from './+types/export-companies'
import { askedOf } from './chamber-filters.ts'

/** `GET /:lang/chamber/export?format=`: the chamber's list of companies under the same filters, as a file. */
export function loader(args: Route.LoaderArgs) {
  return page(args, (context) =>
    sendDeskList(
      context,
      'companies',
      placedFormats,
      async ({ services, viewer, locale, t, url }) => {
        const { db, reference } = services
        const chamber = await ownChamber(db, viewer)
        const asked = askedOf(companyList, url)
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
        return {
          chamber,
          table: {
            title: t('chamber.companies.title'),
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
          },
        }
      },
    ),
  )
}
