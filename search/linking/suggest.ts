import { buildLabelIndex, type LabelIndex, wordsBeginning } from './label-index.ts'
import { type Likely, likelyWords } from './likely-words.ts'
import { type Query, readQuery } from './query.ts'
import { shownLabel } from './shown-label.ts'
import type { Lang, VocabularyRow } from './vocabulary.ts'

/** A concept that a text may name. */
export interface Suggestion {
  readonly uri: string
  /** Four digits of ISCO-08 for an occupation. */
  readonly isco08: string | null
  /** The words to show, in the language asked for where it has some. */
  readonly label: string
  /** The label that is like what was typed, in whatever language. */
  readonly matched: string
  /** For ordering only: about 1 for the very words. */
  readonly score: number
}

export interface Suggester {
  /** Occupations like the typed text, the likeliest first, each once. */
  occupations(text: string, lang: Lang, limit: number): Suggestion[]
  /** Skills like the typed text, the likeliest first, each once. */
  skills(text: string, lang: Lang, limit: number): Suggestion[]
  /**
   * Whether a folded word stands in a label of an occupation or a skill, in any language; with `unfinished`
   * whether one that begins with it does.
   */
  knows(word: string, unfinished?: boolean): boolean
}

/** Of the words asked for and those of a label, the share of the former in what a match is measured by. */
const askedShare = 0.7
/** What is added for a label that is exactly what was typed, and for one that begins so. */
const exactBonus = 0.15
const beginningBonus = 0.05
/** What is added for concepts of the own vocabulary: they are the usual ones in the countries served. */
const ownBonus = 0.04
/** What a label of another language than the one asked for counts. */
const otherLanguage = 0.75

const languages: readonly Lang[] = ['fr', 'en', 'ar']

/** Builds the index over labels in memory: about two seconds for the whole of ESCO, none for the own vocabulary. */
export function buildSuggester(rows: Iterable<VocabularyRow>): Suggester {
  const all = [...rows]
  const occupations = concepts(all.filter(({ kind }) => kind === 'occupation'))
  const skills = concepts(all.filter(({ kind }) => kind === 'skill'))
  return {
    occupations: occupations.find,
    skills: skills.find,
    knows: (word, unfinished = false) =>
      occupations.knows(word, unfinished) || skills.knows(word, unfinished),
  }
}

function concepts(rows: readonly VocabularyRow[]) {
  const indexes = languages.map((lang) => new Matcher(buildLabelIndex(rows, lang)))
  const own = rows.map(({ labels }) => labels.some(({ source }) => source === 'builtin'))
  const scores = new Float64Array(rows.length)
  const matches: string[] = new Array(rows.length)

  const find = (text: string, lang: Lang, limit: number): Suggestion[] => {
    const query = readQuery(text)
    if (query.words.length === 0 || limit <= 0) return []
    const touched: number[] = []
    for (const index of indexes) {
      // Two letters begin too much in too many languages.
      if (index.lang !== lang && query.words.join('').length < 3) continue
      const factor = index.lang === lang ? 1 : otherLanguage
      index.match(query, (concept, score, label) => {
        const total = factor * score
        const known = scores[concept] ?? 0
        if (total <= known) return
        if (known === 0) touched.push(concept)
        scores[concept] = total
        matches[concept] = label
      })
    }
    const ranked = touched.map((concept) => ({
      concept,
      score: (scores[concept] ?? 0) + (own[concept] ? ownBonus : 0),
      matched: matches[concept] ?? '',
    }))
    scores.fill(0)
    ranked.sort(
      (one, other) =>
        other.score - one.score ||
        one.matched.length - other.matched.length ||
        one.concept - other.concept,
    )
    return ranked.slice(0, limit).flatMap(({ concept, score, matched }) => {
      const row = rows[concept]
      return row
        ? [{ uri: row.uri, isco08: row.isco08, label: shownLabel(row, lang), matched, score }]
        : []
    })
  }
  const knows = (word: string, unfinished: boolean) =>
    indexes.some((index) => index.knows(word, unfinished))
  return { find, knows }
}

/** Scores the labels of one index. Its arrays are used again by each call. */
class Matcher {
  readonly #index: LabelIndex
  /** Per label: what was found, and the weight of the words asked for as this label takes them. */
  readonly #found: Float64Array
  readonly #asked: Float64Array
  /** Per label: the last word that found it, so that each counts once. */
  readonly #seen: Int32Array

  constructor(index: LabelIndex) {
    this.#index = index
    this.#found = new Float64Array(index.concepts.length)
    this.#asked = new Float64Array(index.concepts.length)
    this.#seen = new Int32Array(index.concepts.length)
  }

  get lang(): Lang {
    return this.#index.lang
  }

  knows(word: string, unfinished: boolean): boolean {
    const index = this.#index
    return index.stemOf.has(word) || (unfinished && wordsBeginning(index, word, 1).length > 0)
  }

  /** Reports each label that has something of the query with its score, 0 to 1.2. */
  match(query: Query, report: (concept: number, score: number, label: string) => void): void {
    const index = this.#index
    if (index.concepts.length === 0) return
    const words = likelyWords(index, query)
    const weights = words.map((stems, at) => this.#askedWeight(stems, query.words[at] ?? ''))
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const touched: number[] = []
    words.forEach((stems, at) => {
      this.#matchWord(stems, at + 1, weights[at] ?? 0, touched)
    })
    const typed = query.words.join(' ')
    for (const label of touched) {
      const asked = all + (this.#asked[label] ?? 0)
      const own = index.weights[label] ?? 0
      const likeness = (this.#found[label] ?? 0) / (askedShare * asked + (1 - askedShare) * own)
      const text = index.joined[label] ?? ''
      const bonus = text === typed ? exactBonus : text.startsWith(typed) ? beginningBonus : 0
      const score = likeness * (index.standings[label] ?? 1) + bonus
      report(index.concepts[label] ?? 0, score, index.texts[label] ?? '')
      this.#found[label] = 0
      this.#asked[label] = 0
      this.#seen[label] = 0
    }
  }

  /** The weight of a typed word until a label says which stem it takes it for; a word of no label weighs as a rare one. */
  #askedWeight(stems: Likely, word: string): number {
    let best = 0
    let weight = 0
    for (const [stem, likeness] of stems) {
      if (likeness <= best) continue
      best = likeness
      weight = this.#index.stemWeights[stem] ?? 0
    }
    if (best > 0) return weight
    const rare = Math.log(1 + this.#index.concepts.length)
    return word.length < 4 ? 0.1 * rare : 0.4 * rare
  }

  #matchWord(stems: Likely, word: number, askedWeight: number, touched: number[]): void {
    const { postings, postingStarts, stemWeights } = this.#index
    const byLikeness = [...stems].sort((one, other) => other[1] - one[1])
    for (const [stem, likeness] of byLikeness) {
      const weight = stemWeights[stem] ?? 0
      const end = postingStarts[stem + 1] ?? 0
      for (let at = postingStarts[stem] ?? 0; at < end; at++) {
        const label = postings[at] ?? 0
        const seen = this.#seen[label] ?? 0
        if (seen === word) continue
        if (seen === 0) touched.push(label)
        this.#seen[label] = word
        this.#found[label] = (this.#found[label] ?? 0) + likeness * weight
        this.#asked[label] = (this.#asked[label] ?? 0) + weight - askedWeight
      }
    }
  }
}
