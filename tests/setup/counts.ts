import { readFileSync } from 'node:fs'

/** How many checks ended how. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[]
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** The sums of several counts. */
export function addCounts(...all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, one) => total + one[name], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** What vitest's JSON report says; a file that could not be read at all counts as one failure. */
export function vitestCounts(file: string, code: number): Counts {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length
  return honest(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** What Playwright's JSON report says. A test that passed only when tried again failed. */
export function playwrightCounts(file: string, code: number): Counts {
  const stats = read<PlaywrightReport>(file)?.stats
  if (!stats) return { passed: 0, failed: 1, skipped: 0 }
  return honest(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })
}

/** A runner that fails without a failing test (an error outside of tests, no test at all) failed once. */
function honest(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    // The runner ended before it wrote one: the caller counts that as a failure.
    return null
  }
}
