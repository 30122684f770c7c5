import address from './suggest.client.ts?worker&url'

/** What the script says to people who do not see the list. */
export interface SuggestWords {
  /** With `#` where the number of suggestions goes. */
  readonly found: string
  readonly none: string
}

/**
 * The one script of an editor: live suggestions for its `SearchSelect`s. A file of its own, which the
 * browser keeps and loads after the page; the page works without it.
 */
export function SuggestScript({ words }: { words: SuggestWords }) {
  return (
    <script
      type="module"
      src={address}
      data-suggest-found={words.found}
      data-suggest-none={words.none}
    />
  )
}
