import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'

const most = 6

/** Occupations to choose from for a text, the one chosen before first. */
export function occupationOffers(
  reference: Reference,
  locale: Locale,
  text: string,
  chosen: string | null,
): { uri: string; label: string }[] {
  const typed = reference.suggest.occupations(text, locale, most).map((one) => one.uri)
  const meant = reference.linkTitle(text, locale, most).map((one) => one.uri)
  // The likeliest of both ways in turn: one knows beginnings and typos, the other what words mean.
  const found = typed.flatMap((uri, at) => [uri, ...meant.slice(at, at + 1)])
  const uris = new Set([...(chosen ? [chosen] : []), ...found, ...meant].slice(0, 2 * most + 1))
  return [...uris].slice(0, most).map((uri) => ({ uri, label: reference.label(uri, locale) }))
}
