import address from './search.client.ts?worker&url'
import type { SuggestWords } from './suggest-script.tsx'

/**
 * The one script of a search page: results and places while somebody types. A file of its own, which
 * the browser keeps and loads after the page; the page works without it. `late` says that the list is
 * not of the words typed, and what to do.
 */
export function SearchScript({ words, late }: { words: SuggestWords; late: string }) {
  return (
    <script
      type="module"
      src={address}
      data-suggest-found={words.found}
      data-suggest-none={words.none}
      data-live-late={late}
    />
  )
}
