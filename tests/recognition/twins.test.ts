import { describe, expect, test } from 'vitest'
import { buildTwinFinder, likely, scoreTwins } from '#app/domain/recognition/duplicates.ts'
import { manyCompanies, renamed } from './many-companies.ts'
import { halves, labelled } from './read-labels.ts'
import { twinFacts } from './twin-facts.ts'

const rows = labelled('twins.tsv').map(([label, a = '', b = ''], at) => {
  const [one, two] = [twinFacts(`${at}a`, a), twinFacts(`${at}b`, b)]
  return {
    twin: label === 'twin',
    pair: `${a} <> ${b}`,
    one,
    two,
    score: scoreTwins(one, two).score,
  }
})

describe('pairs of companies', () => {
  test('there are enough of them, twins and others', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320)
    expect(rows.filter((row) => !row.twin).length).toBeGreaterThanOrEqual(130)
  })
  test.each(Object.entries(halves(rows)))('%s half: precision 0.97, recall 0.9', (_, half) => {
    const said = half.filter((row) => row.score >= likely)
    const right = said.filter((row) => row.twin).length
    const misses = half.filter((row) => row.twin !== row.score >= likely).map((row) => row.pair)
    expect(right / said.length, misses.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(right / half.filter((row) => row.twin).length, misses.join('\n')).toBeGreaterThanOrEqual(
      0.9,
    )
  })
  test('the score does not depend on which comes first', () => {
    for (const { one, two, score } of rows) expect(scoreTwins(two, one).score).toBeCloseTo(score, 2)
  })
})

describe('the finder', () => {
  test('finds in the whole list what comparing two by two finds', () => {
    const find = buildTwinFinder(rows.map((row) => row.two))
    const twins = rows.filter((row) => row.score >= likely)
    const found = twins.filter(({ one, two }) => find(one).some((twin) => twin.id === two.id))
    expect(found.length / twins.length).toBeGreaterThanOrEqual(0.97)
  })

  test('never answers with the candidate itself', () => {
    const facts = rows.map((row) => row.one)
    const find = buildTwinFinder(facts)
    for (const one of facts) expect(find(one).map((twin) => twin.id)).not.toContain(one.id)
  })

  test('finds companies written a little otherwise among thousands', () => {
    const companies = manyCompanies(5_000)
    const find = buildTwinFinder(companies)
    const asked = companies.slice(0, 500)
    const found = asked.filter((company) =>
      find(renamed(company)).some((twin) => twin.id === company.id),
    )
    expect(found.length / asked.length).toBeGreaterThan(0.97)
  })
})
