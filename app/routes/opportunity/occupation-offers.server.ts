import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'

const most = 6

/** Where the best by likeness and the best by meaning are both below these, a title says little. */
const goodLikeness = 0.8
const goodLink = 0.5
/** Of the offers for such a title, as many as these may come from the description. */
const mostNamed = 3

/**
 * Occupations to choose from for a text, the one chosen before first. Where the text says little, the first that the
 * advert's description names come before what it may mean.
 */
export function occupationOffers(
  reference: Reference,
  locale: Locale,
  text: string,
  chosen: string | null,
  description = '',
): { uri: string; label: string }[] {
  const typed = reference.suggest.occupations(text, locale, most)
  const meant = reference.linkTitle(text, locale, most)
  const saysLittle =
    (typed[0]?.score ?? 0) < goodLikeness && (meant[0]?.score ?? 0) < goodLink && description !== ''
  const named = saysLittle
    ? reference.readText(description, locale).occupations.slice(0, mostNamed)
    : []
  // The likeliest of both ways in turn: one knows beginnings and typos, the other what words mean.
  const found = typed.flatMap((one, at) => [one, ...meant.slice(at, at + 1)])
  const uris = [...named, ...found, ...meant].map((one) => one.uri)
  const offered = new Set([...(chosen ? [chosen] : []), ...uris].slice(0, 2 * most + mostNamed + 1))
  return [...offered].slice(0, most).map((uri) => ({ uri, label: reference.label(uri, locale) }))
}
