import { expect, test } from 'vitest'
import { educationLevels, educationName, isEducationLevel } from './education.ts'

test('holds ISCED 2011 levels 0 to 8 in order, named in three languages', () => {
  expect(educationLevels.map((one) => one.level)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  for (const { names } of educationLevels) {
    for (const text of [names.fr, names.en, names.ar]) expect(text).toMatch(/\S/)
  }
})

test('names a level and refuses what is none', () => {
  expect(educationName(0, 'fr')).toBe('Sans diplôme')
  expect(educationName(8, 'en')).toBe('Doctorate')
  expect(() => educationName(9, 'fr')).toThrow(RangeError)
  expect(isEducationLevel(4)).toBe(true)
  expect(isEducationLevel(4.5)).toBe(false)
  expect(isEducationLevel(-1)).toBe(false)
})
