import { describe, expect, test } from 'vitest'
import type { CountryCode } from '#app/domain/countries/country-pack.ts'
import { countryCodes } from '#app/domain/countries/country-pack.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { buildPlaceRecogniser } from '#app/domain/recognition/recognise-place.ts'
import { halves, labelled, tally } from './read-labels.ts'
import { seedPlaces } from './seed-rows.ts'

const places = seedPlaces()
const recognisers = new Map(
  countryCodes.map((code) => [code, buildPlaceRecogniser(places, countryPack(code))]),
)

const rows = labelled('places.tsv').map(([country, text = '', expected = '', hint]) => {
  const recognise = recognisers.get(country as CountryCode)
  const found = recognise?.(text, hint ? { admin1Text: hint } : {})
  return {
    text: `${country} ${text}`,
    expected: expected.split('|'),
    answer: found?.kind === 'sure' ? found.place.id : null,
  }
})

describe('places of messy lists', () => {
  test('there are enough of them, from each country', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320)
  })
  test.each(Object.entries(halves(rows)))('%s half: 95 %% right, at most 1 %% wrong', (_, half) => {
    const { total, right, wrong, misses } = tally(half)
    expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(wrong / total, misses.join('\n')).toBeLessThanOrEqual(0.01)
  })
})
