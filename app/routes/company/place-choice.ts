import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import { formatParts } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { SearchSelectItem } from '#app/ui/search-select.tsx'
import { readSearchSelect } from '#app/ui/search-select-form.ts'

/** What the picker of a place shows. */
export interface PlaceChoice {
  readonly query: string
  readonly chosen: SearchSelectItem[]
  /** Null before any search. */
  readonly results: SearchSelectItem[] | null
}

interface Places {
  place(id: string): Place | null
  findPlaces(country: string, text: string, limit: number): Place[]
}

/** The picker as it stands before anything was posted. */
export function storedPlace(places: Places, locale: Locale, id: string | null): PlaceChoice {
  const place = id ? places.place(id) : null
  return { query: '', chosen: place ? [item(place, locale)] : [], results: null }
}

/** The picker called `place` after a post; `asked` when one of its buttons was pressed, so that the form is shown again. */
export function postedPlace(
  places: Places,
  country: string,
  locale: Locale,
  form: FormData,
): { choice: PlaceChoice; asked: boolean } {
  const { query, chosen, asked } = readSearchSelect(form, 'place', { single: true })
  const place = places.place(chosen[0] ?? '')
  return {
    asked,
    choice: {
      query: query.slice(0, 80),
      chosen: place ? [item(place, locale)] : [],
      results: query
        ? places.findPlaces(country, query.slice(0, 80), 8).map((one) => item(one, locale))
        : null,
    },
  }
}

/** The name of a place with its unit, told once where both are the same word. */
export function placeLabel(place: Place, locale: Locale): string {
  return formatParts(locale, [place.names[locale], unitName(place, locale)])
}

function unitName(place: Place, locale: Locale): string {
  if (!hasCountryPack(place.country)) return ''
  const unit = countryPack(place.country).admin1.find((one) => one.code === place.admin1)
  return unit?.names[locale] ?? ''
}

function item(place: Place, locale: Locale): SearchSelectItem {
  const label = place.names[locale]
  const unit = unitName(place, locale)
  return { value: place.id, label, detail: unit === label ? undefined : unit }
}
