import { toFlag } from '#db/codec.ts'
import { FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import type { PlaceInput } from './profile-forms.ts'

/** Saves where somebody looks for work. The place must be one of the profile's country. */
export async function savePlace(
  deps: ProfileDeps,
  change: Change,
  input: Omit<PlaceInput, 'version'>,
): Promise<Changed> {
  return changeProfile(deps, change, async (_, { profile }) => {
    if (deps.reference.place(input.place)?.country !== profile.country) {
      throw new FieldErrors({ place: 'profile.errors.place' })
    }
    return {
      place_id: input.place,
      radius_km: input.radius,
      relocate: toFlag(input.relocate),
      remote: toFlag(input.remote),
    }
  })
}
