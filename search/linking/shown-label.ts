import type { Lang, VocabularyRow } from './vocabulary.ts'

const languages: readonly Lang[] = ['fr', 'en', 'ar']

/** The preferred label in the language, else in French, English or Arabic. */
export function shownLabel(row: VocabularyRow, lang: Lang): string {
  for (const language of [lang, ...languages]) {
    const label = row.labels.find((it) => it.lang === language && it.role === 'preferred')
    if (label) return label.text
  }
  return row.labels[0]?.text ?? ''
}
