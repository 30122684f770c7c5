import { describe, expect, test } from 'vitest'
import { argueWithPeople, orderReasons, storedReasons } from './reasons.ts'
import { mostPoints } from './score.ts'

const weights = new Map([
  [721, 1],
  [753, 0.2],
])
type Count = [unit: number, people: number, proven: number]
const ring = (km: number, near: Record<string, Count>) => ({
  km,
  near: new Map(
    Object.entries(near).map(([uri, [unit, people, proven]]) => [uri, { unit, people, proven }]),
  ),
})
const argue = (near: Record<string, Count>, far: Record<string, Count> = near, wanted = '') =>
  argueWithPeople(weights, new Set([wanted]), [ring(25, near), ring(50, far)], 'ci-bouake')

describe('the argument', () => {
  test('is the work that the firm needs most, near first', () => {
    expect(argue({ welder: [7212, 14, 9], tailor: [7531, 30, 9], cook: [5120, 90, 9] })).toEqual({
      code: 'people',
      occupations: ['welder'],
      family: false,
      people: 14,
      proven: 9,
      km: 25,
      placeId: 'ci-bouake',
    })
    expect(argue({ welder: [7212, 3, 0] }, { welder: [7212, 7, 0] })).toMatchObject({
      people: 7,
      km: 50,
    })
  })

  test('is the work that it said it would hire for, where there are people', () => {
    const near: Record<string, Count> = { welder: [7212, 14, 9], cook: [5120, 9, 0] }
    expect(argue(near, near, 'cook')).toMatchObject({ occupations: ['cook'] })
    expect(argue(near, near, 'baker')).toMatchObject({ occupations: ['welder'] })
  })

  test('speaks of a family of work where no occupation has five people', () => {
    const near: Record<string, Count> = {
      welder: [7212, 4, 4],
      founder: [7212, 3, 3],
      smith: [7212, 1, 0],
    }
    expect(argue(near)).toMatchObject({
      occupations: ['welder', 'founder'],
      family: true,
      people: 8,
      proven: 'most',
    })
  })

  test('speaks of the work of the sector together where no family has five people either', () => {
    const near: Record<string, Count> = {
      welder: [7212, 3, 0],
      tailor: [7531, 4, 0],
      cook: [5120, 4, 0],
    }
    expect(argue(near)).toMatchObject({
      occupations: ['welder', 'tailor'],
      family: true,
      people: 7,
      proven: null,
    })
    expect(argue({ welder: [7212, 1, 0], tailor: [7531, 2, 0] })).toMatchObject({
      occupations: ['welder'],
      family: false,
      people: null,
    })
  })

  test('never gives a number under five, nor one that a difference would show', () => {
    expect(argue({ welder: [7212, 4, 4] })).toMatchObject({ people: null, proven: null })
    expect(argue({ welder: [7212, 9, 4] })).toMatchObject({ people: 9, proven: null })
    expect(argue({ welder: [7212, 9, 6] })).toMatchObject({ people: 9, proven: 'most' })
    expect(argue({ welder: [7212, 9, 9] })).toMatchObject({ people: 9, proven: 'all' })
    expect(argue({ welder: [7212, 10, 5] })).toMatchObject({ people: 10, proven: 5 })
  })

  test('is none where nobody fits', () => {
    expect(argue({ cook: [5120, 50, 9] })).toBeNull()
    expect(argueWithPeople(weights, new Set(), [], '')).toBeNull()
  })
})

test('people are said first, then what weighed most, that it was drawn last', () => {
  const terms = { ...mostPoints, exposure: 0, opening: 3 }
  const reasons = orderReasons(
    [
      { code: 'drawn' },
      { code: 'opening' },
      { code: 'commitment', kind: 'internship', quantity: 6, dueOn: '2026-12-01' },
      { code: 'contact', last: null },
      argue({ welder: [7212, 5, 0] }) ?? { code: 'opening' },
    ],
    { total: 0, terms },
  )
  expect(reasons.map((one) => one.code)).toEqual([
    'people',
    'commitment',
    'contact',
    'opening',
    'drawn',
  ])
  expect(storedReasons.parse(JSON.parse(JSON.stringify({ reasons, terms }))).reasons).toEqual(
    reasons,
  )
  const few = { ...reasons[0], people: 4 }
  expect(storedReasons.safeParse({ reasons: [few], terms }).success).toBe(false)
})
