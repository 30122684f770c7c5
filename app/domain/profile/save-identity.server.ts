import { toDay, toInstant } from '#db/codec.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { identityOf } from '#db/queries/profile-identity.ts'
import type { Viewer } from '../access.ts'
import { countryPack } from '../countries/index.ts'
import { FieldErrors } from '../errors.ts'
import { judgeBirthDate } from './birth-date.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
  recordProfileEvent,
} from './change-profile.server.ts'
import { editableProfile } from './editable-profile.server.ts'
import type { IdentityInput } from './profile-forms.ts'

/** An identity as it is stored: the telephone number in E.164, the address in small letters. */
export interface Identity {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly phone: string | null
  readonly email: string | null
}

/**
 * Checks who somebody says to be. Throws field errors: `birthDate` for a date that cannot be, or for
 * somebody under 18; `phone` for a number that the country does not have.
 */
export function checkIdentity(input: IdentityInput, country: string, now: Date): Identity {
  const judgement = judgeBirthDate(input.birthDate, toDay(now))
  if (judgement !== 'adult') throw new FieldErrors({ birthDate: `profile.errors.${judgement}` })
  const phone = input.phone ? countryPack(country).parsePhone(input.phone) : null
  if (phone && !phone.ok) throw new FieldErrors({ phone: 'profile.errors.phone' })
  if (!phone && !input.email) throw new FieldErrors({ phone: 'profile.errors.reachable' })
  return {
    givenName: input.givenName,
    familyName: input.familyName,
    birthDate: input.birthDate,
    phone: phone ? phone.value : null,
    email: input.email?.toLowerCase() ?? null,
  }
}

/** Writes an identity, in the transaction of the change it belongs to. */
export async function writeIdentity(
  trx: Db,
  profileId: string,
  identity: Identity,
  now: Date,
): Promise<void> {
  const columns = {
    given_name: identity.givenName,
    family_name: identity.familyName,
    birth_date: identity.birthDate,
    phone: identity.phone,
    email: identity.email,
    updated_at: toInstant(now),
  }
  await trx
    .insertInto('identity')
    .values({ profile_id: profileId, ...columns })
    .onConflict((conflict) => conflict.column('profile_id').doUpdateSet(columns))
    .execute()
}

/**
 * Saves who the person is, apart from the profile. A confirmation code on its way to an address that
 * changes is void.
 */
export async function saveIdentity(
  deps: ProfileDeps,
  change: Change,
  input: IdentityInput,
): Promise<Changed> {
  return changeProfile(deps, change, async (trx, { profile }) => {
    const identity = checkIdentity(input, profile.country, deps.now)
    await writeIdentity(trx, profile.id, identity, deps.now)
    await trx
      .deleteFrom('profile_confirmation')
      .where('profile_id', '=', profile.id)
      .where('contact', 'not in', [identity.phone ?? '', identity.email ?? ''])
      .execute()
    await recordProfileEvent(trx, change.viewer, 'identity.saved', profile.id, deps.now)
    return undefined
  })
}

/** The identity of a profile that the viewer may change, null before it is entered. Throws 'not-found' outside their scope. */
export async function readIdentity(
  db: ReadDb,
  viewer: Viewer,
  target: string | 'own',
): Promise<Identity | null> {
  const { profile } = await editableProfile(db, viewer, target)
  return (await identityOf(db, profile.id)) ?? null
}
