import { describe, expect, test } from 'vitest'
import { publicHolidays } from './country-pack.ts'
import { countryCodes, countryPack, hasCountryPack } from './index.ts'

/** Every name record anywhere in a pack. */
function allNames(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(allNames)
  return 'fr' in value && 'ar' in value ? [{ ...value }, ...inside] : inside
}

test('a pack is found in any case, an unknown one named', () => {
  expect(countryPack('ci').code).toBe('CI')
  expect(hasCountryPack('FR')).toBe(false)
  expect(() => countryPack('FR')).toThrow('FR')
})

describe.each(countryCodes)('%s', (code) => {
  const pack = countryPack(code)
  test('has its ISO 3166-2 units once each', () => {
    const count = { CI: 14, TN: 24, SN: 14, MA: 12 }[code]
    expect(new Set(pack.admin1.map((unit) => unit.code)).size).toBe(count)
    expect(pack.admin1).toHaveLength(count)
    for (const unit of pack.admin1) expect(unit.code).toMatch(new RegExp(`^${code}-\\w{2}$`))
  })
  test('says everything in three languages', () => {
    for (const one of allNames(pack)) {
      for (const text of [one.fr, one.en, one.ar]) expect(text).toMatch(/\S/)
      expect(one.ar).toMatch(/[\u0600-\u06ff]/)
    }
  })
  test('its examples pass its own checks', () => {
    for (const identifier of pack.identifiers) {
      expect(identifier.parse(identifier.example)).toEqual({ ok: true, value: identifier.example })
    }
    expect(pack.parsePhone(pack.phone.example).ok).toBe(true)
    expect(pack.phone.groups.reduce((sum, size) => sum + size, 0)).toBe(pack.phone.nationalDigits)
  })
  test('its currency is what ICU knows', () => {
    const { code: currency, minorDigits } = pack.currency
    const { maximumFractionDigits } = new Intl.NumberFormat('fr', {
      style: 'currency',
      currency,
    }).resolvedOptions()
    expect(maximumFractionDigits).toBe(minorDigits)
  })
  test('offers a job, an internship and an apprenticeship', () => {
    expect(new Set(pack.contractKinds.map((one) => one.kind)).size).toBe(3)
    expect(new Set(pack.contractKinds.map((one) => one.id)).size).toBe(pack.contractKinds.length)
  })
  test('its holidays fall inside the year, in order', () => {
    for (const year of [2024, 2026, 2030]) {
      const dates = publicHolidays(pack, year).map((day) => day.date)
      expect(dates).toEqual([...dates].sort())
      for (const date of dates) expect(date).toMatch(new RegExp(`^${year}-`))
    }
  })
})

test('holidays that move are computed and flagged', () => {
  const ivorian = publicHolidays(countryPack('CI'), 2025)
  const on = (en: string) => ivorian.find((day) => day.names.en === en)
  expect(on('Easter Monday')).toMatchObject({ date: '2025-04-21', movable: false })
  expect(on('Ascension Day')?.date).toBe('2025-05-29')
  expect(on('Whit Monday')?.date).toBe('2025-06-09')
  expect(on('Eid al-Fitr')).toMatchObject({ date: '2025-03-30', movable: true })
  expect(on('Eid al-Adha')).toMatchObject({ date: '2025-06-06', movable: true })
  // The Hijri year is shorter: in 2033 Eid al-Fitr comes twice.
  const twice = publicHolidays(countryPack('TN'), 2033)
  expect(twice.filter((day) => day.names.en === 'Eid al-Fitr')).toHaveLength(2)
})
