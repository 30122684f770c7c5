import {
  hashInvitationToken,
  isInvitationToken,
} from '#app/domain/account/invitation-token.server.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { writeContact } from '#app/domain/company/change-contacts.server.ts'
import type { SizeBand } from '#app/domain/company/company.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { readPhone } from '#app/domain/company/read-phone.ts'
import { bandOf } from '#app/domain/company/record.ts'
import { isDivision } from '#app/domain/company/register-company.server.ts'
import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { companyById } from '#db/queries/company.ts'
import { contactsOf } from '#db/queries/company-record.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { publishedIdsOfCompany } from '#db/queries/opportunity.ts'
import {
  type Change,
  type ConfirmationAnswer,
  type ConfirmationEntry,
  changesBetween,
  hiresIn,
} from './confirmation.ts'
import { applyEvent } from './move-relation.server.ts'
import { writeIntention } from './record-promises.server.ts'
import { addTaskToRead } from './task-to-read.server.ts'

/** The confirmation that a token opens; `answered` once it was used. Null for a token that opens nothing any more. */
export async function openConfirmation(db: ReadDb, token: string, now: Date) {
  if (!isInvitationToken(token)) return null
  const row = await db
    .selectFrom('company_confirmation')
    .innerJoin('chamber', 'chamber.id', 'company_confirmation.chamber_id')
    .select([
      'company_confirmation.id',
      'company_confirmation.chamber_id',
      'company_confirmation.company_id',
      'company_confirmation.expires_at',
      'company_confirmation.created_by',
      'company_confirmation.answered_at',
      'chamber.name as chamber_name',
    ])
    .where('token_hash', '=', hashInvitationToken(token))
    .executeTakeFirst()
  if (!row) return null
  if (row.answered_at !== null) return { answered: true as const }
  if (row.expires_at <= toInstant(now)) return null
  const company = await companyById(db, row.company_id)
  if (!company) return null
  const contacts = await contactsOf(db, row.company_id)
  return {
    answered: false as const,
    id: row.id,
    chamberId: row.chamber_id,
    chamber: row.chamber_name,
    askedBy: row.created_by,
    company,
    // Those who refused to be kept are nobody's business any more.
    contacts: contacts.filter((one) => one.consent !== 'refused'),
  }
}

/**
 * Takes a company's answer by its link, once: facts it corrects, people who came or left, hires it
 * expects. Where it says anything new, somebody of the chamber is set to read it. Throws `FieldErrors`, or `ExpectedError('gone')` for a token that opens nothing any more.
 */
export async function answerConfirmation(
  deps: Deps,
  token: string,
  entry: ConfirmationEntry,
): Promise<void> {
  const open = await openConfirmation(deps.db, token, deps.now)
  if (!open || open.answered) throw new ExpectedError('gone')
  const { company, chamberId } = open
  const country = company.country as CountryCode
  const { hires, errors } = hiresIn(entry)
  const phone = read(entry.phone, country, 'phone', errors)
  const contactPhone = read(entry.contactPhone, country, 'contactPhone', errors)
  if (entry.sector && !isDivision(deps, entry.sector)) errors.sector = 'form.invalid'
  if (entry.contactName && !entry.contactConsent) {
    errors.contactConsent = 'relation.confirm.consentMissing'
  }
  const somebody = entry.contactEmail ?? entry.contactPhone ?? entry.contactPosition
  if (somebody && !entry.contactName) errors.contactName = 'form.required'
  const known = new Set(open.contacts.map((one) => one.id))
  if (entry.left.some((one) => !known.has(one))) throw new ExpectedError('invalid')
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)

  const band = entry.headcount === undefined ? entry.sizeBand : bandOf(entry.headcount)
  const changes = changesBetween(factsOf(company), {
    sector: entry.sector ?? null,
    sizeBand: band ?? null,
    headcount: entry.headcount === undefined ? null : String(entry.headcount),
    phone,
    email: entry.email?.toLowerCase() ?? null,
    website: entry.website ?? null,
  })
  const answer: ConfirmationAnswer = {
    changes,
    contactsAdded: entry.contactName ? 1 : 0,
    contactsLeft: entry.left.length,
    hires: hires.length,
  }
  await deps.db.transaction().execute(async (transaction) => {
    const used = await transaction
      .updateTable('company_confirmation')
      .set({ answered_at: toInstant(deps.now), answer: JSON.stringify(answer) })
      .where('id', '=', open.id)
      .where('answered_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows !== 1n) throw new ExpectedError('gone')
    await writeFacts(transaction, deps, company.id, changes)
    if (entry.left.length > 0) {
      await transaction
        .deleteFrom('company_contact')
        .where('company_id', '=', company.id)
        .where('id', 'in', entry.left)
        .execute()
    }
    if (entry.contactName) {
      await writeContact(transaction, deps.now, {
        companyId: company.id,
        userId: null,
        entry: {
          name: entry.contactName,
          position: entry.contactPosition,
          email: entry.contactEmail,
          phone: contactPhone ?? undefined,
          consent: 'given',
        },
      })
    }
    for (const hire of hires) {
      await writeIntention(transaction, deps, {
        chamberId,
        companyId: company.id,
        userId: null,
        entry: { ...hire, source: 'company' },
      })
    }
    await recordAudit(
      transaction,
      {
        actorId: null,
        action: 'company.confirmed',
        entityKind: 'company',
        entityId: company.id,
        detail: { chamberId, changed: changes.length, hires: hires.length },
      },
      deps.now,
    )
    const event = { what: 'logged', kind: 'mail', outcome: 'reached' } as const
    await applyEvent(transaction, deps.now, null, chamberId, company.id, event)
    if (saysAnything(answer)) {
      const about = { chamberId, companyId: company.id }
      await addTaskToRead(transaction, deps.now, about, open.askedBy)
    }
  })
}

const saysAnything = ({ changes, contactsAdded, contactsLeft, hires }: ConfirmationAnswer) =>
  changes.length + contactsAdded + contactsLeft + hires > 0

type Company = NonNullable<Awaited<ReturnType<typeof companyById>>>

function factsOf(company: Company): Record<Change['field'], string | null> {
  return {
    sector: company.sector,
    sizeBand: company.size_band,
    headcount: company.headcount === null ? null : String(company.headcount),
    phone: company.phone,
    email: company.email,
    website: company.website,
  }
}

/** The number as it is kept; a number that is none is told beside its field. */
function read(
  text: string | undefined,
  country: CountryCode,
  field: string,
  errors: Record<string, string>,
): string | null {
  if (!text) return null
  const phone = readPhone(text, countryPack(country).code)
  if (phone === null) errors[field] = 'account.phoneInvalid'
  return phone
}

async function writeFacts(
  transaction: Db,
  deps: Deps,
  companyId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  const after = Object.fromEntries(changes.map((one) => [one.field, one.after]))
  await transaction
    .updateTable('company')
    .set((eb) => ({
      ...(after.sector !== undefined && { sector: after.sector }),
      ...(after.sizeBand !== undefined && { size_band: after.sizeBand as SizeBand }),
      ...(after.headcount !== undefined && { headcount: Number(after.headcount) }),
      ...(after.phone !== undefined && { phone: after.phone }),
      ...(after.email !== undefined && { email: after.email }),
      ...(after.website !== undefined && { website: after.website }),
      updated_at: toInstant(deps.now),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', companyId)
    .execute()
  await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
  const published = await publishedIdsOfCompany(transaction, companyId)
  await recordIndexChange(transaction, deps.dialect, 'opportunity', published, deps.now)
}
