import type { TwinReason } from '#app/domain/recognition/duplicates.ts'
import type { CheckedRow } from './check-row.ts'
import type {
  ImportField,
  Mapping,
  ParsedIdentifier,
  Problem,
  ProblemReason,
  RowOutcome,
  Severity,
} from './import.ts'

/** A company that a row may be, with what speaks for it. */
export interface LikelyTwin {
  readonly id: string
  readonly reasons: readonly TwinReason[]
}

/** What a row is judged against. */
export interface Known {
  /** The company that has a number, by scheme and the part that names the firm; null when nobody has it. */
  ownerOf(identifier: ParsedIdentifier): string | null
  /** The number that a company has in a scheme already. */
  numberOf(companyId: string, scheme: string): string | null
  /** True for a company that the chamber looks after: no other is ever changed. */
  isOnGround(companyId: string): boolean
  /** The company of the ground that a row is likeliest the same as. */
  likelyTwin(row: number): LikelyTwin | null
  /** Another row of the file with the same number; null when there is none. */
  rowWithNumber(identifier: ParsedIdentifier, row: number): number | null
  /** Another row of the file with a number of the same company; null when there is none. */
  rowOfCompany(companyId: string, row: number): number | null
  /** Another row of the file that is likely the same firm. */
  likelyRow(row: number): { row: number; reasons: readonly TwinReason[] } | null
}

/** What becomes of a row. */
export interface JudgedRow extends CheckedRow {
  readonly outcome: RowOutcome
  readonly severity: Severity | null
  readonly twinId: string | null
  readonly twinRow: number | null
  readonly twinReasons: readonly TwinReason[]
}

/**
 * Decides what a row is: a new company, an update of one that has its number, perhaps a company
 * that is known (then somebody decides), or nothing that can go in. A company outside the chamber's
 * ground is not named and not changed: the row says only that its number is known elsewhere.
 */
export function judgeRow(
  row: number,
  { parsed, problems: found }: CheckedRow,
  cells: readonly string[],
  mapping: Mapping,
  known: Known,
): JudgedRow {
  const problems: Problem[] = [...found]
  const note = (
    identifier: ParsedIdentifier,
    reason: ProblemReason,
    severity: Severity,
    detail?: string | number,
  ) => {
    const field: ImportField = `id:${identifier.scheme}`
    const column = mapping.indexOf(field)
    problems.push({
      reason,
      severity,
      field,
      column: column < 0 ? null : column,
      value: cells[column] ?? identifier.value,
      ...(detail !== undefined && { detail }),
    })
  }
  const end = (outcome: RowOutcome, twin: Partial<JudgedRow> = {}): JudgedRow => ({
    parsed,
    problems: problems.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1)),
    outcome,
    severity: worst(problems),
    twinId: null,
    twinRow: null,
    twinReasons: [],
    ...twin,
  })

  const owners = new Map<string, ParsedIdentifier>()
  for (const identifier of parsed.identifiers) {
    const owner = known.ownerOf(identifier)
    if (owner) owners.set(owner, identifier)
  }
  const [twin, other] = owners
  if (twin && !known.isOnGround(twin[0])) note(twin[1], 'identifierElsewhere', 'error')
  else if (other && !known.isOnGround(other[0])) note(other[1], 'identifierElsewhere', 'error')
  else if (other) note(other[1], 'identifierConflict', 'error')
  if (problems.some((one) => one.severity === 'error')) return end('rejected')

  for (const identifier of parsed.identifiers) {
    const same = known.rowWithNumber(identifier, row)
    if (same === null) continue
    note(identifier, 'identifierRepeated', 'error', same)
    return end('duplicate', { twinRow: same, twinReasons: [sameNumber(identifier)] })
  }
  if (twin) {
    const same = known.rowOfCompany(twin[0], row)
    if (same !== null) {
      note(twin[1], 'identifierRepeated', 'error', same)
      return end('duplicate', { twinRow: same, twinReasons: [sameNumber(twin[1])] })
    }
    for (const identifier of parsed.identifiers) {
      const number = known.numberOf(twin[0], identifier.scheme)
      if (number !== null && number !== identifier.value && owners.get(twin[0]) !== identifier) {
        note(identifier, 'identifierOther', 'warning', number)
      }
    }
    return end('update', { twinId: twin[0], twinReasons: [sameNumber(twin[1])] })
  }
  const likely = known.likelyTwin(row)
  if (likely) return end('duplicate', { twinId: likely.id, twinReasons: likely.reasons })
  const likelyRow = known.likelyRow(row)
  if (likelyRow) {
    return end('duplicate', { twinRow: likelyRow.row, twinReasons: likelyRow.reasons })
  }
  return end('new')
}

const sameNumber = ({ scheme, value }: ParsedIdentifier): TwinReason => ({
  kind: 'sameIdentifier',
  scheme,
  value,
})

function worst(problems: readonly Problem[]): Severity | null {
  if (problems.some((one) => one.severity === 'error')) return 'error'
  return problems.length > 0 ? 'warning' : null
}
