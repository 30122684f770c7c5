import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { SearchEngine } from '#search/engine.ts'
import { isStopWord } from '#search/linking/query.ts'
import { wordsOf } from '#search/text/tokens.ts'

/** An occupation to filter by, and how many results that leaves. */
export interface Trade {
  readonly uri: string
  readonly count: number
}

/** The occupation that words name, and those beside it in ISCO-08; only what has results. */
export interface NearTrades {
  readonly named: Trade | null
  readonly near: readonly Trade[]
}

/** From here on a label is the very words, or as good as named, whatever its words. */
const sameScore = 1
const namedScore = 0.8
/**
 * Several words name the occupation that they mean when its score is this high and no skill's is higher. Chosen on 561
 * French alternative labels of ESCO held out, each of two words and more: 78 % then name an occupation, 80 % of these one
 * of the right minor group, where likeness to labels alone names 38 %, 65 % of them rightly (575 English ones: 90 and
 * 88 %, not 59 and 77 %). Lower scores err more, higher ones name less and err as much. One word says too little: of
 * words like `travail` likeness to labels takes fewer for occupations.
 */
const leastLink = 0.55
const mostNear = 4
const mostRemembered = 500

type Named = { readonly uri: string; readonly isco08: string } | null

const remembered = new WeakMap<Reference, Map<string, Named>>()

/**
 * The occupation that a text names, where it does, with its neighbours: those of the same minor group
 * of ISCO-08 (three digits), of the same unit group first. One search, whatever the number.
 */
export async function nearTrades(
  stores: { readonly search: SearchEngine; readonly reference: Reference },
  kind: 'opportunity' | 'profile',
  asked: { readonly text: string; readonly filters: object; readonly locale: Locale },
): Promise<NearTrades | null> {
  const named = namedOccupation(stores.reference, asked.text, asked.locale)
  if (!named) return null
  const { facets } = await stores.search.search(kind, {
    filters: { ...asked.filters, isco: [named.isco08.slice(0, 3)] },
    facets: ['occupation'],
    size: 1,
  })
  const counts = facets.occupation ?? []
  const toTrade = ({ value, count }: { value: string; count: number }) => ({ uri: value, count })
  const group = named.isco08.slice(0, 3)
  const nearness = (uri: string) => (stores.reference.isco08(uri) === named.isco08 ? 0 : 1)
  const near = counts
    // Somebody who has done several occupations is counted under those elsewhere too.
    .filter(({ value }) => value !== named.uri && stores.reference.isco08(value)?.startsWith(group))
    .map(toTrade)
    .sort((a, b) => nearness(a.uri) - nearness(b.uri) || b.count - a.count)
    .slice(0, mostNear)
  const own = counts.find(({ value }) => value === named.uri)
  return own || near.length > 0 ? { named: own ? toTrade(own) : null, near } : null
}

/** The occupation that a text names; null where it names none. The last few hundred answers are kept. */
function namedOccupation(reference: Reference, text: string, locale: Locale): Named {
  const known = remembered.get(reference) ?? new Map<string, Named>()
  remembered.set(reference, known)
  const key = `${locale} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const best = likelyOccupation(reference, text, locale)
  const isco08 = best?.isco08 ?? ''
  const named = best && isco08.length === 4 ? { uri: best.uri, isco08 } : null
  if (known.size >= mostRemembered) known.clear()
  known.set(key, named)
  return named
}

/** The occupation that a text surely means; undefined where there is none. */
function likelyOccupation(
  reference: Reference,
  text: string,
  locale: Locale,
): { readonly uri: string; readonly isco08: string | null } | undefined {
  const words = wordsOf(text)
  const [typed] = reference.suggest.occupations(text, locale, 1)
  if (typed && typed.score >= sameScore) return typed
  if (words.filter((word) => !isStopWord(word)).length > 1) {
    const [meant] = reference.linkTitle(text, locale, 1)
    if (meant && meant.score >= leastLink) {
      const [skill] = reference.linkSkill(text, locale, 1)
      if (!skill || skill.score < meant.score) return meant
    }
  }
  if (!typed) return undefined
  const asked = new Set(words)
  const isNamed =
    typed.score >= namedScore || wordsOf(typed.matched).every((word) => asked.has(word))
  return isNamed ? typed : undefined
}
