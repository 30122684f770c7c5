import type { CountryPack, IdentifierReason } from '#app/domain/countries/country-pack.ts'
import type {
  ImportField,
  Mapping,
  ParsedCompany,
  ParsedIdentifier,
  Problem,
  ProblemReason,
} from './import.ts'
import { readEmails, readPhones, readWebsite } from './read-contacts.ts'
import { isDateForSize, readCountry, readRoles, readSize, readYear } from './read-values.ts'
import { RowReading } from './row-reading.ts'

/** What a text was recognised as: surely one thing, one of several, or nothing known. */
export type Recognised =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'ask'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' }

/** What a row is read with. */
export interface RowReaders {
  readonly pack: CountryPack
  /** Place ids; the hint is the text of the region's column. */
  readonly place: (text: string, hint?: string) => Recognised
  /** Divisions of ISIC. */
  readonly sector: (text: string) => Recognised
  /** The present year: nothing was founded after it. */
  readonly year: number
}

/** A row as it was understood: what it says, as far as it can be said, and what is wrong with it. */
export interface CheckedRow {
  readonly parsed: ParsedCompany
  readonly problems: readonly Problem[]
}

const identifierReasons: Record<IdentifierReason, ProblemReason> = {
  empty: 'identifierShape',
  length: 'identifierLength',
  shape: 'identifierShape',
  year: 'identifierYear',
  check: 'identifierCheck',
}

/** Reads the cells of one row by what its columns hold. Every fault is named, not only the first. */
export function checkRow(
  cells: readonly string[],
  mapping: Mapping,
  readers: RowReaders,
): CheckedRow {
  const row = new RowReading(cells, mapping)
  const legalName = readName(row)
  const contact = readContact(row, readers)
  const [phone = null, ...otherPhones] = readPhoneField(row, 'phone', readers)
  const emails = readEmailField(row, 'email')
  const size = readSizeField(row)
  const parsed: ParsedCompany = {
    legalName,
    tradeName: row.text('tradeName'),
    identifiers: readIdentifiers(row, readers),
    sector: readSector(row, readers),
    placeId: readPlace(row, readers),
    address: row.text('address'),
    // A person's own number is the firm's only where nobody is named with it.
    phone: phone ?? (contact?.name ? null : (contact?.phone ?? null)),
    email: emails[0] ?? (contact?.name ? null : (contact?.email ?? null)),
    website: row.value('website', 'websiteInvalid', 'warning', readWebsite),
    ...size,
    foundedYear: readFounded(row, readers),
    capitalOrigin: row.value('capitalOrigin', 'capitalUnknown', 'warning', (text) =>
      readCountry(text, readers.pack.code),
    ),
    roles: row.value('roles', 'rolesUnknown', 'warning', readRoles) ?? [],
    description: row.text('description'),
    contact: contact?.name
      ? {
          name: contact.name,
          position: contact.position,
          // A second number of the firm is most often that of the person who runs it.
          phone: contact.phone ?? otherPhones[0] ?? null,
          email: contact.email ?? emails[1] ?? null,
        }
      : null,
  }
  return { parsed, problems: row.problems }
}

function readName(row: RowReading): string {
  const [cell] = row.cells('legalName')
  if (!cell) {
    // A formula in its place has been told already.
    if (!row.problems.some((one) => one.field === 'legalName')) {
      row.note({ column: row.column('legalName'), text: '' }, 'legalName', 'nameMissing', 'error')
    }
    return ''
  }
  const name = row.text('legalName')
  if (name === null) return ''
  if (name.length < 2 || !/\p{L}{2}|\p{L}.*\p{L}/u.test(name) || /^\S+@\S+\.\S+$/.test(name)) {
    row.note(cell, 'legalName', 'nameInvalid', 'error')
  }
  return name
}

function readIdentifiers(row: RowReading, { pack }: RowReaders): ParsedIdentifier[] {
  const found: ParsedIdentifier[] = []
  for (const scheme of pack.identifiers) {
    const field: ImportField = `id:${scheme.id}`
    const [cell] = row.cells(field)
    if (!cell) continue
    const read = scheme.parse(cell.text)
    if (read.ok) {
      const { value } = read
      found.push({ scheme: scheme.id, value, entityKey: scheme.entityKey(value) })
    } else {
      row.note(cell, field, identifierReasons[read.reason], 'error', { detail: scheme.example })
    }
  }
  return found
}

function readPlace(row: RowReading, { place }: RowReaders): string | null {
  const hint = row.cells('admin1')[0]?.text
  const [cell] = row.cells('place')
  const [address] = row.cells('address')
  const [region] = row.cells('admin1')
  const read = cell ?? address ?? region
  const field: ImportField = cell || row.column('place') !== null ? 'place' : 'address'
  if (!read) {
    if (!row.problems.some((one) => one.field === field && one.reason === 'formula')) {
      row.note({ column: row.column(field), text: '' }, field, 'placeMissing', 'error')
    }
    return null
  }
  let answer = place(read.text, hint)
  // "Zone industrielle" in the town's column, and the town in the address.
  if (cell && answer.kind === 'unknown' && address) {
    const other = place(address.text, hint)
    if (other.kind === 'sure') answer = other
  }
  if (answer.kind === 'sure') return answer.id
  if (!cell && row.column('place') !== null) {
    row.note({ column: row.column('place'), text: '' }, 'place', 'placeMissing', 'error')
    return null
  }
  if (answer.kind === 'ask') {
    row.note(read, field, 'placeAsk', 'error', { choices: answer.ids })
  } else row.note(read, field, 'placeUnknown', 'error')
  return null
}

function readSector(row: RowReading, { sector }: RowReaders): string | null {
  const [cell] = row.cells('sector')
  if (!cell) return null
  const answer = sector(cell.text)
  if (answer.kind === 'sure') return answer.id
  if (answer.kind === 'ask') {
    row.note(cell, 'sector', 'sectorAsk', 'warning', { choices: answer.ids })
  } else row.note(cell, 'sector', 'sectorUnknown', 'warning')
  return null
}

/** The numbers of a field's cells; where none of a cell can be read, that is a fault. */
function readPhoneField(
  row: RowReading,
  field: 'phone' | 'contactPhone',
  { pack }: RowReaders,
): string[] {
  const numbers: string[] = []
  for (const cell of row.cells(field)) {
    const read = readPhones(cell.text, pack)
    const good = read.filter((one) => one.ok)
    const bad = read.find((one) => !one.ok)
    numbers.push(...good.map((one) => one.value))
    if (bad && good.length === 0) {
      const detail = bad.detail === undefined ? {} : { detail: bad.detail }
      row.note(cell, field, bad.reason, 'error', detail)
    } else if (bad) row.note(cell, field, 'phoneSome', 'warning', { detail: good[0]?.value ?? '' })
    const mended = good.find((one) => one.mended)
    if (mended?.mended) row.note(cell, field, mended.mended, 'warning', { detail: mended.value })
  }
  return [...new Set(numbers)]
}

function readEmailField(row: RowReading, field: 'email' | 'contactEmail'): string[] {
  const all: string[] = []
  for (const cell of row.cells(field)) {
    const { emails, of } = readEmails(cell.text)
    all.push(...emails)
    if (emails.length === 0) row.note(cell, field, 'emailInvalid', 'error')
    else if (emails.length < of)
      row.note(cell, field, 'emailSome', 'warning', { detail: emails[0] ?? '' })
  }
  return [...new Set(all)]
}

function readSizeField(row: RowReading): Pick<ParsedCompany, 'headcount' | 'sizeBand'> {
  const [cell] = row.cells('size')
  if (!cell) return { headcount: null, sizeBand: null }
  const date = isDateForSize(cell.text)
  const size = date ? null : readSize(cell.text)
  if (!size) row.note(cell, 'size', date ? 'sizeDate' : 'sizeUnreadable', 'warning')
  return size ?? { headcount: null, sizeBand: null }
}

/** Nothing that still exists was founded before. */
const firstYear = 1800

function readFounded(row: RowReading, { year: now }: RowReaders): number | null {
  const [cell] = row.cells('foundedYear')
  const year = row.value('foundedYear', 'yearUnreadable', 'warning', readYear)
  if (year === null || !cell) return null
  if (year >= firstYear && year <= now) return year
  row.note(cell, 'foundedYear', 'yearImpossible', 'warning', { detail: now })
  return null
}

function readContact(row: RowReading, readers: RowReaders) {
  const name = row.text('contactName')
  const position = row.text('contactPosition')
  const [phone = null] = readPhoneField(row, 'contactPhone', readers)
  const [email = null] = readEmailField(row, 'contactEmail')
  if (!name && !position && !phone && !email) return null
  const [cell] = row.cells('contactPosition')
  const told = row.problems.some((one) => one.field === 'contactName')
  if (!name && cell && !phone && !email && !told) {
    row.note(cell, 'contactPosition', 'contactNameless', 'warning')
  }
  return { name, position, phone, email }
}
