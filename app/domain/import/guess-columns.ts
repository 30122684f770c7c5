import type { CountryPack } from '#app/domain/countries/country-pack.ts'
import type { Recognised } from './check-row.ts'
import { fieldsOf, type ImportField, type Mapping, repeatable } from './import.ts'
import { type HeadingMeaning, headingKey, isIdleHeading, matchHeading } from './match-heading.ts'
import { readEmails, readPhones, readWebsite } from './read-contacts.ts'
import { readCountry, readSize, readYear, saysNothing } from './read-values.ts'

/** What guessing works with. */
export interface GuessReaders {
  readonly pack: CountryPack
  readonly place: (text: string) => Recognised
  readonly sector: (text: string) => Recognised
  /** What headings meant before, by their key; empty text: left out. */
  readonly remembered: ReadonlyMap<string, string>
}

/** As many values of a column as a guess looks at. */
const looked = 60
/** A heading that is understood this well needs no look at its column. */
const certain = 150

/**
 * What each column may hold: as it was remembered, else by its heading, else by its values. Where
 * two columns seem to hold the same, the one that says so more clearly has it.
 */
export function guessColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  readers: GuessReaders,
): Mapping {
  const known = new Set(fieldsOf(readers.pack))
  const valuesOf = (column: number) =>
    rows
      .map((row) => row[column] ?? '')
      .filter((value) => !saysNothing(value))
      .slice(0, looked)
  const mapping: (ImportField | null)[] = headings.map(() => null)
  const settled = new Set<number>()
  const taken = new Set<ImportField>()
  const settle = (column: number, field: ImportField | null) => {
    mapping[column] = field
    settled.add(column)
    if (field) taken.add(field)
  }

  headings.forEach((heading, column) => {
    const key = headingKey(heading)
    const field = key === '' ? undefined : readers.remembered.get(key)
    if (field === undefined) return
    const one = [...known].find((it) => it === field) ?? null
    if (one === null || !taken.has(one) || repeatable.has(one)) settle(column, one)
  })

  const meanings = headings
    .flatMap((heading, column) =>
      settled.has(column) || isIdleHeading(heading)
        ? []
        : byHeading(heading, valuesOf(column), readers).map((one) => ({ ...one, column })),
    )
    .filter(({ field }) => known.has(field))
    .sort((a, b) => b.weight - a.weight)
  for (const { field, column } of meanings) {
    if (settled.has(column) || (taken.has(field) && !repeatable.has(field))) continue
    settle(column, field)
  }

  headings.forEach((heading, column) => {
    if (settled.has(column) || isIdleHeading(heading)) return
    const field = byValues(valuesOf(column), readers, taken)
    if (field) settle(column, field)
  })
  return mapping
}

/** What a heading means, its column's values asked where the heading leaves it open. */
function byHeading(
  heading: string,
  values: readonly string[],
  readers: GuessReaders,
): HeadingMeaning[] {
  const meanings = [
    ...byLabel(heading, readers.pack),
    ...matchHeading(heading).filter(({ weight }) => weight >= 45),
  ]
  const [best] = meanings
  if (!best) return []
  const share = sharer(values)
  const digits = share((value) => value.replace(/\D/g, '').length >= 7)
  // "Contact" stands over numbers as often as over names.
  if (values.length > 0) {
    if (best.field === 'phone' && digits < 0.5 && share((value) => /\p{L}{3}/u.test(value)) > 0.6) {
      const isEmail = share((value) => value.includes('@')) > 0.5
      return [{ field: isEmail ? 'email' : 'contactName', weight: 120 }]
    }
    if (best.field === 'contactName' && digits > 0.6)
      return [{ field: 'contactPhone', weight: 120 }]
    if (best.field === 'contactName' && share((value) => value.includes('@')) > 0.6) {
      return [{ field: 'contactEmail', weight: 120 }]
    }
    // "Pays: Côte d'Ivoire" all the way down says where the list is from, nothing of the capital.
    const home = share((value) => readCountry(value, '') === readers.pack.code)
    if (
      best.field === 'capitalOrigin' &&
      headingKey(heading).split(' ').length === 1 &&
      home > 0.9
    ) {
      return []
    }
    if (best.weight < certain && best.field === 'legalName' && digits > 0.6) return []
  }
  return meanings
}

/** The identifier that the country's pack calls so, in any language. */
function byLabel(heading: string, pack: CountryPack): HeadingMeaning[] {
  const key = headingKey(heading)
  const found = pack.identifiers.find((one) =>
    Object.values(one.label).some((label) => headingKey(label) === key),
  )
  return found ? [{ field: `id:${found.id}`, weight: 300 }] : []
}

function byValues(
  values: readonly string[],
  { pack, place, sector }: GuessReaders,
  taken: ReadonlySet<ImportField>,
): ImportField | null {
  if (values.length < 3) return null
  const share = sharer(values)
  const free = (field: ImportField) => !taken.has(field)
  for (const scheme of pack.identifiers) {
    const field: ImportField = `id:${scheme.id}`
    if (free(field) && share((value) => scheme.parse(value).ok) >= 0.6) return field
  }
  if (share((value) => readEmails(value).emails.length > 0) >= 0.6) {
    return free('email') ? 'email' : free('contactEmail') ? 'contactEmail' : null
  }
  const isAddress = (value: string) =>
    /^(https?:|www\.)|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/i.test(value)
  if (free('website') && share((value) => isAddress(value) && readWebsite(value) !== null) >= 0.6) {
    return 'website'
  }
  if (share((value) => readPhones(value, pack).some((one) => one.ok)) >= 0.6) return 'phone'
  if (
    free('foundedYear') &&
    share((value) => /^\d{4}$/.test(value) && isLikelyYear(value)) >= 0.8
  ) {
    return 'foundedYear'
  }
  const isRange = (value: string) =>
    /\d\s*(-|à|a|et plus|\+)/i.test(value) && readSize(value) !== null
  if (free('size') && share(isRange) >= 0.6) return 'size'
  const isForm = (value: string) =>
    /\b(sarlu?|s\.?a\.?r\.?l|sas|sasu|suarl|s\.a\.?|sa|ets|établissements|etablissements|société|societe|groupe|cie|scoop|coop|شركة|مؤسسة)\b/i.test(
      value,
    )
  if (free('legalName') && share(isForm) >= 0.3) return 'legalName'
  if (free('place') && share((value) => place(value).kind === 'sure') >= 0.6) return 'place'
  if (free('sector') && share((value) => sector(value).kind === 'sure') >= 0.6) return 'sector'
  return null
}

const sharer =
  (values: readonly string[]) =>
  (is: (value: string) => boolean): number =>
    values.length === 0 ? 0 : values.filter(is).length / values.length

function isLikelyYear(value: string): boolean {
  const year = readYear(value)
  return year !== null && year >= 1900 && year <= 2100
}
