import { titleKey } from './title-words.ts'
import type { Lang, VocabularyLabel, VocabularyRow } from './vocabulary.ts'

const mostNames = 12
const languages: readonly Lang[] = ['fr', 'en', 'ar']

/**
 * Other names of a concept, for documents to be found by: a deployer's words, then own alternatives, then those of ESCO,
 * the languages in turn. Names that only differ in number, gender or order count once, and none is a preferred label.
 */
export function nearNames({ labels }: VocabularyRow): string[] {
  const seen = new Set<string>()
  for (const { lang, role, text } of labels) {
    if (role !== 'alternative') seen.add(`${lang} ${titleKey(text, lang)}`)
  }
  const lists = languages.map((lang) => {
    const others = labels.filter((label) => label.lang === lang && label.role === 'alternative')
    return others.sort((one, other) => rank(one) - rank(other))
  })
  const names: string[] = []
  for (let turn = 0; names.length < mostNames && lists.some((list) => turn < list.length); turn++) {
    for (const list of lists) {
      const label = list[turn]
      if (label === undefined || names.length === mostNames) continue
      const key = `${label.lang} ${titleKey(label.text, label.lang)}`
      if (seen.has(key)) continue
      seen.add(key)
      names.push(label.text)
    }
  }
  return names
}

function rank({ source }: VocabularyLabel): number {
  return source === 'deployer' ? 0 : source === 'esco' ? 2 : 1
}
