import { contactsOf, formatContact } from '#app/domain/account/contact.ts'
import { type CountryCode, hasCountryPack } from '#app/domain/countries/index.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import type { ReadDb } from '#db/open.ts'
import { membersOf } from '#db/queries/membership.ts'

/** A colleague, by how one knows them here: their address or number. */
export interface Officer {
  readonly userId: string
  readonly label: string
}

/** The staff of a chamber, the first to join first. */
export async function officersOf(
  db: ReadDb,
  chamber: { id: string; country: string },
): Promise<Officer[]> {
  const country: CountryCode = hasCountryPack(chamber.country) ? chamber.country : 'CI'
  const members = await membersOf(db, 'chamber', chamber.id)
  return members.map((member) => {
    const [contact] = contactsOf(member)
    return { userId: member.userId, label: contact ? formatContact(contact, country) : '' }
  })
}

/** Throws `FieldErrors` for the field when somebody does not work for the chamber. */
export async function assertOfficer(
  db: ReadDb,
  chamberId: string,
  userId: string,
  field: string,
): Promise<void> {
  const members = await membersOf(db, 'chamber', chamberId)
  if (!members.some((one) => one.userId === userId)) {
    throw new FieldErrors({ [field]: 'form.invalid' })
  }
}
