import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { qualificationsOf } from '#db/queries/profile.ts'
import { isCountryCode } from '../countries/names.ts'
import { ExpectedError, FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import { most } from './profile.ts'
import type { QualificationInput } from './profile-forms.ts'

/** Saves how far somebody studied, an ISCED 2011 level. */
export async function saveEducation(
  deps: ProfileDeps,
  change: Change,
  education: number,
): Promise<Changed> {
  return changeProfile(deps, change, async () => ({ education }))
}

/** Adds a diploma or certificate. */
export async function addQualification(
  deps: ProfileDeps,
  change: Change,
  input: Omit<QualificationInput, 'version'>,
): Promise<Changed> {
  if (input.country && !isCountryCode(input.country))
    throw new FieldErrors({ country: 'form.invalid' })
  if (input.year && input.year > deps.now.getUTCFullYear()) {
    throw new FieldErrors({ year: 'profile.errors.future' })
  }
  return changeProfile(deps, change, async (trx, { profile }) => {
    const known = await qualificationsOf(trx, profile.id)
    if (known.length >= most.qualifications) throw new FieldErrors({ title: 'profile.errors.full' })
    await trx
      .insertInto('qualification')
      .values({
        id: newId(),
        profile_id: profile.id,
        title: input.title,
        country: input.country ?? null,
        year: input.year ?? null,
        created_at: toInstant(deps.now),
      })
      .execute()
    return undefined
  })
}

/** Takes a diploma away. Throws 'not-found' for one that is not of this profile. */
export async function removeQualification(
  deps: ProfileDeps,
  change: Change,
  qualificationId: string,
): Promise<Changed> {
  return changeProfile(deps, change, async (trx, { profile }) => {
    const removed = await trx
      .deleteFrom('qualification')
      .where('profile_id', '=', profile.id)
      .where('id', '=', qualificationId)
      .executeTakeFirst()
    if (Number(removed.numDeletedRows) === 0) throw new ExpectedError('not-found')
    return undefined
  })
}
