import type { SearchHelp } from '#app/domain/search/help-search.server.ts'
import { cleared, type ListState, listQuery } from '#app/domain/search/list-state.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { ListContext } from './list-view.ts'

/** A way on from a list: where it leads, and how many results are there. */
export interface WayOn {
  readonly label: string
  readonly count: string
  readonly href: string
}

/** Ways on, in words. */
export interface SearchHelpView {
  /** Other words that may have been meant. */
  readonly words: readonly WayOn[]
  /** The occupation that the words name, then those beside it. */
  readonly trades: readonly WayOn[]
  /** The same words without filters. */
  readonly unfiltered: WayOn | null
}

/** Puts ways on into words, each with its address; filters stay, unless dropping them is the way. */
export function searchHelp<G extends string>(
  list: ListContext<G>,
  help: SearchHelp,
  occupation: (uri: string) => string,
): SearchHelpView {
  const { state, path, locale } = list
  const first: ListState<G> = { ...state, page: 1 }
  const to = (next: ListState<G>) => path + listQuery(next)
  const number = (count: number) => formatNumber(locale, count)
  const { named = null, near = [] } = help.trades ?? {}
  const trades = named ? [named, ...near] : near
  const bare = cleared(state)
  const country = Object.entries(state.chosen).filter(([name]) => name === 'country')
  return {
    words: help.words.map(({ text, total }) => ({
      label: text,
      count: number(total),
      href: to({ ...first, text }),
    })),
    trades: trades.map(({ uri, count }) => ({
      label: occupation(uri),
      count: number(count),
      href: to({ ...first, text: '', chosen: { ...state.chosen, occupation: [uri] } }),
    })),
    unfiltered:
      help.unfiltered === null
        ? null
        : {
            label: state.text,
            count: number(help.unfiltered),
            href: to({
              ...bare,
              text: state.text,
              chosen: { ...bare.chosen, ...Object.fromEntries(country) },
            }),
          },
  }
}
