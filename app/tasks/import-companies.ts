import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { checkRows, countRows } from '#app/domain/import/check-rows.server.ts'
import {
  fieldsOf,
  type ImportCounts,
  type ImportField,
  type Mapping,
  mappingFaults,
  type Problem,
  repeatable,
  type Table,
  TableError,
  toMapping,
} from '#app/domain/import/import.ts'
import { knownCompanies } from '#app/domain/import/known-companies.server.ts'
import { headingKey } from '#app/domain/import/match-heading.ts'
import { readTable } from '#app/domain/import/read-table.server.ts'
import { rowReaders } from '#app/domain/import/row-readers.server.ts'
import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import {
  guessMapping,
  type ImportOwner,
  storeTable,
} from '#app/domain/import/store-table.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { chambersOfCountry, importById, importRows } from '#db/queries/company-import.ts'
import { loadReference as loadSeed } from '#db/seed/load-reference.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

const usage = `import-companies FILE --country CI [--chamber ID] [--map FILE] [--dry-run] [--json]
FILE      a list of companies: CSV (, ; or tab; UTF-8, UTF-16 or Windows-1252) or XLSX
--country the country's code: it decides which numbers, phones and places are right
--chamber the chamber whose companies they become; needed where the country has several
--map     a JSON file that says what columns hold: {"Raison sociale": "legalName", "Observations": ""}
--dry-run checks everything and writes nothing
--json    one line: rows, created, updated, duplicates, rejected, and each problem with row, column, value, reason`

/** Loads a list of companies, as the chamber's page does, without asking about single rows. */
export const importCompanies = {
  name: 'import-companies',
  summary:
    'FILE --country CI [--chamber ID] [--map FILE] [--dry-run] [--json]: load a list of companies',
  /** Rejects with a `TaskError` that says how to mend what cannot be read. */
  async run(args, context) {
    const asked = readArguments(args)
    if (asked === 'help') {
      context.print(usage)
      return
    }
    const { open } = context
    await loadSeed(open.db, open.dialect)
    const deps: Deps = {
      db: open.db,
      dialect: open.dialect,
      reference: await loadReference(open.db),
      now: new Date(),
    }
    const chamberId = await chamberFor(context, asked)
    const owner: ImportOwner = { chamberId, country: asked.country, userId: null }
    const table = await readFile(asked.file)
    const mapping = await mappingFor(deps, owner, table, asked.map)
    const result = asked.dryRun
      ? await check(deps, owner, table, mapping)
      : await apply(context, deps, owner, asked.file, table, mapping)
    const { counts, problems } = result
    const figures = {
      rows: table.rows.length,
      created: counts.new,
      updated: counts.update,
      duplicates: counts.duplicate,
      rejected: counts.rejected,
    }
    const told = problems.map(({ row, problem }) => ({
      row,
      column: problem.column === null ? null : (table.headings[problem.column] ?? null),
      value: problem.value,
      reason: problem.reason,
      severity: problem.severity,
    }))
    if (asked.json) {
      context.print(JSON.stringify({ ...figures, problems: told }))
      return
    }
    for (const one of told) {
      context.print(
        `row ${one.row}\t${one.column ?? '-'}\t${one.value}\t${one.severity}: ${one.reason}`,
      )
    }
    for (const [name, count] of Object.entries(figures)) context.print(`${name}: ${count}`)
    if (asked.dryRun) context.log('Nothing was written (--dry-run).')
  },
} satisfies Task

interface Asked {
  readonly file: string
  readonly country: string
  readonly chamber: string | undefined
  readonly map: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
}

function readArguments(args: readonly string[]): Asked | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        country: { type: 'string' },
        chamber: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const [file, ...others] = positionals
    const country = values.country?.toUpperCase() ?? ''
    if (!file || others.length > 0) throw new TaskError(`One file is needed.\n${usage}`)
    if (!hasCountryPack(country)) throw new TaskError(`--country takes CI, TN, SN or MA.\n${usage}`)
    const { chamber, map, json } = values
    return { file, country, chamber, map, json, dryRun: values['dry-run'] }
  } catch (error) {
    // An option that does not exist.
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}

/** The chamber that is named, else the country's only one; null where the country has none. */
async function chamberFor({ open }: TaskContext, asked: Asked): Promise<string | null> {
  const chambers = await chambersOfCountry(open.db, asked.country)
  if (asked.chamber) {
    if (chambers.some((one) => one.id === asked.chamber)) return asked.chamber
    throw new TaskError(`There is no chamber ${asked.chamber} in ${asked.country}.`)
  }
  if (chambers.length > 1 && !asked.dryRun) {
    const list = chambers.map((one) => `  ${one.id}  ${one.name}`).join('\n')
    throw new TaskError(`Whose companies are they? Name one by --chamber ID:\n${list}`)
  }
  return chambers.length === 1 ? (chambers[0]?.id ?? null) : null
}

const tableErrors: Readonly<Record<TableError['code'], string>> = {
  empty: 'holds nothing',
  tooLarge: 'is larger than 20 MB',
  tooManyRows: 'has more than 50,000 rows',
  tooManyColumns: 'has more than 60 columns',
  tooSlow: 'takes too long to read',
  bomb: 'unpacks to far more than a list needs',
  oldExcel: 'is an old .xls workbook: save it as .xlsx or CSV',
  notTable: 'is neither CSV nor XLSX',
  locked: 'is protected by a password',
  damaged: 'is damaged',
  noRows: 'has headings and no rows',
}

async function readFile(path: string): Promise<Table> {
  try {
    return await readTable(readFileSync(path))
  } catch (error) {
    if (error instanceof TableError) throw new TaskError(`${path} ${tableErrors[error.code]}.`)
    if (error instanceof Error && 'syscall' in error) {
      throw new TaskError(`${path} cannot be read: ${error.message}`)
    }
    throw error
  }
}

/** What the columns hold: as guessed, changed by what the file of --map says of single headings. */
async function mappingFor(
  deps: Deps,
  owner: ImportOwner,
  table: Table,
  file: string | undefined,
): Promise<Mapping> {
  const pack = countryPack(owner.country)
  const known: readonly string[] = fieldsOf(pack)
  const told = file ? readMap(file, known) : {}
  const guessed = await guessMapping(deps, owner, table)
  const byKey = new Map(
    Object.entries(told).map(([heading, field]) => [headingKey(heading), field]),
  )
  const taken = new Set(byKey.values())
  const words = table.headings.map((heading, column) => {
    const field = byKey.get(headingKey(heading))
    if (field !== undefined) return field
    const guess = guessed[column] ?? ''
    return taken.has(guess) && !repeatable.has(guess as ImportField) ? '' : guess
  })
  const mapping = toMapping(words, pack)
  const [fault] = mappingFaults(mapping)
  if (fault) {
    const headings = table.headings.map(
      (one, at) => `  ${one || `(${at + 1})`}: ${words[at] || '-'}`,
    )
    const what = {
      nameMissing: 'No column holds the legal name (legalName).',
      placeMissing: 'No column holds the place (place or address).',
      twice: 'Two columns hold the same.',
    }[fault.reason]
    throw new TaskError(`${what} Say so by --map FILE. The columns are:\n${headings.join('\n')}`)
  }
  return mapping
}

/** What a file says that headings hold, by heading; it may name the field first as well. */
function readMap(path: string, known: readonly string[]): Record<string, string> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new TaskError(`${path} cannot be read: ${(error as Error).message}`)
  }
  const entries = Object.entries((value ?? {}) as Record<string, unknown>)
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    throw new TaskError(`${path} must hold one JSON object: {"heading": "field", ...}`)
  }
  const fieldOf = (word: string) =>
    [word, `id:${word}`].find((one) => one === '' || known.includes(one))
  const turned = entries.length > 0 && entries.every(([word]) => fieldOf(word))
  return Object.fromEntries(
    entries.map(([one, other]) => {
      const [heading, word] = turned ? [other, one] : [one, other]
      const field = fieldOf(word)
      if (field !== undefined) return [heading, field]
      throw new TaskError(
        `${heading}: there is no field ${word}. Known: ${known.join(', ')}; empty text leaves a column out`,
      )
    }),
  )
}

interface Result {
  readonly counts: ImportCounts
  readonly problems: readonly { readonly row: number; readonly problem: Problem }[]
}

async function check(
  deps: Deps,
  owner: ImportOwner,
  table: Table,
  mapping: Mapping,
): Promise<Result> {
  const knownOf = await knownCompanies(deps, {
    chamber_id: owner.chamberId,
    country: owner.country,
  })
  const readers = rowReaders(deps.reference, owner.country, deps.now)
  const rows = await checkRows(table.rows, mapping, readers, knownOf)
  return {
    counts: countRows(rows.map(({ judged }) => ({ ...judged, count: 1 }))),
    problems: rows.flatMap(({ number, judged }) =>
      judged.problems.map((problem) => ({ row: number, problem })),
    ),
  }
}

async function apply(
  { open, log }: TaskContext,
  deps: Deps,
  owner: ImportOwner,
  file: string,
  table: Table,
  mapping: Mapping,
): Promise<Result> {
  const id = await storeTable(deps, owner, { name: basename(file), bytes: null }, table, mapping)
  const stores = { open, reference: deps.reference, now: () => new Date() }
  const go = async (status: 'checking' | 'applying') => {
    await open.db.updateTable('company_import').set({ status }).where('id', '=', id).execute()
    for (;;) {
      const one = await importById(open.db, id)
      if (!one) throw new TaskError('The import was removed meanwhile.')
      if (!['checking', 'applying'].includes(one.status)) return one
      // A server over the same database may have taken it.
      if (!(await workOnImports(stores))) await pause(200)
    }
  }
  const checked = await go('checking')
  const counts: ImportCounts = JSON.parse(checked.counts)
  if (counts.new + counts.update > 0) {
    log(`Checked: ${counts.new} new, ${counts.update} updates. Writing them ...`)
    const applied = await go('applying')
    if (applied.status !== 'applied') {
      throw new TaskError(`Nothing was written (${applied.error}). Start again.`)
    }
  }
  return { counts, problems: await problemsOf(deps, id) }
}

async function problemsOf(deps: Deps, id: string): Promise<Result['problems']> {
  const found: { row: number; problem: Problem }[] = []
  for (const severity of ['error', 'warning'] as const) {
    for (let after = 0; ; ) {
      const rows = await importRows(deps.db, id, { severity, after }, { limit: 1000 })
      for (const row of rows) {
        const problems: Problem[] = JSON.parse(row.problems)
        for (const problem of problems) found.push({ row: row.row_number, problem })
      }
      const last = rows.at(-1)
      if (!last || rows.length < 1000) break
      after = last.row_number
    }
  }
  return found.sort((a, b) => a.row - b.row)
}
