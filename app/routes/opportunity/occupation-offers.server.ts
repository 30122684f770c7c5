import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'

/** Occupations to choose from for a text, the one chosen before first. */
export function occupationOffers(
  reference: Reference,
  locale: Locale,
  text: string,
  chosen: string | null,
): { uri: string; label: string }[] {
  const found = reference.suggest.occupations(text, locale, 6).map((one) => one.uri)
  const uris = new Set(chosen ? [chosen, ...found] : found)
  return [...uris].map((uri) => ({ uri, label: reference.label(uri, locale) }))
}
