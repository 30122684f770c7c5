import { atOnce, type Steps } from './in-steps.ts'
import { editDistance, soundOf, withoutLetters } from './text.ts'

/** Spellings that come near a text, the nearest first. */
export interface Near {
  readonly spelling: string
  /** Slips of the pen, a half for one that sounds alike. */
  readonly slips: number
}

/** Finds the known spellings that come near a text, with up to two slips. */
export type SpellingIndex = (text: string) => Near[]

/** So many spellings are taken in a step: some milliseconds. */
const aStep = 40

/** Finds known spellings with up to two slips, in time that does not depend on how many there are. */
export function buildSpellingIndex(spellings: Iterable<string>): SpellingIndex {
  return atOnce(spellingIndexSteps(spellings))
}

/** `buildSpellingIndex` step by step: thousands of spellings take a good part of a second. */
export function* spellingIndexSteps(spellings: Iterable<string>): Steps<SpellingIndex> {
  let taken = 0
  const byRest = new Map<string, string[]>()
  const bySound = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, spelling: string) => {
    const list = map.get(key)
    if (list) list.push(spelling)
    else map.set(key, [spelling])
  }
  for (const spelling of spellings) {
    if (spelling.length < 4 || /\d/.test(spelling)) continue
    for (const rest of withoutLetters(spelling, spelling.length < 8 ? 1 : 2)) {
      add(byRest, rest, spelling)
    }
    add(bySound, soundOf(spelling), spelling)
    taken += 1
    if (taken % aStep === 0) yield
  }
  const longest = Math.max(...[...bySound.values()].flat().map((one) => one.length))
  const search = (text: string): Near[] => {
    const limit = text.length < 8 ? 1 : 2
    const found = new Map<string, number>()
    const sound = soundOf(text)
    for (const spelling of bySound.get(sound) ?? []) {
      if (text.length >= 4) found.set(spelling, spelling === text ? 0 : 0.5)
    }
    for (const rest of withoutLetters(text, limit)) {
      for (const spelling of byRest.get(rest) ?? []) {
        if (found.has(spelling)) continue
        const slips = editDistance(text, spelling, limit)
        if (slips > limit) continue
        // The first letter is seldom wrong: where it differs, the slip counts for more.
        const first = text[0] === spelling[0] || soundOf(text)[0] === soundOf(spelling)[0] ? 0 : 0.5
        found.set(spelling, slips + first)
      }
    }
    return [...found]
      .map(([spelling, slips]) => ({ spelling, slips }))
      .sort((a, b) => a.slips - b.slips || a.spelling.localeCompare(b.spelling))
  }

  // The words of addresses come again and again.
  const memory = new Map<string, Near[]>()
  return (text) => {
    if (text.length < 4 || text.length > longest + 2 || /\d/.test(text)) return []
    let found = memory.get(text)
    if (!found) {
      found = search(text)
      if (memory.size >= 200_000) memory.clear()
      memory.set(text, found)
    }
    return found
  }
}
