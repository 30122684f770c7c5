import { toDay, toList } from '#db/codec.ts'
import { countryPack } from '../countries/index.ts'
import { FieldErrors } from '../errors.ts'
import {
  type Change,
  type Changed,
  changeProfile,
  type ProfileDeps,
} from './change-profile.server.ts'
import type { WishesInput } from './profile-forms.ts'

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
