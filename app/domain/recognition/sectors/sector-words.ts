import { wordsOf } from '../text.ts'

const small = new Set(
  'de du des d l la le les et en a au aux pour par sur avec the of and for in un une ses son sa nos notre to dans من في و على'.split(
    ' ',
  ),
)

/** Words of firms and forms, which say nothing of what is done. */
const empty = new Set(
  (
    'societe ste entreprise ets etablissement sarl sarlu sas suarl sa groupe compagnie general generale national nationale international internationale moderne ' +
    'secteur activite activites domaine specialise specialisee divers diverse autre autres tout tous toute toutes genre type principal principale secondaire ' +
    'afrique africain africaine ivoirien ivoirienne tunisien tunisienne marocain marocaine senegalais senegalaise local locale qualite haut gamme etc neant preciser ' +
    'company firm ltd limited all any kind various شركه مؤسسه نشاط'
  ).split(' '),
)

/** The stem of a folded word: without plural, feminine or Arabic article, the same for text and lexicon. */
export function stemOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return word.replace(/^و?(ال|لل|بال)?(?=\p{L}{3})/u, '')
  if (word.length <= 3 || /\d/.test(word)) return word
  let stem = word
  if (stem.endsWith('eaux')) stem = stem.slice(0, -1)
  else if (stem.endsWith('aux')) stem = `${stem.slice(0, -3)}al`
  else if (stem.endsWith('ies') && stem.length > 6) stem = stem.slice(0, -1)
  else if (/[^s]s$|[^u]x$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.endsWith('euse')) return `${stem.slice(0, -4)}eur`
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.replace(/(ell|enn|ett|onn)$/, (end) => end.slice(0, 2))
}

/** One word of a text: its stem, and whether a comma, a slash or the like stands before it. */
export interface SectorWord {
  readonly stem: string
  readonly apart: boolean
}

/** The words of a text that say something, as stems. */
export function sectorWords(text: string): SectorWord[] {
  const found: SectorWord[] = []
  let apart = false
  for (const part of text.split(/([,;/|+•\n]|\s[-–—]\s)/)) {
    if (part === undefined) continue
    const words = wordsOf(part)
    if (words.length === 0) apart = true
    for (const word of words) {
      if (small.has(word)) continue
      found.push({ stem: stemOf(word), apart })
      apart = false
    }
  }
  return found
}

/** The stems of a phrase, small words left out; the lexicon keeps them in one string. */
export function phraseStems(phrase: string): string[] {
  return wordsOf(phrase)
    .filter((word) => !small.has(word))
    .map(stemOf)
}

const emptyStems = new Set([...empty].map(stemOf))

/** True for a word of firms and forms, which says nothing of what is done. */
export function isEmptyWord(stem: string): boolean {
  return emptyStems.has(stem)
}
