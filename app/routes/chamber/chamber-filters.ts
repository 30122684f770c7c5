import type { z } from 'zod'
import { countryPack } from '#app/domain/countries/index.ts'
import type { Locale } from '#app/i18n/locales.ts'

/** What an address asks for by its schema; empty values count as absent. */
export function askedOf<S extends z.ZodType>(schema: S, url: URL): z.output<S> {
  return schema.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')))
}

/** The units that a chamber covers, as choices. */
export function unitsOf(
  chamber: { country: string; admin1s: readonly string[] },
  locale: Locale,
): { value: string; label: string }[] {
  return countryPack(chamber.country)
    .admin1.filter((one) => chamber.admin1s.length === 0 || chamber.admin1s.includes(one.code))
    .map((one) => ({ value: one.code, label: one.names[locale] }))
}
