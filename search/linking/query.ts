import { wordsOf } from '#search/text/tokens.ts'

const stopWords = new Set(
  (
    'le la les l un une des du de d et en au aux a ou pour par sur dans avec c j m n qu s t h f ' +
    'the an of in on at to for and or with by في من على الى عن مع و او'
  ).split(' '),
)

/** Whether a folded word says nothing about a trade or a skill. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}

/** `(h/f)`, `F/H`, `m/f/d` of adverts. */
const bothSexes = /\(?(?<![\p{L}\p{N}])[hfm]\s*\/\s*[hfm](?:\s*\/\s*[dxn])?(?![\p{L}\p{N}])\)?/giu

/** The second ending of inclusive writing: `soudeur(se)`, `soudeur·euse`, `agent-e`. */
const secondEnding =
  /(?<=\p{L}{3})[(·•.-](?:e|se|ne|euse|rice|trice|ère|ière|ienne)(?:s|\.s|·s)?\)?(?![\p{L}\p{N}])/giu

/** The longest text that is looked at, and the most words of it. */
const mostCharacters = 160
const mostWords = 12

/** What is typed, as folded words without marks of gender; `unfinished` when the last word may go on. */
export interface Query {
  readonly words: string[]
  readonly unfinished: boolean
}

/** The words of a typed title or skill. */
export function readQuery(text: string): Query {
  const head = text.slice(0, mostCharacters)
  const plain = head.replace(bothSexes, ' ').replace(secondEnding, ' ')
  return {
    words: wordsOf(plain).slice(0, mostWords),
    unfinished: /[\p{L}\p{N}\p{M}]$/u.test(head),
  }
}
