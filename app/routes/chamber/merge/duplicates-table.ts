import type { ExportColumn, ExportRow } from '#app/domain/export/table.ts'
import { formatParts } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

interface ShownTwin {
  readonly id: string
  readonly name: string
  /** What it does and where, as far as that is known. */
  readonly about: readonly string[]
}

/** Two companies that may be one, as pages and files show them. */
export interface ShownPair {
  readonly key: string
  readonly one: ShownTwin
  readonly other: ShownTwin
  readonly sure: boolean
  readonly reasons: readonly string[]
}

export function duplicateColumns(t: Translate): ExportColumn[] {
  return [
    { key: 'likelihood', label: t('lists.likelihood') },
    { key: 'first', label: t('lists.first') },
    { key: 'first_about', label: t('lists.firstAbout') },
    { key: 'second', label: t('lists.second') },
    { key: 'second_about', label: t('lists.secondAbout') },
    { key: 'reasons', label: t('merge.list.why') },
  ]
}

/** A pair as a row of the file. */
export function duplicateRow(t: Translate, locale: Locale, pair: ShownPair): ExportRow {
  return {
    id: pair.key,
    cells: [
      t(pair.sure ? 'merge.list.sure' : 'merge.list.likely'),
      pair.one.name,
      formatParts(locale, pair.one.about),
      pair.other.name,
      formatParts(locale, pair.other.about),
      pair.reasons.join(' · '),
    ],
  }
}
