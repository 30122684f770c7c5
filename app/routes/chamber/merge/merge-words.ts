import { companyRoles } from '#app/domain/company/record.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { type MergeField, mergeFieldNames, shownColumn } from '#app/domain/merge/merge.ts'
import type { Candidate } from '#app/domain/merge/read-pair.server.ts'
import { formatDay, formatList, formatNumber, isolate } from '#app/i18n/format.ts'
import { fromList } from '#db/codec.ts'
import type { Wording } from '../imports/import-words.ts'

type Company = Candidate['company']

/** What a field of a company says, in words; empty text where it says nothing. */
export function fieldWords(company: Company, field: MergeField, words: Wording): string {
  const { t, locale, pack, reference } = words
  const value = company[shownColumn(field)]
  switch (field) {
    case 'sector':
      return company.sector ? reference.sectorName(company.sector, locale) : ''
    case 'size':
      if (company.headcount !== null) return t('merge.people', { count: company.headcount })
      return company.size_band ? t(`company.sizeBands.${company.size_band}`) : ''
    case 'foundedYear':
      return value === null ? '' : String(value)
    case 'capitalOrigin':
      return company.capital_origin
        ? (new Intl.DisplayNames([locale], { type: 'region' }).of(company.capital_origin) ?? '')
        : ''
    case 'phone':
      return company.phone ? formatPhone(pack.phone, company.phone) : ''
    case 'roles': {
      const roles = fromList(company.roles)
      const known = companyRoles.filter((role) => roles.includes(role))
      return formatList(
        locale,
        known.map((role) => t(`merge.roles.${role}`)),
      )
    }
    case 'visibility':
      return t(`merge.visibilities.${company.visibility}`)
    case 'verification':
      return company.verified_at
        ? t('company.verifiedOn', { day: formatDay(locale, company.verified_at) })
        : t('company.notVerified')
    default:
      return String(value ?? '')
  }
}

/** The fields in which two companies differ, and those that say the same in both. */
export function comparedFields(one: Company, other: Company, words: Wording) {
  const all = mergeFieldNames.map((field) => ({
    field,
    one: fieldWords(one, field, words),
    other: fieldWords(other, field, words),
  }))
  return {
    differing: all.filter((row) => row.one !== row.other),
    same: all.filter((row) => row.one === row.other && row.one !== ''),
  }
}

/** Numbers, places, further sectors and counts of two companies: a row for each kind, what both lack left out. */
export function broughtRows(one: Candidate, other: Candidate, words: Wording) {
  const { t, locale, pack, reference } = words
  const numbers = (of: Candidate) =>
    of.identifiers
      .map(({ scheme, value }) => {
        const label = pack.identifiers.find((it) => it.id === scheme)?.label[locale] ?? scheme
        return t('common.labelled', { label, value: isolate(value) })
      })
      .join('\n')
  const places = (of: Candidate) =>
    formatList(locale, [
      ...new Set(of.placeIds.flatMap((id) => reference.place(id)?.names[locale] ?? [])),
    ])
  const sectors = (of: Candidate) =>
    formatList(
      locale,
      of.sectors.map((code) => reference.sectorName(code, locale)),
    )
  const kinds = Object.keys(one.counts) as (keyof Candidate['counts'])[]
  const rows = [
    { key: 'numbers', label: t('merge.numbers'), one: numbers(one), other: numbers(other) },
    { key: 'places', label: t('merge.places'), one: places(one), other: places(other) },
    { key: 'sectors', label: t('merge.sectors'), one: sectors(one), other: sectors(other) },
    ...kinds
      .filter((kind) => kind !== 'company_identifier')
      .map((kind) => ({
        key: kind,
        label: t(`merge.counts.${kind}`),
        one: one.counts[kind] > 0 ? formatNumber(locale, one.counts[kind]) : '',
        other: other.counts[kind] > 0 ? formatNumber(locale, other.counts[kind]) : '',
      })),
  ]
  return rows.filter((row) => row.one !== '' || row.other !== '')
}
