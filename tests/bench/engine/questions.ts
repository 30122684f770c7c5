import type { Near } from '#search/engine.ts'
import { fold } from '#search/text/fold.ts'
import { randomFrom } from '#tests/search/corpus.ts'
import type { Corpus } from '../corpus/documents.ts'
import type { Draws } from '../corpus/draws.ts'

/** What is asked in each round: seeded, many different ones, answered by the corpus. */
export interface Questions {
  /** One or two words of an occupation. */
  text(round: number): string
  /** A long word of an occupation, two letters in it changed over. */
  typo(round: number): string
  /** The first four letters of a word. */
  prefix(round: number): string
  near(round: number): Near
  need(round: number): ReturnType<Corpus['opportunity']>
  offer(round: number): ReturnType<Corpus['profile']>
}

const different = 500

/** Prepares questions to a corpus of that many opportunities; offers are of people who are not in it. */
export function prepareQuestions(
  draws: Draws,
  corpus: Corpus,
  sizes: { profiles: number; opportunities: number },
): Questions {
  const random = randomFrom(7)
  const words = draws.occupations
    .flatMap((one) => fold(one.labels).split(/[^\p{L}]+/u))
    .filter((word) => /^[a-z]{6,}$/.test(word))
  const text = Array.from({ length: different }, () => {
    const title = fold(random.pick(draws.occupations).labels).split(/[^\p{L}]+/u)
    const long = title.filter((word) => word.length >= 4)
    const at = random.below(Math.max(1, long.length - 1))
    return long.slice(at, at + 1 + random.below(2)).join(' ') || 'vente'
  })
  const typo = Array.from({ length: different }, () => {
    const word = random.pick(words)
    const at = 1 + random.below(word.length - 3)
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  })
  const prefix = Array.from({ length: different }, () => random.pick(words).slice(0, 4))
  const near = Array.from({ length: different }, () => {
    const { place } = draws.place(random)
    return { lat: place.lat, lng: place.lng, km: 50 }
  })
  const need: ReturnType<Corpus['opportunity']>[] = []
  for (let at = 0; need.length < Math.min(different, sizes.opportunities / 2); at += 1) {
    const one = corpus.opportunity(at % sizes.opportunities)
    if (one.status === 'open') need.push(one)
  }
  const offer: ReturnType<Corpus['profile']>[] = []
  for (let at = sizes.profiles; offer.length < different; at += 1) {
    const one = corpus.profile(at)
    if (one.status === 'active') offer.push(one)
  }
  const of =
    <T>(list: readonly T[]) =>
    (round: number) =>
      list[round % list.length] as T
  return {
    text: of(text),
    typo: of(typo),
    prefix: of(prefix),
    near: of(near),
    need: of(need),
    offer: of(offer),
  }
}
