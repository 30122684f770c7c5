import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewest, publishPeople, roundTo } from './publish-people.server.ts'

const secret = 'a secret of this deployment only'

/** A set of people, told by their numbers. */
const setOf = (people: readonly number[]) => {
  const ids = people.map((person) => String(person).padStart(6, '0')).sort()
  return { count: ids.length, first: ids[0] ?? '', last: ids.at(-1) ?? '' }
}

test('fewer than five are never told, from five on always a multiple of five', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(9999), { maxLength: 60 }), (people) => {
      const shown = publishPeople(setOf(people), secret)
      if (people.length < fewest) expect(shown).toBe('few')
      if (shown === 'few') return
      expect(shown).toBeGreaterThanOrEqual(fewest)
      expect(Number(shown) % roundTo).toBe(0)
    }),
  )
})

test('the same people give the same figure, under another secret another one', () => {
  const sets = Array.from({ length: 60 }, (_, at) => ({
    count: 40 + at,
    first: 'a',
    last: `b${at}`,
  }))
  const shown = (key: string) => sets.map((set) => publishPeople(set, key))
  expect(shown(secret)).toEqual(shown(secret))
  expect(shown(secret)).not.toEqual(shown('another secret'))
})

test('figures are near the truth: on average they are it, most within five', () => {
  const errors = Array.from({ length: 5000 }, (_, at) => {
    const count = 50 + (at % 100)
    return Number(publishPeople({ count, first: `f${at}`, last: `l${at}` }, secret)) - count
  })
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  expect(Math.abs(mean)).toBeLessThan(0.2)
  const near = errors.filter((error) => Math.abs(error) <= 5).length
  expect(near / errors.length).toBeGreaterThan(0.95)
})

// Somebody who wants to know a small number: they see every published figure, know the rule and every
// relation between the figures (what is a part of what, which parts make up a whole), and narrow down
// what each true number can be until nothing changes.

interface Range {
  low: number
  high: number
}

/** The furthest that a figure can be from its number: 2 ** 48 chances make no greater step, and rounding adds 2. */
const furthest = 48 + 2

/** What a published figure says by the rule. */
function rangeOf(shown: number | 'few' | null): Range {
  if (shown === 'few' || shown === null) return { low: 0, high: fewest + furthest }
  return { low: Math.max(fewest, shown - furthest), high: shown + furthest }
}

interface World {
  /** Of each person: town (two in each of the districts), trade, and whether they hold a skill. */
  readonly people: readonly { town: number; trade: number; skilled: boolean }[]
}

const towns = 6
const trades = 3
const person = fc.record({
  town: fc.nat(towns - 1),
  trade: fc.nat(trades - 1),
  skilled: fc.boolean(),
})

/** Everything the map publishes: all, districts and towns, each under no filter, one, or two. */
function published({ people }: World) {
  const where: [string, (one: World['people'][number]) => boolean][] = [
    ['all', () => true],
    ...[0, 1, 2].map((at): [string, (one: { town: number }) => boolean] => [
      `district ${at}`,
      (one) => Math.floor(one.town / 2) === at,
    ]),
    ...Array.from({ length: towns }, (_, at): [string, (one: { town: number }) => boolean] => [
      `town ${at}`,
      (one) => one.town === at,
    ]),
  ]
  const trade = ['any', ...Array.from({ length: trades }, (_, at) => String(at))]
  const skill = ['any', 'with', 'without']
  const cells = new Map<string, { count: number; range: Range }>()
  for (const [place, lives] of where) {
    for (const inTrade of trade) {
      for (const withSkill of skill) {
        const ids = people.flatMap((one, at) =>
          lives(one) &&
          (inTrade === 'any' || String(one.trade) === inTrade) &&
          (withSkill === 'any' || one.skilled === (withSkill === 'with'))
            ? [at]
            : [],
        )
        const shown = publishPeople(setOf(ids), secret)
        const cell = { count: ids.length, range: rangeOf(shown) }
        cells.set(`${place}|${inTrade}|${withSkill}`, cell)
      }
    }
  }
  return cells
}

/** Wholes and the parts that make them up, as anybody can know them. */
function relations(keys: readonly string[]): [string, string[]][] {
  return keys.flatMap((key): [string, string[]][] => {
    const [place = '', trade = '', skill = ''] = key.split('|')
    const found: [string, string[]][] = []
    const district = /^district (\d)/.exec(place)?.[1]
    if (place === 'all') {
      found.push([key, [0, 1, 2].map((at) => `district ${at}|${trade}|${skill}`)])
    } else if (district) {
      const first = Number(district) * 2
      found.push([key, [first, first + 1].map((at) => `town ${at}|${trade}|${skill}`)])
    }
    if (trade === 'any') {
      found.push([key, [0, 1, 2].map((at) => `${place}|${at}|${skill}`)])
    }
    if (skill === 'any') {
      found.push([key, ['with', 'without'].map((one) => `${place}|${trade}|${one}`)])
    }
    return found
  })
}

test('no combination of figures tells more of a small number than "0 to 4"', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 5, maxLength: 160 }), (people) => {
      const cells = published({ people })
      const rules = relations([...cells.keys()])
      const range = (key: string): Range => cells.get(key)?.range ?? { low: 0, high: 0 }
      for (let changed = true; changed; ) {
        changed = false
        const narrow = (key: string, low: number, high: number) => {
          const known = range(key)
          if (low > known.low) {
            known.low = low
            changed = true
          }
          if (high < known.high) {
            known.high = high
            changed = true
          }
        }
        for (const [whole, parts] of rules) {
          const sum = (end: 'low' | 'high', but = '') =>
            parts.filter((one) => one !== but).reduce((all, one) => all + range(one)[end], 0)
          narrow(whole, sum('low'), sum('high'))
          for (const part of parts) {
            narrow(part, range(whole).low - sum('high', part), range(whole).high - sum('low', part))
          }
        }
      }
      for (const [key, { count, range: known }] of cells) {
        // What is deduced is true, so the attack itself is sound.
        expect(known.low, key).toBeLessThanOrEqual(count)
        expect(known.high, key).toBeGreaterThanOrEqual(count)
        if (count >= fewest) continue
        expect(known.low, key).toBe(0)
        expect(known.high, key).toBeGreaterThanOrEqual(fewest - 1)
      }
    }),
    { numRuns: 60 },
  )
})
