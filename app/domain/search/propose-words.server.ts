import type { CountryCode } from '#app/domain/countries/index.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Filters, Kind, SearchEngine } from '#search/engine.ts'
import { type NearWord, NearWords } from '#search/linking/near-words.ts'
import { fold } from '#search/text/fold.ts'
import { queryWords } from '#search/text/tokens.ts'
import { singularOf } from '#search/text/typos.ts'
import { type CorrectedTexts, correctedTexts } from './correct-words.server.ts'

/** Other words for a search that found little, and how many results they have. */
export interface ProposedWords {
  readonly text: string
  readonly total: number
}

/** A search that finds fewer than this may have meant something else. */
export const fewResults = 3
const mostProposals = 3
/** Labels less like a text than this, by their letters or by what they mean, are no proposal. */
const leastLikeness = 0.35
const leastLink = 0.3
/** Proposals with as many results that begin alike are taken for one. */
const sameLetters = 5

/**
 * What somebody may have meant by words that found next to nothing, likeliest first: at most three,
 * each with more results than there were, under the same filters. Empty where enough was found.
 */
export async function proposeWords<K extends Kind>(
  stores: { readonly search: SearchEngine; readonly reference: Reference },
  kind: K,
  asked: {
    readonly text: string
    readonly filters: Filters[K]
    readonly total: number
    readonly locale: Locale
    readonly country: CountryCode
  },
): Promise<ProposedWords[]> {
  const { search, reference } = stores
  const { text, filters, total, locale, country } = asked
  if (text === '' || total >= fewResults) return []
  const { whole, parts } = textsLike(reference, text, locale, country)
  const proposals: ProposedWords[] = []
  const propose = async (texts: readonly string[]) => {
    for (const proposed of texts) {
      if (proposals.length >= mostProposals) break
      // Only what holds these very words: a proposal by typos would not be one.
      const known = queryWords(proposed).map(({ word }) => word)
      const found = await search.search(kind, { text: proposed, known, filters, size: 1 })
      if (found.total <= total) continue
      // One trade in both genders is one proposal.
      const beginning = fold(proposed).slice(0, sameLetters)
      const said = proposals.some(
        (one) => one.total === found.total && fold(one.text).startsWith(beginning),
      )
      if (!said) proposals.push({ text: proposed, total: found.total })
    }
  }
  await propose(whole)
  // A part of what was asked is a way on only where the whole is none.
  if (proposals.length === 0) await propose(parts)
  return proposals
}

const mostTexts = 500
const likeTexts = new WeakMap<Reference, Map<string, CorrectedTexts>>()

/** Texts that somebody may have meant. The last few hundred answers are kept: people misspell alike. */
function textsLike(
  reference: Reference,
  text: string,
  locale: Locale,
  country: CountryCode,
): CorrectedTexts {
  const known = likeTexts.get(reference) ?? new Map<string, CorrectedTexts>()
  likeTexts.set(reference, known)
  const key = `${locale} ${country} ${text}`
  const before = known.get(key)
  if (before) return before
  const texts = correctedTexts(text, {
    like: (word) =>
      [
        ...reference.suggest.occupations(word, locale, 3),
        ...reference.suggest.skills(word, locale, 3),
      ].map(({ matched }) => matched),
    meant: (words) => meantLabels(reference, words, locale),
    knows: (word) => reference.suggest.knows(word) || reference.suggest.knows(singularOf(word)),
    ...knownWords(reference, locale, country),
  })
  if (known.size >= mostTexts) known.clear()
  known.set(key, texts)
  return texts
}

/** Labels of occupations, then of skills, that a text may mean. */
function meantLabels(reference: Reference, text: string, locale: Locale): string[] {
  const like = (found: readonly { matched: string; score: number }[]) =>
    found.filter(({ score }) => score >= leastLikeness).map(({ matched }) => matched)
  const linked = reference
    .linkTitle(text, locale, 2)
    .filter(({ score }) => score >= leastLink)
    .map(({ label }) => label)
  return [
    ...like(reference.suggest.occupations(text, locale, 2)),
    ...linked,
    ...like(reference.suggest.skills(text, locale, 2)),
  ]
}

interface KnownWords {
  /** Folded, with the way to write them. */
  readonly words: ReadonlyMap<string, string>
  near(folded: string, most: 1 | 2): NearWord[]
}

const remembered = new WeakMap<Reference, Map<string, KnownWords>>()

/** The words of occupations in a language and of a country's places, gathered when first asked for. */
function knownWords(reference: Reference, locale: Locale, country: CountryCode): KnownWords {
  const known = remembered.get(reference) ?? new Map<string, KnownWords>()
  remembered.set(reference, known)
  const before = known.get(`${locale} ${country}`)
  if (before) return before
  const { taxonomy } = reference
  const words = new Map<string, string>()
  const add = (text: string) => {
    for (const word of text.match(/\p{L}{3,}/gu) ?? []) words.set(fold(word), word)
  }
  for (let at = 0; at < taxonomy.occupationCount; at++) {
    add(reference.label(taxonomy.occupationUri(at), locale))
  }
  for (const place of reference.placesOf(country)) add(place.names[locale])
  const list = new NearWords(words.keys())
  const gathered = { words, near: (folded: string, most: 1 | 2) => list.find(folded, most) }
  known.set(`${locale} ${country}`, gathered)
  return gathered
}
