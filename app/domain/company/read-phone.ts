import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'

/**
 * A firm's or a colleague's telephone in E.164, landlines and numbers of other countries too; null
 * when it is none. Without a country code it is of the firm's country.
 */
export function readPhone(text: string, country: CountryCode): string | null {
  const local = countryPack(country).parsePhone(text)
  if (local.ok) return local.value
  if (local.reason !== 'otherCountry') return null
  const foreign = parsePhoneNumberFromString(text.trim().replace(/^00/, '+'), country)
  return foreign?.isValid() ? foreign.number : null
}
