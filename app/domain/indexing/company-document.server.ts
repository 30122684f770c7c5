import type { IndexedCompany } from '#db/queries/indexed-companies.ts'
import type { CompanyDocument } from '#search/documents/company.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { placeDocument } from './place-document.server.ts'

/** The document of a company. */
export function companyDocument(row: IndexedCompany, reference: Reference): CompanyDocument {
  const { company, placeIds } = row
  const main = placeDocument(reference, placeIds[0])
  return {
    id: company.id,
    country: company.country,
    name: company.trade_name ?? company.legal_name,
    sectors: company.sector ? [company.sector] : [],
    admin1: main.place?.admin1 ?? null,
    place: main.place,
    stage: company.verified_at ? 'verified' : 'registered',
    verified: company.verified_at !== null,
    sizeBand: company.size_band,
    updatedAt: company.updated_at,
    text: {
      title: [company.trade_name ?? '', company.legal_name].join(' '),
      skills: company.sector
        ? [
            reference.sectorName(company.sector, 'fr'),
            reference.sectorName(company.sector, 'en'),
            reference.sectorName(company.sector, 'ar'),
          ].join(' ')
        : '',
      place: placeIds.map((id) => placeDocument(reference, id).names).join(' '),
      body: company.description ?? '',
    },
  }
}
