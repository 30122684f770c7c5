import { sql } from 'kysely'
import type { CountryPack } from '#app/domain/countries/country-pack.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { companiesByNumber } from '#db/queries/company.ts'
import type { Identifier } from './company.ts'

/**
 * Makes concurrent registrations wait for one another until the commit: two people of one firm may
 * send the form in the same second, with two spellings of its number. SQLite has one writer anyway.
 */
export async function oneRegistrationAtATime(transaction: Db, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(7278)`.execute(transaction)
}

/** The company that already has one of these numbers, or a branch of the same legal entity; null when there is none. */
export async function findTwin(
  db: ReadDb,
  pack: CountryPack,
  identifiers: readonly Identifier[],
): Promise<{ companyId: string; scheme: string } | null> {
  for (const { scheme, entityKey } of identifiers) {
    const key = pack.identifiers.find((one) => one.id === scheme)?.entityKey
    const candidates = await companiesByNumber(db, pack.code, scheme, entityKey)
    const twin = candidates.find((one) => key?.(one.value) === entityKey)
    if (twin) return { companyId: twin.company_id, scheme }
  }
  return null
}
