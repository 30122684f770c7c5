import { newId } from '#db/id.ts'
import { experienceOf, experiencesOf } from '#db/queries/profile.ts'
import { isCountryCode } from '../countries/names.ts'
import { ExpectedError, FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import { most } from './profile.ts'
import type { ExperienceInput } from './profile-forms.ts'

/**
 * Adds an experience (`new`) or changes one. It needs an occupation or the person's own words for
 * it, and a duration. Throws 'not-found' for an experience that is not of this profile.
 */
export async function saveExperience(
  deps: ProfileDeps,
  change: Change,
  experienceId: string | 'new',
  input: Omit<ExperienceInput, 'version'>,
): Promise<Changed> {
  const months = 12 * (input.years ?? 0) + (input.months ?? 0)
  check(deps, input, months)
  const columns = {
    occupation_uri: input.occupation ?? null,
    own_words: input.ownWords || null,
    country: input.country ?? null,
    sector: input.sector ?? null,
    months,
    end_year: input.endYear ?? null,
    description: input.description || null,
  }
  return changeProfile(deps, change, async (trx, { profile }) => {
    if (experienceId === 'new') {
      const known = await experiencesOf(trx, profile.id)
      if (known.length >= most.experiences)
        throw new FieldErrors({ occupation: 'profile.errors.full' })
      const position = 1 + Math.max(0, ...known.map((one) => one.position))
      await trx
        .insertInto('experience')
        .values({ id: newId(), profile_id: profile.id, ...columns, position })
        .execute()
      return undefined
    }
    if (!(await experienceOf(trx, profile.id, experienceId))) throw new ExpectedError('not-found')
    await trx.updateTable('experience').set(columns).where('id', '=', experienceId).execute()
    return undefined
  })
}

function check(
  { reference, now }: ProfileDeps,
  input: Omit<ExperienceInput, 'version'>,
  months: number,
): void {
  if (!input.occupation && !input.ownWords) {
    throw new FieldErrors({ occupation: 'profile.errors.occupation' })
  }
  if (input.occupation && !reference.has('occupation', input.occupation)) {
    throw new FieldErrors({ occupation: 'form.invalid' })
  }
  if (input.country && !isCountryCode(input.country))
    throw new FieldErrors({ country: 'form.invalid' })
  if (input.sector && !reference.sectors.some((sector) => sector.code === input.sector)) {
    throw new FieldErrors({ sector: 'form.invalid' })
  }
  if (months === 0) throw new FieldErrors({ years: 'profile.errors.duration' })
  if (input.endYear && input.endYear > now.getUTCFullYear()) {
    throw new FieldErrors({ endYear: 'profile.errors.future' })
  }
}

/** Takes an experience away. Throws 'not-found' for one that is not of this profile. */
export async function removeExperience(
  deps: ProfileDeps,
  change: Change,
  experienceId: string,
): Promise<Changed> {
  return changeProfile(deps, change, async (trx, { profile }) => {
    const removed = await trx
      .deleteFrom('experience')
      .where('profile_id', '=', profile.id)
      .where('id', '=', experienceId)
      .executeTakeFirst()
    if (Number(removed.numDeletedRows) === 0) throw new ExpectedError('not-found')
    return undefined
  })
}
