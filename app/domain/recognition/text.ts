const arabicForms: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك' }

/**
 * Text in one spelling for comparing lists that people typed: small letters without accents, Arabic without vowel signs
 * and with one form of alef, ya and ta marbuta, digits 0 to 9. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200b-\u200f\u00ad\ufeff]/gu, '')
    .replace(/[ٱىةیک]/g, (letter) => arabicForms[letter] ?? letter)
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

/** The words of a text, folded: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other;
 * `limit + 1` as soon as it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** The word, and what is left of it without any `count` letters: words one or two slips apart share one of these. */
export function withoutLetters(word: string, count: 1 | 2): Set<string> {
  const found = new Set([word])
  let edge = [word]
  for (let round = 0; round < count; round++) {
    const next: string[] = []
    for (const one of edge) {
      for (let at = 0; at < one.length; at++) {
        const shorter = one.slice(0, at) + one.slice(at + 1)
        if (!found.has(shorter)) {
          found.add(shorter)
          next.push(shorter)
        }
      }
    }
    edge = next
  }
  return found
}

/** The words of lists come again and again. */
const sounds = new Map<string, string>()
const mostSounds = 100_000

/**
 * How a name sounds, roughly, to somebody who writes it down by ear in French: `Wattara` and `Ouattara`, `Tengréla` and
 * `Tingrela` apart by a vowel only, `Ganoa` and `Gagnoa` alike. Takes folded letters without spaces.
 */
export function soundOf(word: string): string {
  let sound = sounds.get(word)
  if (sound === undefined) {
    sound = hear(word)
    if (sounds.size >= mostSounds) sounds.clear()
    sounds.set(word, sound)
  }
  return sound
}

function hear(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/[tds]?ch|sch|sh/g, 'S')
    .replace(/dj|dg(?=[ei])/g, 'j')
    .replace(/gn/g, 'n')
    .replace(/g(?=u[ei])u/g, 'g')
    .replace(/kh|ck|qu|q|c(?=[^eiyh]|$)/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ou|oo|w/g, 'u')
    .replace(/eau|au/g, 'o')
    .replace(/ai|ei/g, 'e')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
}
