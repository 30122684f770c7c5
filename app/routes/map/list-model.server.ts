import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import {
  companiesPerPage,
  companiesThere,
  findPlace,
  type ListedCompany,
  listedCompanies,
} from '#app/domain/map/list-companies.server.ts'
import { namedConcepts } from '#app/domain/map/named-concepts.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { Services } from '#app/server/services.server.ts'
import { toDay } from '#db/codec.ts'
import { chambersOfCountry } from '#db/queries/map.ts'
import { placeLabel } from '../company/place-choice.ts'
import { mapFilters } from './map-filters.ts'
import type { MapWording } from './map-words.ts'
import { type AskedMap, mapStores } from './read-page.server.ts'

/** A company as lists of the map and their files show it. */
export interface CompanyLine {
  readonly id: string
  readonly name: string
  readonly legalName: string | null
  readonly sector: string
  readonly size: string
  readonly place: string
  readonly state: string
  readonly verified: boolean
}

/** The words of a listed company. */
export function companyLine({ t, locale, reference }: MapWording, row: ListedCompany): CompanyLine {
  const place = row.placeId ? reference.place(row.placeId) : null
  const name = row.trade_name ?? row.legal_name
  return {
    id: row.id,
    name,
    // A legal name that only adds its form (SARL, SA) tells nothing more.
    legalName: row.legal_name.startsWith(name) ? null : row.legal_name,
    sector: row.sector ? reference.sectorName(row.sector, locale) : t('common.unknown'),
    size: row.size_band ? t(`company.sizeBands.${row.size_band}`) : t('common.unknown'),
    place: place ? placeLabel(place, locale) : t('common.unknown'),
    state: row.verified_at ? t('company.verified') : t('company.notVerified'),
    verified: row.verified_at !== null,
  }
}

/** The page of companies behind a figure of the map. Throws `ExpectedError('not-found')` for a place there is not. */
export async function readListPage(
  services: Services,
  { scope, view, links, wording }: AskedMap,
  areaId: string,
  placeId: string,
) {
  const { t, locale, reference } = wording
  const stores = mapStores(services)
  const place = await findPlace(stores, scope, areaId, placeId)
  if (!place?.area) throw new ExpectedError('not-found')
  const concepts = namedConcepts(reference, view, locale)
  const asCompanies = { ...view, measure: 'companies' } as const
  const [{ firms, unnamed }, chambers] = await Promise.all([
    companiesThere(stores, scope, view, concepts, place),
    scope.chamber ? chambersOfCountry(services.db, scope.country) : [],
  ])
  const pages = Math.max(1, Math.ceil(firms.length / companiesPerPage))
  const page = Math.min(view.page, pages)
  const rows = await listedCompanies(
    stores,
    firms.slice((page - 1) * companiesPerPage, page * companiesPerPage),
    place,
    reference,
  )
  const area = place.area.names[locale]
  const name = place.placeId ? (reference.place(place.placeId)?.names[locale] ?? area) : area
  const below = `/${areaId}/${placeId}`
  const turn = (to: number) => links.to(below, { page: to })
  return {
    title: t('map.list.title', { place: name }),
    crumbs: [
      { href: links.to(''), label: countryPack(scope.country).names[locale] },
      { href: links.to(`/${areaId}`), label: area },
      { href: links.to(below), label: place.placeId ? name : t('map.list.allIn') },
    ],
    filters: mapFilters(wording, asCompanies, concepts, {
      today: toDay(services.now()),
      chambers,
    }),
    action: links.to(below).split('?')[0] ?? '',
    hidden: links.embed ? [['embed', '1'] as const] : [],
    clear: (links.to(below).split('?')[0] ?? '') + (links.embed ? '?embed=1' : ''),
    ignored: null,
    count: t('map.list.count', { count: formatNumber(locale, firms.length + unnamed) }),
    unnamed: unnamed > 0 ? t('map.list.hidden', { count: formatNumber(locale, unnamed) }) : null,
    rows: rows.map((row) => companyLine(wording, row)),
    summary: t('map.list.pageOf', {
      page: formatNumber(locale, page),
      pages: formatNumber(locale, pages),
    }),
    previous:
      page > 1 ? { href: turn(page - 1), label: t('common.pagination.previous') } : undefined,
    next: page < pages ? { href: turn(page + 1), label: t('common.pagination.next') } : undefined,
    out: (['csv', 'xlsx', 'geojson', 'print'] as const).map((format) => ({
      href: links.out(below, format),
      label: t(`map.out.${format}`),
    })),
  }
}

export type ListModel = Awaited<ReturnType<typeof readListPage>>
