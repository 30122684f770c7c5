import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { readPlaces } from '#db/seed/read-places.ts'
import { buildPlaceFinder, placeKey } from './place-finder.server.ts'
import type { Place } from './reference.ts'

const places: Place[] = readPlaces('db/seed/places')
  .map((row) => ({
    ...row,
    names: { fr: row.name_fr, en: row.name_en || row.name_fr, ar: row.name_ar || row.name_fr },
  }))
  .sort((a, b) => b.weight - a.weight)
const finder = buildPlaceFinder(places)
const named = (text: string, country = 'CI') => finder.meant(country, text).place?.names.fr ?? null
const near = (text: string) => finder.meant('CI', text).near.map((place) => place.names.fr)

describe('the place that a typed name means', () => {
  test.each([
    ['San Pedro', 'San-Pédro'],
    ['sanpedro', 'San-Pédro'],
    ['SAN-PÉDRO ', 'San-Pédro'],
    ['portbouet', 'Port-Bouët'],
    ["ahougnassou n'gbanou", 'Ahougnassou-N’Gbanou'],
    ['man', 'Man'],
  ])('is the same whatever parts its words, its accents and capitals: %s', (text, name) => {
    expect(named(text)).toBe(name)
  })

  test.each([
    ['abi', 'Abidjan'],
    ['ferke', 'Ferkessédougou'],
    ['bassam', 'Grand-Bassam'],
  ])('may be begun, or a part of it: %s', (text, name) => {
    expect(named(text)).toBe(name)
  })

  test.each([
    ['Abijan', 'Abidjan'],
    ['Yamousoukro', 'Yamoussoukro'],
    ['cocodi', 'Cocody'],
    ['Korogho', 'Korhogo'],
    ['dvio', 'Divo'],
  ])('is the one that is spelt nearly so: %s', (text, name) => {
    expect(named(text)).toBe(name)
    expect(finder.find('CI', text, 8)[0]?.names.fr).toBe(name)
  })

  test.each([
    ['Abidjan Cocody', 'Cocody'],
    ['Cocody, Abidjan', 'Cocody'],
    ['Abidjan-Plateau', 'Plateau'],
    ['Abijan Cocodi', 'Cocody'],
    ['Bouaké Vallée du Bandama', 'Bouaké'],
    ['Bouaké, Côte d’Ivoire', 'Bouaké'],
    ['ville de Bouaké', 'Bouaké'],
    ['Cocody Angré', 'Cocody'],
    ['كوكودي أبيدجان', 'Cocody'],
  ])('is the narrower of two names: %s', (text, name) => {
    expect(named(text)).toBe(name)
  })

  test.each([
    ['بواكي', 'Bouaké'],
    ['بلاتو', 'Plateau'],
    ['ابيدجان', 'Abidjan'],
    ['أبدجان', 'Abidjan'],
    ['بواكيه', 'Bouaké'],
  ])('may be told in Arabic: %s', (text, name) => {
    expect(named(text)).toBe(name)
  })

  test('is a place of the country asked for', () => {
    expect(named('Sfax', 'TN')).toBe('Sfax')
    expect(named('Sfax')).toBeNull()
    expect(finder.meant('XX', 'Abidjan')).toEqual({ place: null, near: [] })
  })
})

test('places are listed while a name is typed, and without it only those like it', () => {
  const list = (text: string) => finder.find('CI', text, 8).map((place) => place.names.fr)
  expect(list('bouak')).toEqual(expect.arrayContaining(['Bouaké']))
  for (const name of list('bou')) expect(placeKey(name)).toMatch(/^bou/)
  expect(list('Abidjan')[0]).toBe('Abidjan')
  for (const name of list('Abidjan')) expect(placeKey(name)).toContain('abidjan')
  expect(list('yamouso')).toContain('Yamoussoukro')
  expect(list('')).toEqual([])
})

describe('a name that is none', () => {
  test('is not taken for one far from it', () => {
    for (const text of [
      'Atlantide',
      'Paris',
      'Lyon',
      'Accra',
      'Monrovia',
      'New York',
      'x',
      'mqn',
    ]) {
      expect(named(text), text).toBeNull()
    }
    // Two typos lead to a village of that region: too little to be sure.
    expect(finder.meant('CI', 'Ouagadougou')).toMatchObject({ place: null, near: [{ weight: 1 }] })
    expect(finder.meant('CI', '')).toEqual({ place: null, near: [] })
    expect(finder.meant('CI', ' - ')).toEqual({ place: null, near: [] })
  })

  test('is answered with at most three that it may mean', () => {
    expect(near('Yamousoko')).toEqual(['Yamoussoukro'])
    expect(near('kokody')[0]).toBe('Cocody')
    expect(near('Bouaké Man')).toEqual(['Bouaké', 'Man'])
    expect(near('Savanes')).toEqual(['Korhogo', 'Ferkessédougou', 'Boundiali'])
    expect(near('Atlantide')).toEqual([])
  })
})

test('nearly every misspelling of a town by one letter is understood', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  let [tried, understood] = [0, 0]
  for (const town of places.filter(({ weight }) => weight >= 40)) {
    const name = town.names.fr
    if (name.length < 5) continue
    for (let at = 1; at < name.length; at++) {
      const letter = letters[(7 * at + name.length) % 26]
      const other = [
        name.slice(0, at) + name.slice(at + 1),
        name.slice(0, at) + letter + name.slice(at),
        name.slice(0, at) + letter + name.slice(at + 1),
      ][at % 3]
      tried += 1
      if (finder.meant(town.country, other ?? '').place === town) understood += 1
    }
  }
  expect(understood / tried).toBeGreaterThan(0.97)
})

test.prop([fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))])(
  'any text has at most one meaning and three likenesses',
  (text) => {
    const { place, near } = finder.meant('CI', text)
    expect(near.length).toBeLessThanOrEqual(place ? 0 : 3)
    expect(finder.find('CI', text, 8).length).toBeLessThanOrEqual(8)
    if (place) expect(finder.find('CI', text, 8)[0]).toBe(place)
  },
)

test('every place is found by each of its names', () => {
  for (const place of places) {
    for (const name of Object.values(place.names)) {
      const found = finder.meant(place.country, name).place
      expect(Object.values(found?.names ?? {}).map(placeKey)).toContain(placeKey(name))
    }
  }
})
