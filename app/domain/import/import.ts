import { z } from 'zod'
import type { CountryPack } from '#app/domain/countries/country-pack.ts'

/** What a file may hold at most. */
export const fileBounds = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 60,
  cell: 2_000,
  /** A workbook is a zip: what its parts may grow to. */
  unpackedBytes: 300 * 1024 * 1024,
  /** How long reading may take. */
  readMs: 60_000,
} as const

export const rowsPerPage = 50
/** An import can be taken back for so long. */
export const undoDays = 30

/** Why a file could not be read: a closed list, said in the reader's language. */
export const tableErrors = [
  'empty',
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  'tooSlow',
  'bomb',
  'oldExcel',
  'notTable',
  'locked',
  'damaged',
  'noRows',
] as const
export type TableErrorCode = (typeof tableErrors)[number]

/** A file that is no list that can be read here. */
export class TableError extends Error {
  readonly code: TableErrorCode
  constructor(code: TableErrorCode) {
    super(code)
    this.name = 'TableError'
    this.code = code
  }
}

/** A row of a file; `number` is the one that a spreadsheet program shows beside it, from 1. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A list as it was read: what stands over its columns, and the rows under that. */
export interface Table {
  /** Sheets that hold something, in their order; empty for a text file. */
  readonly sheets: readonly string[]
  /** The sheet that was read. */
  readonly sheet: string | null
  readonly headings: readonly string[]
  readonly headingRow: number
  readonly rows: readonly TableRow[]
}

/** What a column may hold, beside the country's identifiers (`id:rccm`). */
export const plainFields = [
  'legalName',
  'tradeName',
  'sector',
  'place',
  'admin1',
  'address',
  'phone',
  'email',
  'website',
  'size',
  'foundedYear',
  'capitalOrigin',
  'roles',
  'description',
  'contactName',
  'contactPosition',
  'contactPhone',
  'contactEmail',
] as const
export type PlainField = (typeof plainFields)[number]
export type ImportField = PlainField | `id:${string}`

/** What each column holds, by its place; null: left out. */
export type Mapping = readonly (ImportField | null)[]

/** Fields that several columns may hold together: they are read one after the other. */
export const repeatable: ReadonlySet<ImportField> = new Set([
  'phone',
  'email',
  'address',
  'description',
  'roles',
  'contactPhone',
])

/** Everything that a column of the country's lists may hold. */
export function fieldsOf(pack: Pick<CountryPack, 'identifiers'>): ImportField[] {
  const [legalName, tradeName, ...others] = plainFields
  return [
    legalName,
    tradeName,
    ...pack.identifiers.map((one): ImportField => `id:${one.id}`),
    ...others,
  ]
}

/** The mapping that a form or a file names, one word a column; what is no field of the country is left out. */
export function toMapping(
  words: readonly (string | null | undefined)[],
  pack: Pick<CountryPack, 'identifiers'>,
): Mapping {
  const known = new Map(fieldsOf(pack).map((field) => [String(field), field]))
  return words.map((word) => known.get(word ?? '') ?? null)
}

/** What is wrong with a mapping, before any row is looked at. */
export type MappingFault =
  | { readonly reason: 'nameMissing' | 'placeMissing' }
  | { readonly reason: 'twice'; readonly column: number; readonly field: ImportField }

/** The faults of a mapping, in the order of its columns. */
export function mappingFaults(mapping: Mapping): MappingFault[] {
  const faults: MappingFault[] = []
  const seen = new Set<ImportField>()
  mapping.forEach((field, column) => {
    if (!field) return
    if (seen.has(field) && !repeatable.has(field)) faults.push({ reason: 'twice', column, field })
    seen.add(field)
  })
  if (!seen.has('legalName')) faults.push({ reason: 'nameMissing' })
  if (!seen.has('place') && !seen.has('address')) faults.push({ reason: 'placeMissing' })
  return faults
}

/** Everything that can be wrong with a cell. */
export const problemReasons = [
  'nameMissing',
  'nameInvalid',
  'formula',
  'tooLong',
  'placeMissing',
  'placeUnknown',
  'placeAsk',
  'identifierLength',
  'identifierShape',
  'identifierYear',
  'identifierCheck',
  'identifierRepeated',
  'identifierElsewhere',
  'identifierConflict',
  'identifierOther',
  'phoneCharacters',
  'phoneLength',
  'phonePrefix',
  'phoneAbroad',
  'phoneScientific',
  'phoneOld',
  'phoneZero',
  'phoneSome',
  'emailInvalid',
  'emailSome',
  'websiteInvalid',
  'sectorUnknown',
  'sectorAsk',
  'sizeUnreadable',
  'sizeDate',
  'yearUnreadable',
  'yearImpossible',
  'capitalUnknown',
  'rolesUnknown',
  'contactNameless',
] as const
export type ProblemReason = (typeof problemReasons)[number]

/** A fault keeps its row out; a remark leaves out or mends a value, and the row goes in. */
export type Severity = 'error' | 'warning'

/** What is wrong with one cell of a row. */
export interface Problem {
  readonly reason: ProblemReason
  readonly severity: Severity
  readonly field: ImportField
  /** The column it stands in, from 0; null where no column holds the field. */
  readonly column: number | null
  /** The cell's own text. */
  readonly value: string
  /** What the words need: a number, or what a value was read as. */
  readonly detail?: string | number
  /** Ids of places, or codes of sectors, to choose among. */
  readonly choices?: readonly string[]
}

/** An official number as stored, with the part that names the legal entity. */
export interface ParsedIdentifier {
  readonly scheme: string
  readonly value: string
  readonly entityKey: string
}

/** What a row says of a company, each value as the product keeps it; null: the row does not say. */
export interface ParsedCompany {
  readonly legalName: string
  readonly tradeName: string | null
  readonly identifiers: readonly ParsedIdentifier[]
  readonly sector: string | null
  readonly placeId: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly headcount: number | null
  readonly sizeBand: '1' | '2-9' | '10-49' | '50-249' | '250+' | null
  readonly foundedYear: number | null
  readonly capitalOrigin: string | null
  readonly roles: readonly string[]
  readonly description: string | null
  readonly contact: {
    readonly name: string
    readonly position: string | null
    readonly phone: string | null
    readonly email: string | null
  } | null
}

export const rowOutcomes = ['new', 'update', 'duplicate', 'rejected', 'skipped'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** How many rows had which outcome, and how many carry a remark. */
export type ImportCounts = Readonly<Record<RowOutcome | 'warnings', number>>

export const noCounts: ImportCounts = {
  new: 0,
  update: 0,
  duplicate: 0,
  rejected: 0,
  skipped: 0,
  warnings: 0,
}

/** What may be done with a row that is, or may be, a company known already. */
export const rowDecisions = ['new', 'update', 'skip'] as const
export type RowDecision = (typeof rowDecisions)[number]

/** Which rows the review shows. */
export const rowTabs = ['rejected', 'duplicate', 'warnings', 'new', 'update', 'skipped'] as const
export type RowTab = (typeof rowTabs)[number]

/** What the address of the review asks for; anything unknown falls back. */
export const reviewAsked = z.object({
  tab: z.enum(rowTabs).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** A cell mended in the page. */
export const mendedCell = z.object({
  row: z.coerce.number('form.invalid').int('form.invalid').min(1).max(2_000_000),
  column: z.coerce
    .number('form.invalid')
    .int('form.invalid')
    .min(0)
    .max(fileBounds.columns - 1),
  value: z
    .string()
    .max(fileBounds.cell)
    .refine((text) => !forbidden.test(text), 'form.characters')
    .default(''),
})

/** What is to be done with a row. */
export const decidedRow = z.object({
  row: z.coerce.number('form.invalid').int('form.invalid').min(1).max(2_000_000),
  decision: z.enum(rowDecisions),
})

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/
