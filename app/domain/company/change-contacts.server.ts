import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { contactsOf } from '#db/queries/company-record.ts'
import { chamberCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'
import { readPhone } from './read-phone.ts'
import { type ContactEntry, mostContacts } from './record.ts'

/**
 * Adds a person to contact, or changes one. Of somebody who refused to be kept only that remains:
 * name, function, address and number are forgotten. Throws `FieldErrors`, or `ExpectedError`:
 * `not-found`, `stale`.
 */
export async function saveContact(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: ContactEntry,
): Promise<void> {
  const { company, chamber } = await chamberCompany(deps.db, viewer, companyId)
  const phone = input.phone ? readPhone(input.phone, countryPack(company.country).code) : null
  if (input.phone && phone === null) throw new FieldErrors({ phone: 'account.phoneInvalid' })
  const today = toDay(deps.now)
  if (input.consentDay && input.consentDay > today) {
    throw new FieldErrors({ consentDay: 'relation.dayAhead' })
  }
  await deps.db.transaction().execute(async (transaction) => {
    await writeContact(transaction, deps.now, {
      companyId,
      userId: viewer.userId,
      entry: { ...input, phone: phone ?? undefined },
    })
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.contact-saved',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, consent: input.consent },
      },
      deps.now,
    )
  })
}

/** Writes a person to contact whose number has been read. Throws `FieldErrors`, or `ExpectedError`: `not-found`, `stale`. */
export async function writeContact(
  transaction: Db,
  now: Date,
  { companyId, userId, entry }: { companyId: string; userId: string | null; entry: ContactEntry },
): Promise<void> {
  const at = toInstant(now)
  const refused = entry.consent === 'refused'
  const values = {
    name: refused ? '' : entry.name,
    position: refused ? null : entry.position || null,
    email: refused ? null : (entry.email?.toLowerCase() ?? null),
    phone: refused ? null : (entry.phone ?? null),
    consent: entry.consent,
    consent_at: entry.consent === 'unknown' ? null : (entry.consentDay ?? toDay(now)),
    updated_at: at,
  }
  const contacts = await contactsOf(transaction, companyId)
  if (entry.contactId === undefined) {
    if (contacts.length >= mostContacts) throw new FieldErrors({ name: 'relation.tooManyContacts' })
    await transaction
      .insertInto('company_contact')
      .values({
        id: newId(),
        company_id: companyId,
        ...values,
        created_by: userId,
        created_at: at,
        version: 1,
      })
      .execute()
    return
  }
  if (!contacts.some((one) => one.id === entry.contactId)) throw new ExpectedError('not-found')
  const version = entry.version ?? 0
  const updated = await transaction
    .updateTable('company_contact')
    .set({ ...values, version: version + 1 })
    .where('id', '=', entry.contactId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
}

/** Removes a person to contact altogether. Throws `ExpectedError('not-found')`. */
export async function removeContact(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  contactId: string,
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  await deps.db.transaction().execute(async (transaction) => {
    const removed = await transaction
      .deleteFrom('company_contact')
      .where('id', '=', contactId)
      .where('company_id', '=', companyId)
      .executeTakeFirst()
    if (removed.numDeletedRows !== 1n) throw new ExpectedError('not-found')
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.contact-removed',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id },
      },
      deps.now,
    )
  })
}
