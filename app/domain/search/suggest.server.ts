import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'

/** Something that a field may be filled with. */
export interface SuggestedValue {
  readonly value: string
  readonly label: string
  /** Tells apart what has the same name; null where nothing needs to be said. */
  readonly hint: string | null
}

const most = 8
const longestText = 100

/**
 * Occupations, skills or places like the typed words, best first, at most eight. Throws
 * `ExpectedError('not-found')` for a kind that nothing is known of.
 */
export function suggestValues(
  reference: Reference,
  input: { kind: string; text: string; locale: Locale; country: CountryCode },
): SuggestedValue[] {
  const { kind, locale, country } = input
  const text = input.text.slice(0, longestText).trim()
  switch (kind) {
    case 'occupation':
    case 'skill': {
      const found =
        kind === 'occupation'
          ? reference.suggest.occupations(text, locale, most)
          : reference.suggest.skills(text, locale, most)
      return found.map(({ uri, matched }) => {
        const label = reference.label(uri, locale)
        const other = !label.toLowerCase().includes(matched.toLowerCase())
        return { value: uri, label, hint: other && matched ? matched : null }
      })
    }
    case 'place': {
      const regions = new Map(countryPack(country).admin1.map((one) => [one.code, one.names]))
      return reference.findPlaces(country, text, most).map((place) => {
        const label = place.names[locale]
        const region = regions.get(place.admin1)?.[locale] ?? null
        return { value: place.id, label, hint: region === label ? null : region }
      })
    }
    default:
      throw new ExpectedError('not-found')
  }
}
