import { toDay, toFlag, toList } from '#db/codec.ts'
import { countryPack } from '../countries/index.ts'
import { FieldErrors } from '../errors.ts'
import { type Change, type Changed, changeProfile, type ProfileDeps } from './change-profile.server.ts'
import type { PlaceInput, WishesInput, WordsInput } from './profile-forms.ts'

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

/** Saves what work somebody looks for, in the contracts and the currency of the profile's country. */
export async function saveWishes(
  deps: ProfileDeps,
  change: Change,
  input: Omit<WishesInput, 'version'>,
): Promise<Changed> {
  return changeProfile(deps, change, async (_, { profile }) => {
    const pack = countryPack(profile.country)
    if (input.contracts.some((id) => !pack.contractKinds.some((contract) => contract.id === id))) {
      throw new FieldErrors({ contracts: 'form.invalid' })
    }
    const latest = toDay(new Date(deps.now.getTime() + 2 * 366 * 86_400_000))
    if (input.availableFrom && input.availableFrom > latest) {
      throw new FieldErrors({ availableFrom: 'profile.errors.available' })
    }
    const pay = input.payAmount !== undefined
    const amount = (input.payAmount ?? 0) * 10 ** pack.currency.minorDigits
    if (amount > 2_000_000_000) throw new FieldErrors({ payAmount: 'form.invalid' })
    return {
      kinds: toList(input.kinds),
      contracts: toList(input.contracts),
      licences: toList(input.licences),
      available_from: input.availableFrom ?? null,
      pay_amount: pay ? amount : null,
      pay_currency: pay ? pack.currency.code : null,
      pay_period: pay ? input.payPeriod : null,
    }
  })
}

/** Saves the few words with which somebody presents what they can do. */
export async function saveWords(
  deps: ProfileDeps,
  change: Change,
  input: Omit<WordsInput, 'version'>,
): Promise<Changed> {
  return changeProfile(deps, change, async () => ({
    headline: input.headline || null,
    summary: input.summary || null,
  }))
}
