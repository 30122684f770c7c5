import { expect, test } from 'vitest'
import { type Candidate, drawList, placesOf, seeded } from './rotation.ts'
import { scoreCall } from './score.ts'

const firms = (unit: string, count: number, score: (at: number) => number): Candidate[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${unit}-${at}`, unit, score: score(at) }))

test('the same day gives the same list, another day or chamber another', () => {
  const all = firms('CI-AB', 300, (at) => 80 - at / 10)
  const list = drawList(all, 20, 'chamber 2026-11-23')
  expect(drawList(all.toReversed(), 20, 'chamber 2026-11-23')).toEqual(list)
  expect(list).toHaveLength(20)
  expect(new Set(list.map((one) => one.id)).size).toBe(20)
  expect(drawList(all, 20, 'chamber 2026-11-24')).not.toEqual(list)
  expect(drawList(all, 20, 'other 2026-11-23')).not.toEqual(list)
})

test('most places go to the best, the others to some of the next best', () => {
  const all = firms('CI-AB', 1000, (at) => 90 - at / 20)
  const list = drawList(all, 20, 'a day')
  const best = list.filter((one) => !one.drawn)
  expect(best.length).toBeGreaterThanOrEqual(8)
  expect(list.length - best.length).toBeGreaterThanOrEqual(3)
  // Nobody beyond the next best: 120 and those before them.
  for (const { id } of list) expect(Number(id.split('-')[2])).toBeLessThan(140)
})

test('fewer firms than places are all on the list; none make none', () => {
  expect(
    drawList(
      firms('CI-AB', 7, () => 50),
      20,
      'x',
    ),
  ).toHaveLength(7)
  expect(drawList([], 20, 'x')).toEqual([])
})

test('places are whole, sum up, and follow the square root on average', () => {
  const counts = [10_000, 100, 100, 1]
  const sums = counts.map(() => 0)
  const random = seeded('places')
  const days = 4000
  for (let day = 0; day < days; day += 1) {
    const places = placesOf(counts, 20, random())
    expect(places.reduce((sum, one) => sum + one)).toBe(20)
    for (const [at, one] of places.entries()) sums[at] = (sums[at] ?? 0) + one
  }
  // 100, 10, 10 and 1 of 121; the last has one firm and so one place at most.
  expect((sums[0] ?? 0) / days).toBeCloseTo((20 * 100) / 121, 0)
  expect((sums[1] ?? 0) / days).toBeCloseTo((20 * 10) / 121, 1)
  expect((sums[3] ?? 0) / days).toBeCloseTo(20 / 121, 1)
  expect(placesOf([2, 3], 20, 0.5)).toEqual([2, 3])
  expect(placesOf([1, 500], 20, 0.99)).toHaveLength(2)
})

test('over thirty days nobody is called daily, and small districts have their share', () => {
  // 600 firms of a metropolis that all score better than the 60 and 20 of two districts.
  const random = seeded('simulation')
  const all = [
    ...firms('CI-AB', 600, () => 20 + 30 * random()),
    ...firms('CI-SV', 60, () => 5 + 20 * random()),
    ...firms('CI-ZZ', 20, () => 5 + 20 * random()),
  ]
  const suggested = new Map<string, number[]>()
  const byUnit = new Map<string, number>()
  for (let day = 0; day < 30; day += 1) {
    // What the score takes away for earlier lists on which nothing was done.
    const damped = all.map((firm) => ({
      ...firm,
      score:
        firm.score +
        scoreCall({
          fitting: 0,
          staff: 1,
          sectorFirms: 0,
          sectorPublished: 0,
          hasOpening: true,
          contacts: 0,
          replies: 0,
          allContacts: 0,
          allReplies: 0,
          commitmentDueIn: null,
          intentionIn: null,
          sinceContact: null,
          stage: 'prospect',
          suggestedAgo: (suggested.get(firm.id) ?? []).map((then) => day - then),
        }).terms.exposure,
    }))
    for (const { id } of drawList(damped, 20, `chamber ${day}`)) {
      suggested.set(id, [...(suggested.get(id) ?? []), day])
      const unit = id.slice(0, 5)
      byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1)
    }
  }
  const times = [...suggested.values()].map((days) => days.length)
  // 600 places: shared by a third of all firms at least, nobody on more than one list in four.
  expect(suggested.size).toBeGreaterThan(220)
  expect(Math.max(...times)).toBeLessThanOrEqual(8)
  const metropolis = [...suggested].filter(([id]) => id.startsWith('CI-AB'))
  expect(Math.max(...metropolis.map(([, days]) => days.length))).toBeLessThanOrEqual(5)
  const share = (unit: string) => (byUnit.get(unit) ?? 0) / 600
  const roots = Math.sqrt(600) + Math.sqrt(60) + Math.sqrt(20)
  expect(share('CI-AB')).toBeCloseTo(Math.sqrt(600) / roots, 1)
  expect(share('CI-SV')).toBeCloseTo(Math.sqrt(60) / roots, 1)
  expect(share('CI-ZZ')).toBeCloseTo(Math.sqrt(20) / roots, 1)
})
