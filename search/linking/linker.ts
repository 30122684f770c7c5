import { type Mention, readConcepts } from './read-text.ts'
import { shownLabel } from './shown-label.ts'
import type { TitleIndex } from './title-index.ts'
import { fullScore, TitleLinker } from './title-linker.ts'
import type { Lang, VocabularyRow } from './vocabulary.ts'

/** A concept that a title or a phrase may mean. */
export interface LinkedConcept {
  readonly uri: string
  /** Four digits of ISCO-08 for an occupation. */
  readonly isco08: string | null
  /** The words to show, in the language asked for where it has some. */
  readonly label: string
  /** 0 to 1, for ordering only: about 0.8 for the very words of a label, under 0.3 for a guess. */
  readonly score: number
}

/** Links whole titles and phrases, typed or read somewhere. For what is still being typed there is the suggester. */
export interface Linker {
  /** Occupations that a title may mean, best first, each once. */
  titles(text: string, lang: Lang, limit: number): LinkedConcept[]
  /** Skills that a phrase may mean, best first, each once. */
  phrases(text: string, lang: Lang, limit: number): LinkedConcept[]
  /** Occupations and skills that an advert or a CV names, in the order of the text, each once. */
  read(text: string, lang: Lang): { occupations: Mention[]; skills: Mention[] }
}

/**
 * Opens a linker over indexes, one a kind and language. `indexOf` is asked once for each that is needed, and null means
 * that there is none: then nothing is found.
 */
export function openLinker(
  rows: Iterable<VocabularyRow>,
  indexOf: (kind: VocabularyRow['kind'], lang: Lang) => TitleIndex | null,
): Linker {
  const byUri = new Map<string, VocabularyRow>()
  for (const row of rows) byUri.set(row.uri, row)
  const linkers = new Map<string, TitleLinker | null>()
  const linkerFor = (kind: VocabularyRow['kind'], lang: Lang) => {
    const key = `${kind} ${lang}`
    let linker = linkers.get(key)
    if (linker === undefined) {
      const index = indexOf(kind, lang)
      linker = index && new TitleLinker(index)
      linkers.set(key, linker)
    }
    return linker
  }
  const link = (kind: VocabularyRow['kind'], text: string, lang: Lang, limit: number) => {
    const linker = linkerFor(kind, writtenIn(text, lang))
    if (!linker) return []
    // Concepts may have gone since the index was built.
    return linker.link(text, limit).flatMap(({ concept, score }): LinkedConcept[] => {
      const row = byUri.get(linker.index.uris[concept] ?? '')
      if (!row) return []
      const share = Math.round(Math.min(1, score / fullScore) * 10_000) / 10_000
      return [{ uri: row.uri, isco08: row.isco08, label: shownLabel(row, lang), score: share }]
    })
  }
  return {
    titles: (text, lang, limit) => link('occupation', text, lang, limit),
    phrases: (text, lang, limit) => link('skill', text, lang, limit),
    read(text, lang) {
      const read = (kind: VocabularyRow['kind']) => {
        const linker = linkerFor(kind, writtenIn(text, lang))
        return linker ? readConcepts(text, linker).filter(({ uri }) => byUri.has(uri)) : []
      }
      return { occupations: read('occupation'), skills: read('skill') }
    },
  }
}

/** The language that a text is read in: people type Latin letters on Arabic pages, and the other way. */
function writtenIn(text: string, lang: Lang): Lang {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  return lang === 'ar' ? 'fr' : lang
}
