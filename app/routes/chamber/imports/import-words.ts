import type { CountryPack } from '#app/domain/countries/country-pack.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import type { ChangedColumn, ColumnChanges } from '#app/domain/import/company-changes.ts'
import type { ImportField, Problem } from '#app/domain/import/import.ts'
import type { TwinReason } from '#app/domain/recognition/duplicates.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { type Translate, translateKey } from '#app/i18n/translate.ts'
import { placeLabel } from '../../company/place-choice.ts'

/** What the words of an import are made with. */
export interface Wording {
  readonly t: Translate
  readonly locale: Locale
  readonly pack: CountryPack
  readonly reference: Pick<Reference, 'place' | 'sectorName'>
}

/** What a column holds, in words. */
export function fieldName(field: ImportField, { t, locale, pack }: Wording): string {
  if (!field.startsWith('id:')) return translateKey(t, `import.fields.${field}`)
  return pack.identifiers.find((one) => `id:${one.id}` === field)?.label[locale] ?? field
}

/** What is wrong with a cell, in one or two sentences. */
export function problemText(problem: Problem, { t, pack }: Wording): string {
  const { reason, detail } = problem
  const number = typeof detail === 'string' && /^\+\d/.test(detail)
  const said = number ? formatPhone(pack.phone, detail) : String(detail ?? '')
  return translateKey(t, `import.reasons.${reason}`, { detail: isolate(said) })
}

/** The places or sectors that a cell may mean, as the values that it then gets. */
export function choicesOf(
  problem: Problem,
  { locale, reference }: Wording,
): { value: string; label: string }[] | null {
  if (!problem.choices) return null
  return problem.choices.flatMap((id) => {
    if (problem.reason === 'sectorAsk') {
      const name = reference.sectorName(id, locale)
      return [{ value: `${id} ${reference.sectorName(id, 'fr')}`, label: name }]
    }
    const place = reference.place(id)
    if (!place) return []
    // The id tells homonyms apart; the name is for whoever reads the file.
    return [{ value: `${place.names.fr} [${id}]`, label: placeLabel(place, locale) }]
  })
}

/** Why two companies may be one, each reason in a few words. */
export function twinWords(reasons: readonly TwinReason[], words: Wording): string[] {
  const { t, locale, pack, reference } = words
  const said = (reason: TwinReason): string => {
    switch (reason.kind) {
      case 'sameIdentifier':
        return reason.value
      case 'sameEntity':
        return reason.entityKey
      case 'nameAlike':
        return formatNumber(locale, reason.percent)
      case 'initials':
        return reason.letters
      case 'samePhone':
        return formatPhone(pack.phone, reason.phone)
      case 'sameEmail':
        return reason.email
      case 'sameEmailDomain':
      case 'sameWebsite':
        return reason.domain
      case 'samePlace':
        return reference.place(reason.placeId)?.names[locale] ?? ''
      case 'distance':
        return formatNumber(locale, reason.km)
      default:
        return ''
    }
  }
  return reasons.map((reason) =>
    translateKey(t, `import.twin.${reason.kind}`, { value: isolate(said(reason)) }),
  )
}

const fieldOfColumn: Record<ChangedColumn, ImportField> = {
  trade_name: 'tradeName',
  sector: 'sector',
  size_band: 'size',
  headcount: 'size',
  founded_year: 'foundedYear',
  capital_origin: 'capitalOrigin',
  phone: 'phone',
  email: 'email',
  website: 'website',
  description: 'description',
  roles: 'roles',
}

/** What a list changes of a company, a line for each value. */
export function changeWords(changes: ColumnChanges, words: Wording): string[] {
  const { t, locale, pack, reference } = words
  const entries = Object.entries(changes) as [ChangedColumn, readonly (string | number | null)[]][]
  return (
    entries
      // The number of people says the band as well; roles are codes, their field says enough.
      .filter(([column]) => !(column === 'size_band' && changes.headcount))
      .map(([column, [before, after]]) => {
        const field = fieldName(fieldOfColumn[column], words)
        const said = (value: string | number) => {
          if (column === 'sector') return reference.sectorName(String(value), locale)
          if (column === 'phone') return isolate(formatPhone(pack.phone, String(value)))
          if (column === 'size_band') return translateKey(t, `company.sizeBands.${value}`)
          return isolate(String(value))
        }
        if (column === 'roles') return field
        return before === null || before === undefined
          ? t('import.review.added', { field, after: said(after ?? '') })
          : t('import.review.from', { field, before: said(before), after: said(after ?? '') })
      })
  )
}
