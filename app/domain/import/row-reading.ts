import { undefuse, withoutFormula } from './formula.ts'
import {
  fileBounds,
  type ImportField,
  type Mapping,
  type Problem,
  type ProblemReason,
  type Severity,
} from './import.ts'
import { saysNothing } from './read-values.ts'

/** Longest texts of the fields, as the company's own forms have them. */
const longest: Partial<Record<ImportField, number>> = {
  legalName: 160,
  tradeName: 160,
  address: 200,
  description: 3_000,
  website: 180,
  contactName: 120,
  contactPosition: 120,
}

/** A cell with its column. */
export interface Cell {
  readonly column: number
  readonly text: string
}

/** One row's cells by field, and what was found wrong with them so far. */
export class RowReading {
  readonly problems: Problem[] = []
  private readonly byField = new Map<ImportField, Cell[]>()

  constructor(cells: readonly string[], mapping: Mapping) {
    mapping.forEach((field, column) => {
      if (!field) return
      const all = this.byField.get(field) ?? []
      this.byField.set(field, all)
      const cell = { column, text: undefuse(cells[column] ?? '') }
      const text = this.plain(field, cell)
      if (text !== null && !saysNothing(text)) all.push({ column, text })
    })
  }

  /** The first column that holds a field; null where none does. */
  column(field: ImportField): number | null {
    return this.columns.get(field) ?? null
  }

  cells(field: ImportField): readonly Cell[] {
    return this.byField.get(field) ?? []
  }

  note(
    cell: Cell | { column: number | null; text: string },
    field: ImportField,
    reason: ProblemReason,
    severity: Severity,
    more: Pick<Problem, 'detail' | 'choices'> = {},
  ): void {
    const { column, text } = cell
    this.problems.push({ reason, severity, field, column, value: text, ...more })
  }

  /** The texts of a field in one line; null where it says nothing. */
  text(field: ImportField): string | null {
    const cells = this.cells(field)
    if (cells.length === 0) return null
    const joined = [...new Set(cells.map((cell) => cell.text.replace(/\s+/g, ' ')))].join(', ')
    const most = longest[field] ?? 200
    if (joined.length <= most) return joined
    const [cell] = cells
    if (cell) this.note(cell, field, 'tooLong', 'error', { detail: most })
    return null
  }

  /** What a field's cell is read as; a remark or fault where it cannot be. */
  value<T>(
    field: ImportField,
    reason: ProblemReason,
    severity: Severity,
    read: (text: string) => T | null,
  ): T | null {
    const cells = this.cells(field)
    const [cell] = cells
    if (!cell) return null
    const text = cells.map((one) => one.text).join(', ')
    const value = read(text)
    if (value === null) this.note({ ...cell, text }, field, reason, severity)
    return value
  }

  private readonly columns = new Map<ImportField, number>()

  private plain(field: ImportField, cell: Cell): string | null {
    if (!this.columns.has(field)) this.columns.set(field, cell.column)
    if (cell.text.length > fileBounds.cell) {
      this.note({ ...cell, text: cell.text.slice(0, 100) }, field, 'tooLong', 'error', {
        detail: fileBounds.cell,
      })
      return null
    }
    const text = withoutFormula(cell.text)
    if (text === null) this.note(cell, field, 'formula', 'error')
    return text
  }
}
