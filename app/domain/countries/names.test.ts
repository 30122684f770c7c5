import { expect, test } from 'vitest'
import { countryName, countryOptions, isCountryCode } from './names.ts'

test('names countries in the three languages', () => {
  expect(countryName('CI', 'fr')).toBe('Côte d’Ivoire')
  expect(countryName('tn', 'en')).toBe('Tunisia')
  expect(countryName('SN', 'ar')).toBe('السنغال')
  expect(countryName('?', 'fr')).toBe('?')
})

test.each(['fr', 'en', 'ar'])('offers all 249 countries, sorted, in %s', (locale) => {
  const options = countryOptions(locale)
  expect(new Set(options.map((one) => one.code)).size).toBe(249)
  for (const { code, name } of options) expect(name).not.toBe(code)
  const shown = options.map((one) => one.name)
  expect(shown).toEqual([...shown].sort(new Intl.Collator(locale).compare))
})

test('accents do not send a country to the end', () => {
  const shown = countryOptions('fr').map((one) => one.name)
  expect(shown.indexOf('Égypte')).toBeLessThan(shown.indexOf('France'))
})

test('knows codes from no codes', () => {
  expect(isCountryCode('MA')).toBe(true)
  expect(isCountryCode('XX')).toBe(false)
})
