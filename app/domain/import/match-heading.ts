import { foldText as fold } from '#app/domain/recognition/text.ts'
import { headingWords, identifierWords, idleHeadings } from './heading-words.ts'
import type { ImportField } from './import.ts'

/** What a heading may mean; the greater the weight, the more of it was understood. */
export interface HeadingMeaning {
  readonly field: ImportField
  readonly weight: number
}

/** A heading as it is remembered and compared: folded, signs as spaces, without what stands in brackets. */
export function headingKey(text: string): string {
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const key = (part: string) =>
    fold(part)
      // C.C. is cc, R.C.C.M is rccm
      .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
      .replace(/n[°º]/g, 'n ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/\b(19|20)\d\d\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  return key(bare) || key(text)
}

const wordings: readonly { field: ImportField; text: string; words: readonly string[] }[] = [
  ...Object.entries(headingWords).map(([field, texts]) => [field as ImportField, texts] as const),
  ...Object.entries(identifierWords).map(
    ([scheme, texts]) => [`id:${scheme}` as ImportField, texts] as const,
  ),
].flatMap(([field, texts]) =>
  texts.map((text) => {
    const key = headingKey(text)
    return { field, text: key, words: key.split(' ') }
  }),
)

/** Words that add nothing: `Numéro de RCCM`, `RCCM N°`, `Nom de l'entreprise *`. */
const small = new Set(
  'n no num numero nr de du des d l la le les et ou the of and or en رقم عدد'.split(' '),
)

/**
 * What a heading may mean, the likeliest first: the very wording, else the longest wording whose
 * words it has. Empty for a heading that says nothing.
 */
export function matchHeading(heading: string): HeadingMeaning[] {
  const key = headingKey(heading)
  if (key === '') return []
  const bare = key
    .split(' ')
    .filter((word) => !small.has(word))
    .join(' ')
  const words = new Set(key.split(' '))
  const best = new Map<ImportField, number>()
  const note = (field: ImportField, weight: number) => {
    if (weight > (best.get(field) ?? 0)) best.set(field, weight)
  }
  for (const { field, text, words: its } of wordings) {
    if (text === key) note(field, 200 + text.length)
    else if (text === bare) note(field, 150 + text.length)
    else if (its.every((word) => words.has(word))) {
      // A wording that covers little of a long heading says little of it.
      const share = text.length / key.length
      if (share >= 0.3) note(field, 100 * share + text.length / 10)
    }
  }
  return [...best].map(([field, weight]) => ({ field, weight })).sort((a, b) => b.weight - a.weight)
}

/** True for a column that is there for the list's own sake. */
export function isIdleHeading(heading: string): boolean {
  return idleHeadings.has(headingKey(heading))
}
