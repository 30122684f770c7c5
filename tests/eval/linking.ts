import { isStopWord, readQuery } from '#search/linking/query.ts'
import { stem } from '#search/linking/stem.ts'
import { buildTitleIndex } from '#search/linking/title-index.ts'
import { TitleLinker } from '#search/linking/title-linker.ts'
import type { Lang, LinkingRows, VocabularyRow } from '#search/linking/vocabulary.ts'

/** How well titles were linked: mean reciprocal rank, and the shares that were first and among the first ten. */
export interface LinkingFigures {
  readonly mrr: number
  readonly acc1: number
  readonly acc10: number
}

export interface LinkingEvaluation extends LinkingFigures {
  /** How many titles were held out, and how many of them are also a label of another concept, which stays. */
  readonly titles: number
  readonly ambiguous: number
  /** The same titles by BM25 over the same labels. */
  readonly bm25: LinkingFigures
  /** Milliseconds a title. */
  readonly p50Ms: number
  readonly p95Ms: number
  /** Milliseconds to build the index. */
  readonly buildMs: number
}

export interface LinkingSample {
  readonly lang: Lang
  readonly kind?: VocabularyRow['kind']
  /** How many titles, one a concept; fewer when there are not so many. */
  readonly sample?: number
  readonly seed?: number
  /** The weights were chosen on the `tuning` titles; their concepts are others than those of the `reported` ones. */
  readonly split?: 'reported' | 'tuning'
}

/** A title that was taken out of the labels of the concept that it means. */
export interface HeldOut {
  readonly title: string
  readonly uri: string
}

/** Titles of the reported split, whatever the sample: the tuning titles begin after them. */
const reportedTitles = 900

/** Takes alternative labels out of the vocabulary, learns from the rest, and counts how well they are linked. */
export function evaluateLinking(rows: LinkingRows, options: LinkingSample): LinkingEvaluation {
  const { lang, kind = 'occupation' } = options
  const { left, titles } = holdOut(rows, options)
  const started = performance.now()
  const linker = new TitleLinker(buildTitleIndex(left, kind, lang))
  const buildMs = performance.now() - started
  const times: number[] = []
  const linked = figures(titles, (title) => {
    const before = performance.now()
    linker.link(title, 10)
    times.push(performance.now() - before)
    return linker.link(title, mostRanks).map(({ concept }) => linker.index.uris[concept])
  })
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const others = keysOf(left, kind, lang)
  return {
    titles: titles.length,
    ambiguous: titles.filter(({ title }) => others.has(plainKey(title, lang))).length,
    ...linked,
    bm25: figures(titles, bm25(left, kind, lang)),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    buildMs,
  }
}

const mostRanks = 1_000

/** Mean reciprocal rank and accuracies of a ranking of URIs. */
export function figures(
  titles: readonly HeldOut[],
  rank: (title: string) => readonly (string | undefined)[],
): LinkingFigures {
  let [sum, first, tenth] = [0, 0, 0]
  for (const { title, uri } of titles) {
    const at = rank(title).indexOf(uri)
    if (at < 0) continue
    sum += 1 / (at + 1)
    if (at === 0) first++
    if (at < 10) tenth++
  }
  const count = Math.max(1, titles.length)
  return { mrr: sum / count, acc1: first / count, acc10: tenth / count }
}

/**
 * Takes one alternative label of ESCO from each concept of a seeded sample. A label and those of the same concept that
 * differ from it in gender, number or order only go together, so that what is left holds none of them. Concepts
 * of the reported split have at least two such labels.
 */
export function holdOut(
  rows: LinkingRows,
  {
    lang,
    kind = 'occupation',
    sample = reportedTitles,
    seed = 1,
    split = 'reported',
  }: LinkingSample,
): { left: LinkingRows; titles: HeldOut[] } {
  const picked = rows.concepts
    .filter((row) => row.kind === kind)
    .flatMap((row) => {
      const keys = new Map<string, { alternative: boolean; text: string; order: number }>()
      for (const label of row.labels) {
        const key = label.lang === lang ? plainKey(label.text, lang) : ''
        if (key === '') continue
        const alternative = label.source === 'esco' && label.role === 'alternative'
        const known = keys.get(key)
        if (known) known.alternative &&= alternative
        else {
          const order = hash(`${seed} ${key} ${row.uri}`)
          keys.set(key, { alternative, text: label.text, order })
        }
      }
      const free = [...keys].filter(([, it]) => it.alternative)
      const [one] = free.sort((a, b) => a[1].order - b[1].order)
      if (!one) return []
      const order = hash(`${seed} ${row.uri}`)
      return [{ uri: row.uri, key: one[0], title: one[1].text, several: free.length > 1, order }]
    })
    .sort((one, other) => one.order - other.order)
  const several = picked.filter((it) => it.several)
  const chosen =
    split === 'reported'
      ? several.slice(0, sample)
      : [...several.slice(reportedTitles), ...picked.filter((it) => !it.several)].slice(0, sample)
  const keyOf = new Map(chosen.map(({ uri, key }) => [uri, key]))
  const concepts = rows.concepts.map((row) => {
    const key = keyOf.get(row.uri)
    if (key === undefined) return row
    const labels = row.labels.filter((it) => it.lang !== lang || plainKey(it.text, lang) !== key)
    return { ...row, labels }
  })
  return { left: { ...rows, concepts }, titles: chosen.map(({ title, uri }) => ({ title, uri })) }
}

/** Okapi BM25 (k1 1.2, b 0.75): a concept's labels as one document of stemmed words. */
export function bm25(rows: LinkingRows, kind: VocabularyRow['kind'], lang: Lang) {
  const concepts = rows.concepts.filter((row) => row.kind === kind)
  const postings = new Map<string, Map<number, number>>()
  const lengths = concepts.map((row, concept) => {
    let length = 0
    for (const label of row.labels) {
      if (label.lang !== lang) continue
      for (const word of plainStems(label.text, lang)) {
        const held = postings.get(word) ?? new Map<number, number>()
        held.set(concept, (held.get(concept) ?? 0) + 1)
        postings.set(word, held)
        length++
      }
    }
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, concepts.length)
  return (title: string): string[] => {
    const scores = new Map<number, number>()
    for (const word of plainStems(title, lang)) {
      const held = postings.get(word)
      if (!held) continue
      const rarity = Math.log(1 + (concepts.length - held.size + 0.5) / (held.size + 0.5))
      for (const [concept, count] of held) {
        const norm = 1.2 * (0.25 + (0.75 * (lengths[concept] ?? 0)) / average)
        const gain = (rarity * count * 2.2) / (count + norm)
        scores.set(concept, (scores.get(concept) ?? 0) + gain)
      }
    }
    return [...scores]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, mostRanks)
      .map(([concept]) => concepts[concept]?.uri ?? '')
  }
}

function keysOf(rows: LinkingRows, kind: VocabularyRow['kind'], lang: Lang): Set<string> {
  const keys = new Set<string>()
  for (const row of rows.concepts) {
    if (row.kind !== kind) continue
    for (const label of row.labels) if (label.lang === lang) keys.add(plainKey(label.text, lang))
  }
  return keys
}

/** A title's stems, each once: words folded, number and gender taken off. What the linker folds besides is not done here. */
function plainStems(text: string, lang: Lang): string[] {
  const words = readQuery(text).words
  const telling = words.filter((word) => !isStopWord(word))
  return [...new Set((telling.length > 0 ? telling : words).map((word) => stem(word, lang)))]
}

function plainKey(text: string, lang: Lang): string {
  return plainStems(text, lang).sort().join(' ')
}

/** FNV-1a with a last mixing: the same order of the same titles everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
