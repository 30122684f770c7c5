import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleRadius, classify, type Shown } from './classes.ts'

const ranges = (values: Shown[]) => classify(values).classes.filter((one) => one.kind === 'range')

test('zero, too few and not known are classes of their own', () => {
  const { classes, classOf } = classify([null, 0, 0, 'few', 10, 20])
  expect(classes.map((one) => [one.kind, one.count])).toEqual([
    ['none', 1],
    ['zero', 2],
    ['few', 1],
    ['range', 1],
    ['range', 1],
  ])
  expect(classOf(0)).toMatchObject({ kind: 'zero' })
  expect(classOf(20)).toMatchObject({ kind: 'range', shade: 5 })
  expect(classOf(10)).toMatchObject({ kind: 'range', shade: 1 })
})

test('few distinct values make fewer classes', () => {
  expect(ranges([3, 3, 3, 3])).toEqual([{ kind: 'range', shade: 3, from: 3, to: 3, count: 4 }])
  expect(ranges([1, 1, 1, 9])).toHaveLength(2)
  expect(ranges([])).toEqual([])
})

test('fourteen areas part into five classes of about three', () => {
  const values = Array.from({ length: 14 }, (_, at) => at + 1)
  expect(ranges(values).map((one) => one.count)).toEqual([3, 3, 2, 3, 3])
})

test('every value falls into exactly one class, equals together, and counts add up', () => {
  const value = fc.oneof(fc.nat(30), fc.constant(null), fc.constant('few' as const))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), (values) => {
      const { classes, classOf } = classify(values)
      expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(values.length)
      for (const one of values) expect(classOf(one)).toBeDefined()
      const bounds = ranges(values)
      bounds.forEach((one, at) => {
        expect(values).toContain(one.from)
        expect(values).toContain(one.to)
        expect(one.from).toBeGreaterThan(bounds[at - 1]?.to ?? 0)
      })
      expect(new Set(bounds.map((one) => one.shade)).size).toBe(bounds.length)
    }),
  )
})

test('the surface of a circle goes with its value', () => {
  expect(circleRadius(100, 100, 30)).toBe(30)
  expect(circleRadius(25, 100, 30)).toBe(15)
  expect(circleRadius('few', 100, 30)).toBe(0)
})
