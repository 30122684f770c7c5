import type { CountryCode } from '#app/domain/countries/index.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Filters, SearchEngine } from '#search/engine.ts'
import type { ListState } from './list-state.ts'
import { type NearTrades, nearTrades } from './near-trades.server.ts'
import { type ProposedWords, proposeWords } from './propose-words.server.ts'

/** Ways on from a list: what may have been meant, and what lies beside. */
export interface SearchHelp {
  /** Other words where these found next to nothing. */
  readonly words: readonly ProposedWords[]
  /** Where the words name an occupation and none is filtered by. */
  readonly trades: NearTrades | null
  /** Results of the same words without filters and place, where there are none with them; else null. */
  readonly unfiltered: number | null
}

export const noHelp: SearchHelp = { words: [], trades: null, unfiltered: null }

/** What every list of a kind is narrowed by, whatever was chosen: what may be shown at all. */
const always = ['status', 'openOn', 'country', 'notBlocking'] as const

/** Looks for ways on from the first page of a search by words. */
export async function helpSearch<K extends 'opportunity' | 'profile'>(
  stores: { readonly search: SearchEngine; readonly reference: Reference },
  kind: K,
  asked: {
    readonly state: ListState<string>
    readonly filters: Filters[K]
    readonly total: number
    readonly country: CountryCode
    readonly locale: Locale
  },
): Promise<SearchHelp> {
  const { state, filters, total, country, locale } = asked
  const { text } = state
  if (state.page > 1) return noHelp
  const words = text ? await proposeWords(stores, kind, { text, ...asked }) : []
  const chosen = (name: string) => (state.chosen[name]?.length ?? 0) > 0
  const trades =
    text && !chosen('occupation') ? await nearTrades(stores, kind, { text, filters, locale }) : null
  const narrowed = state.place !== '' || Object.keys(state.chosen).some(chosen)
  return {
    words,
    trades,
    unfiltered: total === 0 && narrowed ? await totalUnfiltered() : null,
  }

  async function totalUnfiltered(): Promise<number | null> {
    const bare = Object.fromEntries(
      Object.entries(filters).filter(([name]) => (always as readonly string[]).includes(name)),
    ) as Filters[K]
    const found = await stores.search.search(kind, {
      text,
      filters: { ...bare, country: [country] },
      size: 1,
    })
    return found.total > 0 ? found.total : null
  }
}
