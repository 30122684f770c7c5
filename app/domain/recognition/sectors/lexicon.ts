import type { Sector } from '../../reference/reference.ts'
import type { Steps } from '../in-steps.ts'
import { type SpellingIndex, spellingIndexSteps } from '../spelling-index.ts'
import { activitiesFr, openFr } from './activities-fr.ts'
import { activitiesAr, activitiesEn } from './activities-other.ts'
import { type Deed, deeds, type Product, products } from './products.ts'
import { phraseStems } from './sector-words.ts'

/** A sector with the everyday words that its table brings. */
export type WordedSector = Sector & { readonly words?: readonly string[] | undefined }

/** What a phrase may be. */
export interface Phrase {
  /** Codes it says outright; several where it may be any of them. */
  readonly codes: Set<string>
  product?: Product
  deed?: Deed
  /** Too little to tell: its codes are only proposals. */
  open: boolean
}

export interface Lexicon {
  readonly phrases: ReadonlyMap<string, Phrase>
  /** Phrases near a text, all in one string. */
  readonly near: SpellingIndex
  readonly knowsWord: (stem: string) => boolean
  /** Words of the lexicon near a word. */
  readonly nearWords: SpellingIndex
  /** How many words the longest phrase may have. */
  readonly longest: number
}

/** Indexes what firms say they do by the stems of their words, step by step. */
export function* lexiconSteps(sectors: readonly WordedSector[]): Steps<Lexicon> {
  const known = new Set(sectors.map((sector) => sector.code))
  const phrases = new Map<string, Phrase>()
  const words = new Set<string>()
  const phraseOf = (text: string): Phrase | undefined => {
    const stems = phraseStems(text)
    const key = stems.join('')
    if (key === '') return undefined
    for (const stem of stems) words.add(stem)
    let phrase = phrases.get(key)
    if (!phrase) {
      phrase = { codes: new Set(), open: false }
      phrases.set(key, phrase)
    }
    return phrase
  }
  for (const lexicon of [activitiesFr, activitiesEn, activitiesAr]) {
    for (const [code, words] of Object.entries(lexicon)) {
      for (const word of words.split(',')) if (known.has(code)) phraseOf(word)?.codes.add(code)
      yield
    }
  }
  for (const [words, codes] of Object.entries(openFr)) {
    for (const word of words.split(',')) {
      const phrase = phraseOf(word)
      if (!phrase) continue
      phrase.codes.clear()
      phrase.open = true
      for (const code of codes.split(' ')) if (known.has(code)) phrase.codes.add(code)
    }
  }
  for (const product of products) {
    for (const word of product.words.split(',')) {
      const phrase = phraseOf(word)
      if (phrase) phrase.product = product
    }
    yield
  }
  for (const [deed, words] of Object.entries(deeds)) {
    for (const word of words.split(',')) {
      const phrase = phraseOf(word)
      if (phrase) phrase.deed = deed as Deed
    }
  }
  // The table's own names and words fill the gaps; where they are said above, what stands above counts.
  for (const sector of sectors) {
    for (const name of Object.values(sector.names)) {
      if (!phrases.has(phraseStems(name).join(''))) phraseOf(name)?.codes.add(sector.code)
    }
  }
  yield
  const said = new Set(phrases.keys())
  for (const sector of sectors) {
    yield
    for (const word of sector.words ?? []) {
      // Words to search by ("maison", "or") say too little to decide on.
      if (said.has(phraseStems(word).join(''))) continue
      const phrase = phraseOf(word)
      phrase?.codes.add(sector.code)
      if (phrase) phrase.open = true
    }
  }
  return {
    phrases,
    near: yield* spellingIndexSteps([...phrases.keys()].filter((key) => key.length >= 5)),
    knowsWord: (stem) => words.has(stem),
    nearWords: yield* spellingIndexSteps(words),
    longest: 6,
  }
}
