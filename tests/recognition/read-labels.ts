import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of a tab-separated list in this folder, without its heading. */
export function labelled(file: string): string[][] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
}

/** How many of a list were right, wrong, or asked about although the label knows. */
export interface Tally {
  readonly total: number
  readonly right: number
  readonly wrong: number
  readonly asked: number
  readonly misses: string[]
}

/** Counts answers against labels: `null` means the recogniser asked or did not know. */
export function tally(
  rows: readonly { text: string; expected: readonly string[]; answer: string | null }[],
): Tally {
  let right = 0
  let wrong = 0
  const misses: string[] = []
  for (const { text, expected, answer } of rows) {
    const open = expected.some((one) => one === 'ask' || one === 'unknown')
    if (answer === null ? open : expected.includes(answer)) right += 1
    else {
      if (answer !== null) wrong += 1
      misses.push(`${answer === null ? 'asked' : 'WRONG'}: ${text} -> ${answer} (${expected})`)
    }
  }
  return { total: rows.length, right, wrong, asked: rows.length - right - wrong, misses }
}

/** The odd rows, on which rules were tuned, and the even ones, which were looked at afterwards. */
export function halves<Row>(rows: readonly Row[]): { tuned: Row[]; held: Row[] } {
  return {
    tuned: rows.filter((_, at) => at % 2 === 0),
    held: rows.filter((_, at) => at % 2 === 1),
  }
}
