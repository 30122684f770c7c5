import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CountryCode } from '#app/domain/countries/country-pack.ts'
import { countryCodes } from '#app/domain/countries/country-pack.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { buildPlaceRecogniser } from '#app/domain/recognition/recognise-place.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import { readPlaces } from '#db/seed/read-places.ts'
import { halves, labelled, tally } from './read-labels.ts'

const places: Place[] = readPlaces(join(import.meta.dirname, '../../db/seed/places')).map(
  (row) => ({
    id: row.id,
    country: row.country,
    names: { fr: row.name_fr, en: row.name_en, ar: row.name_ar },
    admin1: row.admin1,
    lat: row.lat,
    lng: row.lng,
    kind: row.kind,
    weight: row.weight,
  }),
)
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
  test('50,000 texts take seconds', () => {
    const recognise = buildPlaceRecogniser(places, countryPack('CI'))
    const texts = labelled('places.tsv').map(([, text]) => text ?? '')
    const started = performance.now()
    for (let at = 0; at < 50_000; at++) recognise(`${texts[at % texts.length]} lot ${at % 5_000}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
