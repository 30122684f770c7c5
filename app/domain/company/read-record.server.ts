import { fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { identifiersOf, sitesOf } from '#db/queries/company.ts'
import { contactsOf, documentsOf, sectorsOf } from '#db/queries/company-record.ts'
import type { CompanyRow } from './company-scope.server.ts'
import { completeness } from './completeness.ts'

/** Everything that a chamber keeps of a company, and how complete it is. */
export async function readRecord(db: ReadDb, company: CompanyRow) {
  const [identifiers, sites, sectors, contacts, documents] = await Promise.all([
    identifiersOf(db, company.id),
    sitesOf(db, company.id),
    sectorsOf(db, company.id),
    contactsOf(db, company.id),
    documentsOf(db, company.id),
  ])
  const roles = fromList(company.roles)
  const kept = contacts.filter((one) => one.consent !== 'refused')
  return {
    identifiers,
    sites,
    sectors,
    contacts,
    documents,
    roles,
    ...completeness({
      identifiers: identifiers.length,
      sector: company.sector !== null,
      size: company.headcount !== null || company.size_band !== null,
      sites: sites.length,
      exactSite: sites.some((site) => site.lat !== null),
      phone: company.phone !== null,
      email: company.email !== null,
      website: company.website !== null,
      description: company.description !== null,
      foundedYear: company.founded_year !== null,
      roles: roles.length,
      contacts: kept.length,
      agreedContacts: kept.filter((one) => one.consent === 'given').length,
      documents: documents.length,
    }),
  }
}
