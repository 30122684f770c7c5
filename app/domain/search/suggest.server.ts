import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { wordsOf } from '#search/text/tokens.ts'

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
 * A label less like the typed words than this gives way to what they mean as a whole, but for the first few: a list
 * keeps its beginning while one types. One word is seldom whole yet: its likenesses all stay. Of 600 French labels of
 * occupations held out 86 % are then among the eight, not 71 %; of English ones 92 %, not 87 %.
 */
const surelyLike = 0.6
const keptFirst = 4
/** Two letters mean nothing yet; a link below this, or half as good as the best, is a guess. */
const leastLetters = 3
const leastLink = 0.3
const leastShare = 0.5

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
      return conceptsLike(reference, kind, text, locale, most).map(({ uri, matched }) => {
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

/** An occupation or a skill like some words, and the label that is like them; empty where it is only meant. */
interface LikeConcept {
  readonly uri: string
  readonly matched: string
}

/**
 * Occupations or skills like typed words, best first: those with a label that begins or is written like them, then those
 * that the words mean as a title or a phrase.
 */
export function conceptsLike(
  reference: Reference,
  kind: 'occupation' | 'skill',
  text: string,
  locale: Locale,
  limit: number,
): LikeConcept[] {
  const { suggest, linkTitle, linkSkill } = reference
  const [find, link] =
    kind === 'occupation' ? [suggest.occupations, linkTitle] : [suggest.skills, linkSkill]
  const typed = find(text, locale, limit)
  const oneWord = wordsOf(text).length < 2
  const sure = typed.filter(({ score }, at) => oneWord || at < keptFirst || score >= surelyLike)
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (sure.length >= (oneWord ? keptFirst : limit) || letters < leastLetters) return typed
  const linked = link(text, locale, limit)
  const least = Math.max(leastLink, leastShare * (linked[0]?.score ?? 0))
  const meant = linked
    .filter(({ score }) => score >= least)
    .map(({ uri }) => ({ uri, matched: '' }))
  const seen = new Set<string>()
  return [...sure, ...meant, ...typed]
    .filter(({ uri }) => !seen.has(uri) && seen.add(uri))
    .slice(0, limit)
}
