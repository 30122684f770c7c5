import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { countryCodes, countryPack } from './index.ts'

const seed = new URL('../../../db/seed/', import.meta.url)

function rows(path: string): Record<string, string>[] {
  return parse(readFileSync(new URL(path, seed)), { columns: true })
}

/** Boxes that hold each country, with a little room: west, south, east, north. */
const boxes = {
  CI: [-8.7, 4.2, -2.4, 10.8],
  TN: [7.4, 30.2, 11.7, 37.6],
  SN: [-17.6, 12.2, -11.3, 16.8],
  MA: [-17.2, 20.7, -0.9, 36.0],
} as const

describe.each(countryCodes)('places of %s', (country) => {
  const places = rows(`places/${country}.csv`)
  const units = new Set(countryPack(country).admin1.map((unit) => unit.code))

  test('have readable ids, used once', () => {
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length)
    const shape = new RegExp(`^${country.toLowerCase()}(-[a-z0-9]+)+$`)
    for (const place of places) expect(place.id).toMatch(shape)
  })
  test('lie in a unit of the pack and in the country', () => {
    const [west, south, east, north] = boxes[country]
    for (const place of places) {
      expect(units).toContain(place.admin1)
      expect(Number(place.lng)).toBeGreaterThan(west)
      expect(Number(place.lng)).toBeLessThan(east)
      expect(Number(place.lat)).toBeGreaterThan(south)
      expect(Number(place.lat)).toBeLessThan(north)
    }
    expect(new Set(places.map((place) => place.admin1)).size).toBe(units.size)
  })
  test('are named, weighed and of a known kind', () => {
    for (const place of places) {
      expect(place.name_fr).toMatch(/\S/)
      expect(place.name_en).toMatch(/\S/)
      expect(place.name_ar).toMatch(/^[\u0600-\u06ff ()]*$/)
      expect(['city', 'town', 'commune', 'village']).toContain(place.kind)
      expect(Number(place.weight)).toBeGreaterThanOrEqual(1)
      expect(Number(place.weight)).toBeLessThanOrEqual(100)
    }
    expect(places.filter((place) => place.name_ar).length).toBeGreaterThanOrEqual(60)
  })
})

test('the ten communes of Abidjan are in CI-AB, Yamoussoukro in CI-YM', () => {
  const ivorian = rows('places/CI.csv')
  const communes = ivorian.filter((place) => place.kind === 'commune')
  expect(communes.map((place) => place.name_fr).sort()).toEqual(
    'Abobo Adjamé Attécoubé Cocody Koumassi Marcory Plateau Port-Bouët Treichville Yopougon'.split(
      ' ',
    ),
  )
  for (const place of communes) expect(place.admin1).toBe('CI-AB')
  expect(ivorian.find((place) => place.id === 'ci-yamoussoukro')?.admin1).toBe('CI-YM')
})

test('sectors are the 21 sections and 88 divisions of ISIC Rev.4', () => {
  const sectors = rows('sectors.csv')
  const sections = sectors.filter((one) => one.level === 'section').map((one) => one.code)
  const divisions = sectors.filter((one) => one.level === 'division')
  expect(sections.join('')).toBe('ABCDEFGHIJKLMNOPQRSTU')
  expect(divisions).toHaveLength(88)
  expect(new Set(sectors.map((one) => one.code)).size).toBe(109)
  for (const one of divisions) {
    expect(one.code).toMatch(/^\d{2}$/)
    expect(sections).toContain(one.parent)
  }
  for (const one of sectors) {
    for (const text of [one.fr, one.en, one.ar]) expect(text).toMatch(/\S/)
    expect(one.ar).toMatch(/[\u0600-\u06ff]/)
  }
})
