import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addCounts, playwrightCounts, vitestCounts } from './counts.ts'

function reportFile(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-counts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }

test('a test file that could not be read is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ]
  expect(vitestCounts(reportFile({ ...vitest, testResults }), 1)).toEqual({
    passed: 5,
    failed: 1,
    skipped: 1,
  })
})

test('a runner that fails without a failing test failed', () => {
  expect(vitestCounts(reportFile({ ...vitest, testResults: [] }), 1).failed).toBe(1)
  expect(vitestCounts(reportFile({ ...vitest, testResults: [] }), 0).failed).toBe(0)
})

test('no report is a failure', () => {
  expect(vitestCounts('/nowhere/report.json', 0).failed).toBe(1)
  expect(playwrightCounts('/nowhere/report.json', 0).failed).toBe(1)
})

test('a flaky browser test failed', () => {
  const file = reportFile({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } })
  expect(playwrightCounts(file, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 })
})

test('counts add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(addCounts(one, one)).toEqual({ passed: 2, failed: 4, skipped: 6 })
})
