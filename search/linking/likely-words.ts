import { typosAllowed } from '#search/text/typos.ts'
import { type LabelIndex, wordsBeginning } from './label-index.ts'
import { isStopWord, type Query } from './query.ts'
import { stem } from './stem.ts'

/** What a typed word may stand for: stems with a likeness of 0 to 1. */
export type Likely = ReadonlyMap<number, number>

/** Likenesses of a stem: another form of the typed word, a typo away, two, its beginning mistyped. */
const otherForm = 0.97
const oneTypo = 0.8
const twoTypos = 0.62
const mistypedBeginning = 0.5
/** One typo in a word too short for typos, where other words stand beside it (`aude cuisinière`). */
const oneTypoInShort = 0.6
/** What is taken off when the first letter differs: it is mistyped less often than others. */
const otherFirstLetter = 0.03
/** A word that is known as typed is seldom meant as another. */
const knownAnyway = 0.7

const mostBeginnings = 400

/** For each telling word of a query, the stems of the index that it may stand for. */
export function likelyWords(index: LabelIndex, query: Query): Likely[] {
  const words = mend(index, query.words)
  const telling = words.filter((word) => !isStopWord(word))
  const used = telling.length > 0 ? telling : words
  const last = query.unfinished ? words.at(-1) : undefined
  const found: Likely[] = []
  const done = new Set<string>()
  for (const word of used) {
    // Both genders of one word are one word: `soudeur/soudeuse`.
    const form = stem(word, index.lang)
    if (done.has(form)) continue
    done.add(form)
    found.push(likely(index, word, { unfinished: word === last, alone: used.length === 1 }))
  }
  return found
}

function likely(
  index: LabelIndex,
  word: string,
  { unfinished, alone }: { unfinished: boolean; alone: boolean },
): Likely {
  const stems = new Map<number, number>()
  const add = (stemNumber: number | undefined, likeness: number) => {
    if (stemNumber === undefined || likeness <= (stems.get(stemNumber) ?? 0)) return
    stems.set(stemNumber, likeness)
  }
  const asTyped = index.stemOf.get(word)
  const asForm = asTyped ?? index.stems.get(stem(word, index.lang))
  add(asForm, asTyped === undefined ? otherForm : 1)
  const doubt = asTyped === undefined ? 1 : knownAnyway

  // A finished word may be the beginning of another too: `vente` of `ventes`, `élec` of an abbreviation.
  if (word.length >= 2 || unfinished) {
    for (const other of wordsBeginning(index, word, mostBeginnings)) {
      const share = word.length / other.length
      add(index.stemOf.get(other), (0.55 + 0.4 * share) * (unfinished ? 1 : 0.9) * doubt)
    }
  }
  const most = typosAllowed(word)
  const few = !alone && /^\p{L}{3,4}$/u.test(word) ? 1 : most
  if (few !== 0) {
    for (const { word: other, distance } of index.nearWords.find(word, few)) {
      const likeness = most === 0 ? oneTypoInShort : distance === 1 ? oneTypo : twoTypos
      const first = other[0] === word[0] ? 0 : otherFirstLetter
      add(index.stemOf.get(other), (likeness - first) * doubt)
    }
  }
  if (stems.size === 0 && unfinished && most !== 0) {
    for (const other of index.nearWords.beginningLike(word)) {
      add(index.stemOf.get(other), mistypedBeginning)
    }
  }
  return stems
}

/** Puts together what a stray space parted (`sou deuse`) and parts what a missing one joined (`aidecuisinière`). */
function mend(index: LabelIndex, words: readonly string[]): string[] {
  const mended: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (next !== undefined && belongTogether(index, word, next)) {
      mended.push(word + next)
      at++
    } else if (isKnown(index, word)) mended.push(word)
    else mended.push(...(parted(index, word) ?? [word]))
  }
  return mended
}

function isKnown(index: LabelIndex, word: string): boolean {
  return index.stemOf.has(word) || isStopWord(word) || index.stems.has(stem(word, index.lang))
}

/** Whether two typed words make sense as one, perhaps with a letter lost between them, and less sense as two. */
function belongTogether(index: LabelIndex, word: string, next: string): boolean {
  const joined = word + next
  if (isKnown(index, word) && isKnown(index, next) && word.length > 2 && next.length > 2)
    return false
  if (index.stemOf.has(joined)) return true
  const stray = [word, next].some(
    (part) => part.length <= 2 || !(isKnown(index, part) || isLikeKnown(index, part)),
  )
  const sound = [word, next].some((part) => part.length > 3 && isKnown(index, part))
  return stray && !sound && joined.length > 4 && index.nearWords.has(joined, 1)
}

function isLikeKnown(index: LabelIndex, word: string): boolean {
  if (wordsBeginning(index, word, 1).length > 0) return true
  const most = typosAllowed(word)
  return most !== 0 && index.nearWords.has(word, most)
}

/** Two known words, maybe with one letter between them, that a word unlike any other may consist of. */
function parted(index: LabelIndex, word: string): [string, string] | null {
  if (word.length < 7 || isLikeKnown(index, word)) return null
  let best: [string, string] | null = null
  let bestLength = 0
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const left = word.slice(0, cut)
    if (!index.stemOf.has(left)) continue
    for (const skipped of [0, 1]) {
      const right = word.slice(cut + skipped)
      const shorter = Math.min(left.length, right.length)
      if (right.length < 2 || !index.stemOf.has(right) || shorter <= bestLength) continue
      best = [left, right]
      bestLength = shorter
    }
  }
  return best
}
