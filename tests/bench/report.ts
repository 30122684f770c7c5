import { type ChamberRun, chamberLines } from './chamber/bench-chamber.ts'
import type { EngineFigures } from './engine/bench-engine.ts'
import type { Timing } from './measure.ts'
import type { PageFigures, PagesRun } from './pages/bench-pages.ts'
import { type WordsRun, wordsLines } from './words/bench-words.ts'

/** Everything a run found, as `--json` prints it; README.md tells what each key means. */
export interface BenchReport {
  readonly node: string
  readonly vocabulary: {
    readonly source: 'esco' | 'built-in'
    readonly occupations: number
  } | null
  readonly sizes: readonly (EngineFigures & { readonly ratios: Readonly<Record<string, number>> })[]
  readonly pages: (PagesRun & { readonly ratios: Readonly<Record<string, number>> }) | null
  readonly chamber: ChamberRun | null
  readonly words: WordsRun | null
  /** What could not be measured, and why. */
  readonly missing: readonly string[]
}

/** Medians as multiples of their floor's median. */
export function ratiosOf({ calls, floor }: EngineFigures): Record<string, number> {
  const ratios: Record<string, number> = {}
  const compare = (name: string, one: Timing, least: Timing | undefined) => {
    if (least) ratios[name] = one.p50 / least.p50
  }
  compare('candidatesToPostings', calls.candidates, floor.postings)
  compare('matchToPostings', calls.match, floor.postings)
  compare('matchNearToPostings', calls.matchNear, floor.postings)
  compare('textToSql', calls.text, floor.sqlText)
  compare('facetedToSql', calls.faceted, floor.sqlFaceted)
  return ratios
}

/** Requests a second as shares of those of the empty page, and the same of processor time. */
export function pageRatiosOf({ floor, pages }: PagesRun): Record<string, number> {
  const { emptyPage } = floor
  return Object.fromEntries(
    Object.entries(pages).flatMap(([name, page]) => [
      [`${name}ToEmptyPage`, page.perSecond / emptyPage.perSecond],
      [`${name}ToEmptyPageCpu`, emptyPage.cpuMs / page.cpuMs],
    ]),
  )
}

const number = (value: number, digits = 2) => value.toFixed(digits)
const mebibytes = (bytes: number | null) =>
  bytes === null ? '-' : `${number(bytes / 1024 ** 2, 0)} MiB`

/** The report as tables for people. */
export function tablesOf(report: BenchReport): string {
  const lines: string[] = []
  for (const size of report.sizes) lines.push(...engineTable(size), '')
  if (report.pages) lines.push(...pageTable(report.pages), '')
  if (report.chamber) lines.push(...chamberLines(report.chamber), '')
  if (report.words) lines.push(...wordsLines(report.words), '')
  for (const line of report.missing) lines.push(`Not measured: ${line}`)
  return lines.join('\n')
}

function engineTable(size: BenchReport['sizes'][number]): string[] {
  const { profiles, ratios, floor, calls } = size
  const ratio = (name: string | undefined) => {
    const value = name === undefined ? undefined : ratios[name]
    return value === undefined ? '' : `${number(value)} x`
  }
  const row = (name: string, { p50, p95, p99, cpu }: Timing, ratioName?: string) =>
    [
      name.padEnd(34),
      ...[p50, p95, p99, cpu].map((value) => number(value, 3).padStart(9)),
      ratio(ratioName).padStart(10),
    ].join(' ')
  const rows: [string, Timing, string?][] = [
    ['text', calls.text, 'textToSql'],
    ['typo', calls.typo],
    ['prefix', calls.prefix],
    ['text, 3 filters, 5 facets', calls.faceted, 'facetedToSql'],
    ['within 50 km, by distance', calls.near],
    ['candidates for a job', calls.candidates, 'candidatesToPostings'],
    ['match: 3 filters, 5 facets, reasons', calls.match, 'matchToPostings'],
    ['match within 50 km, the same', calls.matchNear, 'matchNearToPostings'],
    ['reverse match with reasons', calls.reverse],
    ['update until visible', calls.update],
  ]
  const least: [string, Timing | undefined][] = [
    ['floor: bare posting walk', floor.postings],
    ['floor: text in plain FTS5', floor.sqlText],
    ['floor: 3 filters in plain SQL', floor.sqlFiltered],
    ['floor: text and facets in SQL', floor.sqlFaceted],
  ]
  return [
    `${size.engine}, ${profiles.toLocaleString('en')} profiles, ${(profiles / 5).toLocaleString('en')} opportunities, ${(profiles / 10).toLocaleString('en')} companies`,
    `  build ${number(size.buildSeconds, 1)} s (${number(size.generateSeconds, 1)} s of it making documents), cold start ${number(size.coldStartMs, 0)} ms,` +
      ` memory ${mebibytes(size.memoryBytes)} (${mebibytes(size.baseBytes)} before the index), disk ${mebibytes(size.diskBytes)}`,
    ...(size.allPairs
      ? [
          `  all pairs ${number(size.allPairs.seconds, 1)} s (${number(size.allPairs.pairs / 1e6, 0)} million)`,
        ]
      : []),
    [
      'ms'.padEnd(34),
      ...['p50', 'p95', 'p99', 'cpu'].map((one) => one.padStart(9)),
      'of floor'.padStart(10),
    ].join(' '),
    ...rows.map(([name, timing, ratioName]) => row(name, timing, ratioName)),
    ...least.flatMap(([name, timing]) => (timing ? [row(name, timing)] : [])),
  ]
}

function pageTable({ floor, pages, ratios }: NonNullable<BenchReport['pages']>): string[] {
  const row = (name: string, page: PageFigures, ratio?: number) =>
    [
      name.padEnd(24),
      number(page.perSecond, 0).padStart(8),
      number(page.p50, 1).padStart(8),
      number(page.p99, 1).padStart(8),
      String(page.bytes).padStart(8),
      number(page.cpuMs, 3).padStart(8),
      (ratio === undefined ? '' : `${number(100 * ratio, 0)} %`).padStart(10),
    ].join(' ')
  return [
    [
      'Pages, 8 at a time'.padEnd(24),
      ...['/s', 'p50 ms', 'p99 ms', 'bytes', 'cpu ms'].map((one) => one.padStart(8)),
      'of empty'.padStart(10),
    ].join(' '),
    row('floor: bare node:http', floor.http),
    row('floor: empty page', floor.emptyPage),
    ...Object.entries(pages).map(([name, page]) => row(name, page, ratios[`${name}ToEmptyPage`])),
  ]
}
