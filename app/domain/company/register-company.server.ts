import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { CountryPack } from '#app/domain/countries/country-pack.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { belongsToCompany } from '#db/queries/company.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { parseIdentifiers, type Registration } from './company.ts'
import type { Deps } from './deps.server.ts'
import { findTwin, oneRegistrationAtATime } from './find-twin.server.ts'

/** How a registration ended. `exists` is for a chamber only: it files no claims. */
export interface Registered {
  readonly outcome: 'created' | 'claimed' | 'member' | 'exists'
  readonly companyId: string
}

/**
 * Registers a company with its main site. Who registers becomes its owner, unless a chamber
 * registers it for the firm. A company that has one of the numbers already is not registered twice:
 * the person claims it instead. Throws `FieldErrors` for identifiers, sector or place.
 */
export async function registerCompany(
  deps: Deps,
  viewer: SignedIn,
  pack: CountryPack,
  input: Registration,
  chamberId: string | null = null,
): Promise<Registered> {
  const { identifiers, errors } = parseIdentifiers(pack, input.identifiers)
  const place = deps.reference.place(input.place)
  const first = pack.identifiers[0]
  if (identifiers.length === 0 && Object.keys(errors).length === 0 && first) {
    errors[`identifiers.${first.id}`] = 'company.identifierReason.empty'
  }
  if (place?.country !== pack.code) errors.place = 'company.placeMissing'
  if (input.sector && !isDivision(deps, input.sector)) errors.sector = 'form.invalid'
  if (!place || Object.keys(errors).length > 0) throw new FieldErrors(errors)

  return deps.db.transaction().execute(async (transaction): Promise<Registered> => {
    await oneRegistrationAtATime(transaction, deps.dialect)
    const twin = await findTwin(transaction, pack, identifiers)
    if (twin) {
      if (chamberId) return { outcome: 'exists', companyId: twin.companyId }
      return fileClaim(transaction, deps, viewer, twin.companyId, input.position ?? null)
    }
    const companyId = newId()
    const at = toInstant(deps.now)
    await transaction
      .insertInto('company')
      .values({
        id: companyId,
        country: pack.code,
        legal_name: input.legalName,
        trade_name: input.tradeName || null,
        sector: input.sector ?? null,
        size_band: input.sizeBand ?? null,
        description: input.description || null,
        website: input.website ?? null,
        chamber_id: chamberId,
        verified_at: null,
        verified_by: null,
        verified_evidence: null,
        created_by: viewer.userId,
        created_at: at,
        updated_at: at,
        version: 1,
      })
      .execute()
    await transaction
      .insertInto('company_identifier')
      .values(
        identifiers.map(({ scheme, value }) => ({
          country: pack.code,
          scheme,
          value,
          company_id: companyId,
        })),
      )
      .execute()
    await transaction
      .insertInto('site')
      .values({
        id: newId(),
        company_id: companyId,
        name: input.siteName || place.names.fr,
        place_id: place.id,
        address: input.address || null,
        is_main: 1,
        created_at: at,
      })
      .execute()
    if (!chamberId) await addMember(transaction, companyId, viewer.userId, 'owner', deps.now)
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.registered',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId },
      },
      deps.now,
    )
    return { outcome: 'created', companyId }
  })
}

/** True for an ISIC division: sections only group them. */
export function isDivision(deps: Pick<Deps, 'reference'>, code: string): boolean {
  return deps.reference.sectors.some((one) => one.code === code && one.level === 'division')
}

/** Makes a user a member of a company. Must not be one already. */
export async function addMember(
  transaction: Db,
  companyId: string,
  userId: string,
  role: 'owner' | 'recruiter',
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('membership')
    .values({
      id: newId(),
      user_id: userId,
      org_kind: 'company',
      org_id: companyId,
      role,
      created_at: toInstant(now),
    })
    .execute()
}

async function fileClaim(
  transaction: Db,
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  message: string | null,
): Promise<Registered> {
  if (await belongsToCompany(transaction, companyId, viewer.userId)) {
    return { outcome: 'member', companyId }
  }
  const at = toInstant(deps.now)
  const id = newId()
  // Somebody who was refused may ask again, with better words; an open claim is only brought up to date.
  await transaction
    .insertInto('company_claim')
    .values({
      id,
      company_id: companyId,
      user_id: viewer.userId,
      status: 'open',
      message,
      created_at: at,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'user_id']).doUpdateSet({
        status: 'open',
        message,
        decided_at: null,
        decided_by: null,
      }),
    )
    .execute()
  await recordAudit(
    transaction,
    {
      actorId: viewer.userId,
      action: 'company.claimed',
      entityKind: 'company',
      entityId: companyId,
    },
    deps.now,
  )
  return { outcome: 'claimed', companyId }
}
