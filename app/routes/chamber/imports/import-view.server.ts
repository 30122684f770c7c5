import { changesTo } from '#app/domain/import/company-changes.ts'
import {
  fieldsOf,
  type ImportCounts,
  type ParsedCompany,
  type Problem,
  type RowDecision,
  type RowTab,
  rowsPerPage,
  rowTabs,
} from '#app/domain/import/import.ts'
import { mayBecome } from '#app/domain/import/mend-row.server.ts'
import type { TwinReason } from '#app/domain/recognition/duplicates.ts'
import { fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import {
  type CompanyImport,
  type CompanyImportRow,
  companiesToUpdate,
  importRows,
} from '#db/queries/company-import.ts'
import { placeLabel } from '../../company/place-choice.ts'
import {
  changeWords,
  choicesOf,
  fieldName,
  problemText,
  twinWords,
  type Wording,
} from './import-words.ts'

/** As many values of a column as are shown to recognise it by. */
const examples = 3

/** What the step of the columns shows. */
export async function columnsView(db: ReadDb, one: CompanyImport, words: Wording) {
  const rows = await importRows(db, one.id, {}, { limit: 200 })
  const cells = rows.map((row) => fromList(row.cells))
  const mapping = fromList(one.mapping)
  return {
    sheet: one.sheet,
    sheets: fromList(one.sheets),
    fields: fieldsOf(words.pack).map((field) => ({
      value: String(field),
      label: fieldName(field, words),
    })),
    columns: fromList(one.headings).map((heading, at) => ({
      name: `column-${at}`,
      heading,
      number: at + 1,
      field: mapping[at] ?? '',
      examples: [...new Set(cells.map((row) => row[at] ?? '').filter(Boolean))]
        .slice(0, examples)
        .map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)),
    })),
  }
}

/** Rows of a tab, as the register of rows finds them. */
const filterOf = (tab: RowTab) =>
  tab === 'warnings' ? { severity: 'warning' as const } : { outcomes: [tab] }

/** A problem as the page shows it: its cell, the words, and how it can be mended. */
export interface ShownProblem {
  /** Unique in the page. */
  readonly id: string
  readonly column: number | null
  readonly heading: string
  readonly value: string
  readonly text: string
  readonly severity: Problem['severity']
  readonly choices: { value: string; label: string }[] | null
}

/** A row as the page shows it. */
export interface ShownRow {
  readonly number: number
  readonly name: string
  readonly place: string | null
  readonly sector: string | null
  readonly problems: readonly ShownProblem[]
  readonly changes: readonly string[] | null
  readonly twin: { readonly id: string; readonly name: string } | null
  readonly twinRow: number | null
  readonly isSame: boolean
  readonly why: readonly string[]
  readonly decisions: readonly RowDecision[]
  readonly decided: boolean
}

/** What the step of the review shows: the rows of one tab, a page of them. */
export async function reviewView(
  db: ReadDb,
  one: CompanyImport,
  words: Wording,
  asked: { tab?: RowTab | undefined; page: number },
) {
  const counts: ImportCounts = JSON.parse(one.counts)
  const tab = asked.tab ?? rowTabs.find((it) => counts[it] > 0) ?? 'rejected'
  const pages = Math.max(1, Math.ceil(counts[tab] / rowsPerPage))
  const page = Math.min(asked.page, pages)
  const rows = await importRows(db, one.id, filterOf(tab), {
    limit: rowsPerPage,
    offset: (page - 1) * rowsPerPage,
  })
  const twins = [...new Set(rows.flatMap((row) => row.twin_id ?? []))]
  const known = new Map((await companiesToUpdate(db, twins)).map((it) => [it.company.id, it]))
  const headings = fromList(one.headings)
  return {
    counts,
    tab,
    page,
    pages,
    rows: rows.map((row): ShownRow => {
      const parsed: ParsedCompany = JSON.parse(row.parsed ?? '{}')
      const twin = row.twin_id ? known.get(row.twin_id) : undefined
      const reasons: TwinReason[] = JSON.parse(row.twin_reasons)
      const place = parsed.placeId ? words.reference.place(parsed.placeId) : null
      const updates = row.outcome === 'update' && twin
      return {
        number: row.row_number,
        name: parsed.legalName ?? '',
        place: place ? placeLabel(place, words.locale) : null,
        sector: parsed.sector ? words.reference.sectorName(parsed.sector, words.locale) : null,
        problems: shownProblems(row, headings, words),
        changes: updates
          ? changeWords(
              changesTo(twin.company, parsed, twin.hasMembers || twin.company.verified_at !== null),
              words,
            )
          : null,
        twin: twin ? { id: twin.company.id, name: twin.company.legal_name } : null,
        twinRow: row.twin_row,
        isSame: reasons.some((reason) => reason.kind === 'sameIdentifier'),
        why: twinWords(reasons, words),
        decisions: mayBecome(row),
        decided: row.decision !== null,
      }
    }),
  }
}

function shownProblems(
  row: CompanyImportRow,
  headings: readonly string[],
  words: Wording,
): ShownProblem[] {
  const problems: Problem[] = JSON.parse(row.problems)
  return problems.map((problem, at) => ({
    id: `r${row.row_number}-${at}`,
    column: problem.column,
    heading:
      (problem.column !== null && headings[problem.column]) || fieldName(problem.field, words),
    value: problem.value,
    text: problemText(problem, words),
    severity: problem.severity,
    choices: choicesOf(problem, words),
  }))
}

/** What is said of a row that stays out, in a cell of the file of such rows. */
export function leftOutReason(
  row: CompanyImportRow,
  headings: readonly string[],
  words: Wording,
): string {
  const told = shownProblems(row, headings, words)
    .filter((problem) => problem.severity === 'error')
    .map((problem) => words.t('common.labelled', { label: problem.heading, value: problem.text }))
  if (row.outcome === 'skipped') told.unshift(words.t('import.leftOut.skipped'))
  else if (row.outcome === 'duplicate') {
    const why = twinWords(JSON.parse(row.twin_reasons), words).join(', ')
    told.unshift(`${words.t('import.leftOut.duplicate')} (${why})`)
  }
  // Marks of direction help on a page; in a file they would be part of the text.
  return told.join(' ').replace(/[\u2068\u2069]/g, '')
}
