import { type LatentWords, latentWords } from './latent-words.ts'
import { type LearntWords, learnWords } from './learn-words.ts'
import { buildLetterIndex, type LetterIndex } from './letter-index.ts'
import { type PreparedWords, prepareWords } from './prepare-words.ts'
import { titleKey } from './title-words.ts'
import type { Lang, LinkingRows, VocabularyRow } from './vocabulary.ts'
import { bagOf } from './word-bags.ts'
import { type LinkingWeights, weighWords } from './word-evidence.ts'

/** What titles in one language are linked to concepts of one kind by: typed arrays, ready to be stored. */
export interface TitleIndex {
  readonly kind: VocabularyRow['kind']
  readonly lang: Lang
  readonly weights: LinkingWeights
  /** URIs of the concepts by number. */
  readonly uris: readonly string[]
  readonly words: readonly string[]
  readonly starts: Int32Array
  readonly concepts: Uint16Array
  /** Evidence and cosines as bytes, 255 for the greatest. */
  readonly evidence: Uint8Array
  readonly cosines: Uint8Array
  readonly evidenceScale: number
  readonly cosineScale: number
  readonly rarity: Float32Array
  readonly letters: LetterIndex | null
  readonly latent: {
    readonly dimensions: number
    readonly words: Int8Array
    readonly wordScales: Float32Array
    readonly concepts: Int8Array
  } | null
  /** Labels as sorted keys' hashes, with their concepts; `exactPreferred` is 1 for a preferred label. */
  readonly exactHashes: Uint32Array
  readonly exactConcepts: Uint16Array
  readonly exactPreferred: Uint8Array
}

/** The measured best (see the README): one set for the languages, two for the kinds. */
export const occupationWeights: LinkingWeights = {
  labels: 0.04,
  synonyms: 0.6,
  foreign: 0.35,
  borrowed: 0.1,
  related: 0.014,
  alike: 0.03,
  descriptions: 0.09,
  relatedInDescriptions: 0.028,
  skills: 0.02,
  skillSynonyms: 0.034,
  fromSkills: 0.028,
  group: 0.015,
  chance: 0.2,
  labelCosine: 0.15,
  skillCosine: 0.05,
  descriptionCosine: 0.05,
  letters: 0.08,
  otherLetters: 0.13,
  latent: 0.13,
  exact: 0.2,
  exactAlternative: 0,
}

/** Skills have no descriptions and no skills, and are too many for letters and a latent space to be worth their room. */
export const skillWeights: LinkingWeights = {
  ...occupationWeights,
  letters: 0,
  otherLetters: 0,
  latent: 0,
}

const latentDimensions = 116
/** So few concepts have no space of their own. */
const leastForLatent = 1_000

/** Learns from all labels and packs what titles are linked by. Concepts must be fewer than 65,536. */
export function buildTitleIndex(
  rows: LinkingRows,
  kind: VocabularyRow['kind'],
  lang: Lang,
  weights: LinkingWeights = kind === 'occupation' ? occupationWeights : skillWeights,
): TitleIndex {
  const prepared = prepareWords(rows, kind, lang)
  return packTitleIndex(prepared, learnWords(prepared), latentOf(prepared, weights), {
    kind,
    lang,
    weights,
  })
}

/** Words and concepts in one space, from labels (twice), descriptions and skills; null without weight. */
export function latentOf(prepared: PreparedWords, weights: LinkingWeights): LatentWords | null {
  if (weights.latent === 0 || prepared.concepts.length < leastForLatent) return null
  const { labels, descriptions, skills, words } = prepared
  const bags = labels.map((list, at) =>
    bagOf([...list, ...list, descriptions[at] ?? [], ...(skills[at] ?? [])]),
  )
  return latentWords(bags, words.size, latentDimensions)
}

/** Packs what was learnt under given weights. */
export function packTitleIndex(
  prepared: PreparedWords,
  learnt: LearntWords,
  latent: LatentWords | null,
  { kind, lang, weights }: Pick<TitleIndex, 'kind' | 'lang' | 'weights'>,
): TitleIndex {
  const found = weighWords(prepared, learnt, weights)
  const evidenceScale = greatest(found.evidence) / 255
  const cosineScale = greatest(found.cosines) / 255
  const other = lang === 'en' ? 'fr' : lang === 'fr' ? 'en' : 'fr'
  const textsIn = (language: Lang) =>
    prepared.concepts.map(({ labels }) =>
      distinctByKey(
        labels.filter((it) => it.lang === language).map(({ text }) => text),
        language,
      ),
    )
  return {
    kind,
    lang,
    weights,
    uris: prepared.concepts.map(({ uri }) => uri),
    words: found.words,
    starts: found.starts,
    concepts: Uint16Array.from(found.concepts),
    evidence: Uint8Array.from(found.evidence, (value) => Math.round(value / evidenceScale)),
    cosines: Uint8Array.from(found.cosines, (value) => Math.round(value / cosineScale)),
    evidenceScale,
    cosineScale,
    rarity: Float32Array.from(found.rarity),
    letters:
      weights.letters + weights.otherLetters > 0
        ? buildLetterIndex(textsIn(lang), textsIn(other))
        : null,
    latent: latent && packLatent(latent),
    ...exactLabels(prepared.concepts, lang),
  }
}

function distinctByKey(texts: readonly string[], lang: Lang): string[] {
  return [...new Map(texts.map((text) => [titleKey(text, lang), text])).values()]
}

function packLatent({ dimensions, words, concepts }: LatentWords): TitleIndex['latent'] {
  const wordScales = new Float32Array(words.length / dimensions)
  const bytes = new Int8Array(words.length)
  wordScales.forEach((_, word) => {
    const row = words.subarray(word * dimensions, (word + 1) * dimensions)
    let most = 0
    for (const value of row) most = Math.max(most, Math.abs(value))
    wordScales[word] = most / 127
    if (most > 0)
      row.forEach((value, at) => {
        bytes[word * dimensions + at] = Math.round((value / most) * 127)
      })
  })
  return {
    dimensions,
    words: bytes,
    wordScales,
    concepts: Int8Array.from(concepts, (value) => Math.round(value * 127)),
  }
}

/** A hash of a label's words, whatever their order, number and gender. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** The concepts that have a label of these words, first those that it is the preferred label of, or only those. */
export function conceptsOfKey(index: TitleIndex, key: string): number[] {
  const preferred: number[] = []
  const others: number[] = []
  for (const at of placesOfKey(index, key)) {
    const concept = index.exactConcepts[at] ?? 0
    if (index.exactPreferred[at] === 1) preferred.push(concept)
    else others.push(concept)
  }
  // A name that many concepts share says little about each.
  return preferred.length > 0 ? preferred : others.length <= mostSharing ? others : []
}

const mostSharing = 3

/** Where a label's words stand among the index's exact labels. */
export function placesOfKey({ exactHashes }: TitleIndex, key: string): number[] {
  const hash = keyHash(key)
  let low = 0
  let high = exactHashes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((exactHashes[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  const places: number[] = []
  for (let at = low; exactHashes[at] === hash; at++) places.push(at)
  return places
}

function exactLabels(concepts: readonly VocabularyRow[], lang: Lang) {
  const found = new Map<string, { hash: number; concept: number; preferred: number }>()
  concepts.forEach(({ labels }, concept) => {
    for (const label of labels) {
      if (label.lang !== lang) continue
      const key = titleKey(label.text, lang)
      if (key === '') continue
      const preferred = label.role !== 'alternative' || label.source === 'deployer' ? 1 : 0
      const known = found.get(`${concept} ${key}`)
      if (known) known.preferred = Math.max(known.preferred, preferred)
      else found.set(`${concept} ${key}`, { hash: keyHash(key), concept, preferred })
    }
  })
  const all = [...found.values()].sort((a, b) => a.hash - b.hash || a.concept - b.concept)
  return {
    exactHashes: Uint32Array.from(all, ({ hash }) => hash),
    exactConcepts: Uint16Array.from(all, ({ concept }) => concept),
    exactPreferred: Uint8Array.from(all, ({ preferred }) => preferred),
  }
}

function greatest(values: Float64Array): number {
  let most = 1e-9
  for (const value of values) if (value > most) most = value
  return most
}
