import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewest, publishPeople } from '#app/domain/map/publish-people.server.ts'
import { publishFigures, publishReached } from './publish-figures.server.ts'
import { retentionMonths } from './scorecard.ts'
import { type Counted, type Figures, type ScoredFirm, type ScoreFacts, tally } from './tally.ts'

const secret = 'a secret of this deployment only'

const units = ['CI-AB', 'CI-VB'] as const
const sections = ['C', 'G'] as const
const officers = ['awa', 'yao', null] as const
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const
const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const
const periodOf = (time: (typeof quarters)[number] | 'year') => {
  const at = (quarters as readonly string[]).indexOf(time)
  return at < 0
    ? { from: '2026-01-01', to: '2026-12-31' }
    : { from: `2026-${String(at * 3 + 1).padStart(2, '0')}-01`, to: `2026-${lastDays[at]}` }
}

/** A firm for every unit, section and officer. */
const firms: readonly ScoredFirm[] = units.flatMap((unit) =>
  sections.flatMap((section) =>
    officers.map((ownerId) => ({
      id: `${unit} ${section} ${ownerId}`,
      stage: 'active' as const,
      stageSince: null,
      ownerId,
      unit,
      section,
      sector: null,
    })),
  ),
)

interface Hire {
  readonly firm: number
  readonly month: number
  readonly monthsStayed: number | null
}

const factsOf = (hires: readonly Hire[]): ScoreFacts => ({
  firms,
  contacts: [],
  opportunities: [],
  hires: hires.map(({ firm, month, monthsStayed }, at) => {
    // Months from January 2025 on.
    const day = (of: number) =>
      `${2025 + Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, '0')}-15`
    return {
      id: String((at * 7919) % 10_007).padStart(6, '0'),
      companyId: firms[firm]?.id ?? '',
      startedOn: day(month),
      endedOn: monthsStayed === null ? null : day(month + monthsStayed),
    }
  }),
})

/** Numbers of people that a card holds: hires, and at each mark those who reached it and who stayed. */
function peopleOf(figures: Figures): [string, Counted][] {
  return [
    ['hires', figures.hires],
    ...retentionMonths.flatMap((months): [string, Counted][] => [
      [`of ${months}`, figures.retention[months].of],
      [`stayed ${months}`, figures.retention[months].stayed],
    ]),
  ]
}

interface Cell {
  readonly people: Counted
  low: number
  high: number
}

/** What a published number says of the true one by its rule alone. */
type Reading = (people: Counted) => { readonly low: number; readonly high: number }

/** Everything that scorecards tell in a year: by period, for the chamber and each officer, by unit and section. */
function cellsOf(facts: ScoreFacts, read: Reading): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const time of [...quarters, 'year'] as const) {
    for (const officer of ['all', ...officers] as const) {
      // Nobody has a card for firms without an officer: they are what is left of the whole.
      if (officer === null) continue
      const who = officer === 'all' ? null : officer
      const period = periodOf(time)
      for (const keyOf of [(firm: ScoredFirm) => firm.unit, (firm: ScoredFirm) => firm.section]) {
        const { total, byKey } = tally(facts, period, { officer: who, keyOf })
        for (const [key, figures] of [['all', total] as const, ...byKey]) {
          for (const [what, people] of peopleOf(figures)) {
            cells.set(`${time}|${officer}|${key}|${what}`, { people, ...read(people) })
          }
        }
      }
    }
  }
  return cells
}

/** Wholes and parts, as anybody can know them; a whole of officers has a part that no card tells. */
function relations(
  cells: ReadonlyMap<string, Cell>,
): { whole: string; parts: string[]; rest: boolean }[] {
  return [...cells.keys()].flatMap((cell) => {
    const [time = '', who = '', key = '', what = ''] = cell.split('|')
    const found: { whole: string; parts: string[]; rest: boolean }[] = []
    if (time === 'year') {
      const parts = quarters.map((one) => `${one}|${who}|${key}|${what}`)
      found.push({ whole: cell, parts, rest: false })
    }
    if (key === 'all') {
      for (const keys of [units, sections]) {
        found.push({
          whole: cell,
          parts: keys.map((one) => `${time}|${who}|${one}|${what}`),
          rest: false,
        })
      }
    }
    if (who === 'all') {
      const parts = ['awa', 'yao'].map((one) => `${time}|${one}|${key}|${what}`)
      found.push({ whole: cell, parts, rest: true })
    }
    if (what.startsWith('of ')) {
      const stayed = `${time}|${who}|${key}|${what.replace('of', 'stayed')}`
      found.push({ whole: cell, parts: [stayed], rest: true })
    }
    return found
  })
}

/** Narrows down what every number can be, by what it is a part of and what makes it up, until nothing changes. */
function attack(cells: Map<string, Cell>): void {
  const known = relations(cells).filter(({ parts }) => parts.every((one) => cells.has(one)))
  const cell = (key: string): Cell => cells.get(key) as Cell
  for (let changed = true; changed; ) {
    changed = false
    const narrow = (key: string, low: number, high: number) => {
      const one = cell(key)
      if (low > one.low) {
        one.low = low
        changed = true
      }
      if (high < one.high) {
        one.high = high
        changed = true
      }
    }
    for (const { whole, parts, rest } of known) {
      const sum = (end: 'low' | 'high', but = '') =>
        parts.filter((one) => one !== but).reduce((all, one) => all + cell(one)[end], 0)
      narrow(whole, sum('low'), rest ? Number.POSITIVE_INFINITY : sum('high'))
      for (const part of parts) {
        const least = rest ? 0 : cell(whole).low - sum('high', part)
        narrow(part, least, cell(whole).high - sum('low', part))
      }
    }
  }
}

/** Numbers from five on as they are, others left out: what a scorecard must not do. */
const masked: Reading = ({ count }) =>
  count < fewest ? { low: 0, high: fewest - 1 } : { low: count, high: count }

/** The furthest that a figure can be from its number (see the map's test of the same rule). */
const furthest = 48 + 2
const blurred: Reading = (people) => {
  const shown = publishPeople(people, secret)
  return typeof shown === 'number'
    ? { low: Math.max(fewest, shown - furthest), high: shown + furthest }
    : { low: 0, high: fewest + furthest }
}

const hire = fc.record({
  firm: fc.nat(firms.length - 1),
  month: fc.nat(23),
  monthsStayed: fc.option(fc.integer({ min: 1, max: 14 })),
})

describe('differences between periods, officers, districts and sectors', () => {
  // Six hires in each of three quarters, and one in the last.
  const lone = factsOf(
    [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 6, 6, 6, 6, 6, 6, 9].map((month) => ({
      firm: 0,
      month: 12 + month,
      monthsStayed: null,
    })),
  )

  test('would tell of one person if numbers were only left out under five', () => {
    const cells = cellsOf(lone, masked)
    attack(cells)
    expect(cells.get('Q4|all|all|hires')).toMatchObject({ people: { count: 1 }, low: 1, high: 1 })
  })

  test('tell nothing of that person', () => {
    const cells = cellsOf(lone, blurred)
    attack(cells)
    expect(cells.get('Q4|all|all|hires')).toMatchObject({ people: { count: 1 }, low: 0 })
    expect(cells.get('Q4|all|all|hires')?.high).toBeGreaterThanOrEqual(fewest - 1)
  })

  test('tell no small number more closely than "0 to 4"', () => {
    fc.assert(
      fc.property(fc.array(hire, { minLength: 5, maxLength: 250 }), (hires) => {
        const cells = cellsOf(factsOf(hires), blurred)
        attack(cells)
        for (const [key, { people, low, high }] of cells) {
          // What is deduced is true, so the attack itself is sound.
          expect(low, key).toBeLessThanOrEqual(people.count)
          expect(high, key).toBeGreaterThanOrEqual(people.count)
          if (people.count >= fewest) continue
          expect(low, key).toBe(0)
          expect(high, key).toBeGreaterThanOrEqual(fewest - 1)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('a card tells numbers of people by that rule alone, targets and rates too', () => {
  fc.assert(
    fc.property(fc.array(hire, { minLength: 40, maxLength: 250 }), (hires) => {
      const { total } = tally(factsOf(hires), periodOf('year'))
      const told = (people: Counted) => publishPeople(people, secret)
      const card = publishFigures(total, secret)
      expect(card.hires).toBe(told(total.hires))
      expect(publishReached('hires', total, secret)).toBe(told(total.hires))
      expect(publishReached('retained', total, secret)).toBe(told(total.retention[6].stayed))
      for (const months of retentionMonths) {
        const rate = card.retention[months]
        const of = told(total.retention[months].of)
        const stayed = told(total.retention[months].stayed)
        if (rate.kind === 'few') expect([rate.of, stayed]).toEqual([of, 'few'])
        else if (rate.kind === 'rate') {
          expect(rate.of).toBe(of)
          expect(rate.part).toBe(Math.min(Number(stayed), Number(of)))
          expect(rate.share).toBe(rate.part / rate.of)
        } else expect(rate).toEqual({ kind: 'counts', part: null, of: null })
      }
    }),
  )
})

test('intervals of shares of people hold the true share as often as they say', () => {
  // Everybody stays with a chance of .7; the blur is another for each deployment.
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed / 2 ** 31
  }
  let inside = 0
  let told = 0
  for (let at = 0; at < 1500; at += 1) {
    const count = 25 + Math.floor(random() * 60)
    const hires = Array.from({ length: count }, () => ({
      firm: 0,
      month: 6,
      monthsStayed: random() < 0.7 ? null : 2,
    }))
    const { total } = tally(factsOf(hires), periodOf('year'))
    const rate = publishFigures(total, `secret ${at}`).retention[6]
    if (rate.kind !== 'rate') continue
    told += 1
    if (rate.low <= 0.7 && rate.high >= 0.7) inside += 1
  }
  expect(told).toBeGreaterThan(1000)
  expect(inside / told).toBeGreaterThan(0.93)
})
