import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toInstant, toList } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { identifiersOf } from '#db/queries/company.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { publishedIdsOfCompany } from '#db/queries/opportunity.ts'
import { type CompanyEdit, parseIdentifiers } from './company.ts'
import { managedCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'
import { findTwin, oneRegistrationAtATime } from './find-twin.server.ts'
import { readPhone } from './read-phone.ts'
import { bandOf, type RecordFacts } from './record.ts'
import { isDivision } from './register-company.server.ts'

/**
 * Changes what is known of a company. A number that is missing may be added, one that is there stays:
 * it says which firm this is. When the firm changes its legal name, the chamber's verification no
 * longer holds. Who may know its name is for both to say: its opportunities follow in the same
 * transaction. `record` is what a chamber knows besides. Throws `FieldErrors`, or `ExpectedError`:
 * `not-found`, `forbidden`, `stale`.
 */
export async function editCompany(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: CompanyEdit,
  record: RecordFacts | null = null,
): Promise<void> {
  const { company, as } = await managedCompany(deps.db, viewer, companyId)
  const pack = countryPack(company.country)
  const { identifiers, errors } = parseIdentifiers(pack, input.identifiers)
  if (input.sector && !isDivision(deps, input.sector)) errors.sector = 'form.invalid'
  if (record?.sectors.some((code) => !isDivision(deps, code))) errors.sectors = 'form.invalid'
  const phone = record?.phone ? readPhone(record.phone, pack.code) : null
  if (record?.phone && phone === null) errors.phone = 'account.phoneInvalid'
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  const visibility = record?.visibility ?? input.visibility
  const losesVerification =
    company.verified_at !== null && as === 'owner' && company.legal_name !== input.legalName

  await deps.db.transaction().execute(async (transaction) => {
    await oneRegistrationAtATime(transaction, deps.dialect)
    const known = new Set((await identifiersOf(transaction, companyId)).map((one) => one.scheme))
    const added = identifiers.filter((one) => !known.has(one.scheme))
    const twin = await findTwin(transaction, pack, added)
    if (twin) throw new FieldErrors({ [`identifiers.${twin.scheme}`]: 'company.identifierTaken' })
    const updated = await transaction
      .updateTable('company')
      .set({
        legal_name: input.legalName,
        trade_name: input.tradeName || null,
        sector: input.sector ?? null,
        size_band: input.sizeBand ?? null,
        description: input.description || null,
        website: input.website ?? null,
        ...(visibility && { visibility }),
        ...(losesVerification && {
          verified_at: null,
          verified_by: null,
          verified_evidence: null,
          verified_until: null,
        }),
        ...(record && recordColumns(record, phone)),
        updated_at: toInstant(deps.now),
        version: input.version + 1,
      })
      .where('id', '=', companyId)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
    if (added.length > 0) {
      await transaction
        .insertInto('company_identifier')
        .values(
          added.map(({ scheme, value }) => ({
            country: pack.code,
            scheme,
            value,
            company_id: companyId,
          })),
        )
        .execute()
    }
    if (record) await writeSectors(transaction, companyId, input.sector ?? null, record.sectors)
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
    const published = await publishedIdsOfCompany(transaction, companyId)
    await recordIndexChange(transaction, deps.dialect, 'opportunity', published, deps.now)
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: record ? 'company.record-edited' : 'company.edited',
        entityKind: 'company',
        entityId: companyId,
        detail: {
          as,
          losesVerification,
          ...(visibility && visibility !== company.visibility && { visibility }),
        },
      },
      deps.now,
    )
  })
}

/** The columns of what a chamber knows; a headcount says the size band better than who chose one. */
function recordColumns(record: RecordFacts, phone: string | null) {
  return {
    headcount: record.headcount ?? null,
    ...(record.headcount !== undefined && { size_band: bandOf(record.headcount) }),
    founded_year: record.foundedYear ?? null,
    capital_origin: record.capitalOrigin ?? null,
    roles: toList(record.roles),
    phone,
    email: record.email?.toLowerCase() ?? null,
  }
}

/** Replaces the further sectors of a company; its main one is not told twice. */
export async function writeSectors(
  transaction: Db,
  companyId: string,
  main: string | null,
  sectors: readonly string[],
): Promise<void> {
  await transaction.deleteFrom('company_sector').where('company_id', '=', companyId).execute()
  const further = [...new Set(sectors)].filter((sector) => sector !== main)
  if (further.length === 0) return
  await transaction
    .insertInto('company_sector')
    .values(further.map((sector) => ({ company_id: companyId, sector })))
    .execute()
}
