import { describe, expect, test } from 'vitest'
import { buildSectorRecogniser } from '#app/domain/recognition/recognise-sector.ts'
import { halves, labelled, tally } from './read-labels.ts'
import { seedSectors } from './seed-rows.ts'

const sectors = seedSectors()
const recognise = buildSectorRecogniser(sectors)

const rows = labelled('sectors.tsv').map(([text = '', expected = '']) => {
  const found = recognise(text)
  return {
    text,
    expected: expected.split('|'),
    answer: found.kind === 'sure' ? found.code : null,
  }
})

describe('sectors of messy lists', () => {
  test('there are enough of them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320)
  })
  test.each(Object.entries(halves(rows)))('%s half: 95 %% right, at most 1 %% wrong', (_, half) => {
    const { total, right, wrong, misses } = tally(half)
    expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(wrong / total, misses.join('\n')).toBeLessThanOrEqual(0.01)
  })
  test('every code it can answer with is one of the table', () => {
    const codes = new Set(sectors.map((sector) => sector.code))
    for (const { answer } of rows) expect(answer === null || codes.has(answer)).toBe(true)
  })
  test('works without the words of the table', () => {
    const plain = buildSectorRecogniser(sectors.map(({ words: _, ...sector }) => sector))
    expect(plain('BTP')).toMatchObject({ kind: 'sure', code: 'F' })
    expect(plain('')).toEqual({ kind: 'unknown' })
  })
})
