import address from './search.client.ts?worker&url'
import type { SuggestWords } from './suggest-script.tsx'

/**
 * The one script of a search page: results and places while somebody types. A file of its own, which
 * the browser keeps and loads after the page; the page works without it.
 */
export function SearchScript({ words }: { words: SuggestWords }) {
  return (
    <script
      type="module"
      src={address}
      data-suggest-found={words.found}
      data-suggest-none={words.none}
    />
  )
}
