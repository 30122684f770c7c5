import { isStopWord } from '#search/linking/query.ts'
import { fold } from '#search/text/fold.ts'
import { typoDistance } from '#search/text/typos.ts'

/** What texts are corrected by. */
export interface Wordbook {
  /** Labels of occupations and skills that hold something like a word. */
  like(word: string): readonly string[]
  /** Labels of what a whole text may mean, likeliest first. */
  meant(text: string): readonly string[]
  /** Whether a folded word is spelt right, in whatever language. */
  knows(folded: string): boolean
  /** Words of occupations and names of places, folded, with the way to write them. */
  readonly words: ReadonlyMap<string, string>
  /** The words of `words` that are one typo from a folded one, or with `most` 2 also two. */
  near(folded: string, most: 1 | 2): readonly { word: string; distance: number }[]
}

const mostTexts = 6
const wordPattern = /[\p{L}\p{N}]+/gu

/** So many letters may be wrong in a word, or a text, of so many: one from five, two from eight. */
const mistakes = (letters: number): 0 | 1 | 2 => (letters < 5 ? 0 : letters < 8 ? 1 : 2)

/** In the letters of a long text. */
const lettersAMistake = 5

/** Texts that somebody may have meant, likeliest first. */
export interface CorrectedTexts {
  /** With each unknown word put right, then labels that the whole is a misspelling of. */
  readonly whole: readonly string[]
  /** What is left without the words that nobody knows, then each word that was put right by itself. */
  readonly parts: readonly string[]
}

/**
 * What somebody may have meant by a text, at most six texts: never the same one, whatever its accents
 * and capitals, and none twice. Known words stay as they are.
 */
export function correctedTexts(text: string, book: Wordbook): CorrectedTexts {
  const typed = words(text)
  const read = typed.map((word) => readWord(word, book))
  const whole: string[] = []
  const parts: string[] = []
  const seen = new Set([key(text), ''])
  const add = (proposal: string, to = whole) => {
    if (seen.has(key(proposal)) || whole.length + parts.length >= mostTexts) return
    seen.add(key(proposal))
    to.push(proposal)
  }
  if (read.some((one) => one.kind === 'corrected')) add(read.map((one) => one.word).join(' '))
  if (read.some((one) => one.kind !== 'known')) {
    for (const label of book.meant(text)) if (isMisspelt(read, label)) add(label)
  }
  const certain = read.filter((one) => one.kind !== 'unknown').map((one) => one.word)
  add(certain.join(' '), parts)
  for (const one of read) if (one.kind === 'corrected') add(one.word, parts)
  return { whole, parts }
}

/** Whether a label has the known words of a text and, its letters in a row, hardly differs from it. */
function isMisspelt(read: readonly ReadWord[], label: string): boolean {
  const telling = (all: readonly string[]) => all.map(fold).filter((word) => !isStopWord(word))
  const meant = telling(words(label))
  const typed = telling(read.map((one) => one.typed)).join('')
  const most = Math.max(mistakes(typed.length), Math.floor(typed.length / lettersAMistake))
  const kept = telling(read.filter((one) => one.kind === 'known').map((one) => one.typed))
  return (
    kept.every((word) => meant.includes(word)) && typoDistance(typed, meant.join(''), most) <= most
  )
}

interface ReadWord {
  readonly typed: string
  /** The same, or what it was corrected to. */
  readonly word: string
  readonly kind: 'known' | 'corrected' | 'unknown'
}

/** A typed word as it is known, or the known word that it is nearest to. */
function readWord(typed: string, book: Wordbook): ReadWord {
  const wanted = fold(typed)
  const known =
    wanted.length < 3 || /\d/.test(wanted) || book.words.has(wanted) || book.knows(wanted)
  if (known) return { typed, word: typed, kind: 'known' }
  const most = mistakes(wanted.length)
  const labels = new Map(
    book.like(typed).flatMap((label) => words(label).map((word) => [fold(word), word])),
  )
  if (labels.has(wanted)) return { typed, word: typed, kind: 'known' }
  if (most === 0) return { typed, word: typed, kind: 'unknown' }
  const near = [
    ...[...labels.keys()].map((word) => ({ word, distance: typoDistance(wanted, word, most) })),
    ...book.near(wanted, most),
  ]
  // People mistype the beginning of a word least.
  const farness = (one: { word: string; distance: number }) =>
    one.distance + (one.word[0] === wanted[0] ? 0 : 0.5)
  const best = near
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => farness(one) - farness(other))[0]
  if (!best) return { typed, word: typed, kind: 'unknown' }
  return {
    typed,
    word: labels.get(best.word) ?? book.words.get(best.word) ?? best.word,
    kind: 'corrected',
  }
}

const words = (text: string): string[] => text.match(wordPattern) ?? []

const key = (text: string): string => words(fold(text)).join(' ')
