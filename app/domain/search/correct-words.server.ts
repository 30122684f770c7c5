import { fold } from '#search/text/fold.ts'
import { typoDistance } from '#search/text/typos.ts'

/** What texts are corrected by. */
export interface Wordbook {
  /** Labels of occupations and skills that hold something like a word. */
  like(word: string): readonly string[]
  /** Labels of what a whole text may mean, likeliest first. */
  meant(text: string): readonly string[]
  /** Words of occupations and names of places, folded, with the way to write them. */
  readonly words: ReadonlyMap<string, string>
  /** The words of `words` that are one typo from a folded one, or with `most` 2 also two. */
  near(folded: string, most: 1 | 2): readonly { word: string; distance: number }[]
}

const mostTexts = 6
const wordPattern = /[\p{L}\p{N}]+/gu

/**
 * Texts that somebody may have meant, likeliest first, at most six: with each unknown word put
 * right, then labels like the whole, then what is left without the words that nobody knows. Never
 * the same text, whatever its accents and capitals, and none twice.
 */
export function correctedTexts(text: string, book: Wordbook): string[] {
  const typed = words(text)
  const read = typed.map((word) => readWord(word, book))
  const found: string[] = []
  const seen = new Set([key(text), ''])
  const add = (proposal: string) => {
    if (seen.has(key(proposal)) || found.length >= mostTexts) return
    seen.add(key(proposal))
    found.push(proposal)
  }
  if (read.some((one) => one.kind === 'corrected')) add(read.map((one) => one.word).join(' '))
  for (const label of book.meant(text)) add(label)
  add(
    read
      .filter((one) => one.kind !== 'unknown')
      .map((one) => one.word)
      .join(' '),
  )
  return found
}

interface ReadWord {
  readonly word: string
  readonly kind: 'known' | 'corrected' | 'unknown'
}

/** A typed word as it is known, or the known word that it is nearest to. */
function readWord(typed: string, book: Wordbook): ReadWord {
  const wanted = fold(typed)
  if (wanted.length < 3 || /\d/.test(wanted) || book.words.has(wanted)) {
    return { word: typed, kind: 'known' }
  }
  const most = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2
  const labels = new Map(
    book.like(typed).flatMap((label) => words(label).map((word) => [fold(word), word])),
  )
  if (labels.has(wanted)) return { word: typed, kind: 'known' }
  if (most === 0) return { word: typed, kind: 'unknown' }
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
  if (!best) return { word: typed, kind: 'unknown' }
  return {
    word: labels.get(best.word) ?? book.words.get(best.word) ?? best.word,
    kind: 'corrected',
  }
}

const words = (text: string): string[] => text.match(wordPattern) ?? []

const key = (text: string): string => words(fold(text)).join(' ')
