import { ci } from './ci.ts'
import { type CountryCode, type CountryPack, countryCodes } from './country-pack.ts'
import { ma } from './ma.ts'
import { sn } from './sn.ts'
import { tn } from './tn.ts'

export type { CountryCode, CountryPack } from './country-pack.ts'
export { countryCodes } from './country-pack.ts'

const packs: Record<CountryCode, CountryPack> = { CI: ci, TN: tn, SN: sn, MA: ma }

/** True when a deployment can be run for the country: it has a pack. */
export function hasCountryPack(code: string): code is CountryCode {
  return (countryCodes as readonly string[]).includes(code)
}

/** The pack of an ISO 3166-1 code in any case. Throws a RangeError that lists the known codes for any other. */
export function countryPack(code: string): CountryPack {
  const upper = code.toUpperCase()
  if (!hasCountryPack(upper)) {
    throw new RangeError(`No country pack "${code}": known are ${countryCodes.join(', ')}`)
  }
  return packs[upper]
}
