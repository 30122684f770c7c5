import { describe, expect, test } from 'vitest'
import { countryPack } from '#app/domain/countries/index.ts'
import {
  checkDays,
  contractsFor,
  dayIn,
  gapsOf,
  movesFrom,
  readAmount,
  readLanguages,
  readPay,
} from './opportunity.ts'

const ci = countryPack('CI')
const tn = countryPack('TN')

describe('amounts', () => {
  test.each([
    ['250000', 250_000],
    ['250 000', 250_000],
    ['250\u202f000', 250_000],
    ['250.000', 250_000],
    ['1,250,000', 1_250_000],
    ['٢٥٠٠٠٠', 250_000],
  ])('%s is read', (text, value) => {
    expect(readAmount(text)).toBe(value)
  })
  test.each(['', 'beaucoup', '-5', '12,5', '1e9', '250 000 F'])('"%s" is refused', (text) => {
    expect(readAmount(text)).toBeNull()
  })
})

describe('pay', () => {
  test('is stored in minor units of the country', () => {
    expect(readPay(ci, { payMin: 90_000, payMax: 120_000, payPeriod: 'month' }).pay).toEqual({
      min: 90_000,
      max: 120_000,
      period: 'month',
    })
    expect(readPay(tn, { payMin: 900, payPeriod: 'month' }).pay).toEqual({
      min: 900_000,
      max: null,
      period: 'month',
    })
    expect(readPay(ci, { payPeriod: 'month' })).toEqual({ pay: null, errors: {} })
  })
  test('the reason stands beside the field', () => {
    expect(readPay(ci, { payMin: 9, payMax: 8, payPeriod: 'day' }).errors).toEqual({
      payMax: 'opportunity.payMaxBelowMin',
    })
    expect(readPay(ci, { payMax: 8 }).errors).toEqual({
      payMin: 'opportunity.payMinMissing',
      payPeriod: 'opportunity.payPeriodMissing',
    })
    expect(readPay(tn, { payMin: 3_000_000, payPeriod: 'year' }).errors).toEqual({
      payMin: 'opportunity.payTooHigh',
    })
  })
})

describe('days', () => {
  const today = '2026-11-23'
  test('a deadline may be today, a start may not', () => {
    expect(checkDays({ deadline: today, startDate: '2026-11-24' }, {}, today)).toEqual({})
    expect(checkDays({ deadline: '2026-11-22', startDate: today }, {}, today)).toEqual({
      deadline: 'opportunity.deadlinePast',
      startDate: 'opportunity.startPast',
    })
  })
  test('a day that was there before may have gone by', () => {
    const stored = { startDate: '2026-01-01', deadline: '2026-01-01' }
    expect(checkDays(stored, stored, today)).toEqual({})
  })
  test('the end comes after the start, within what the contract allows', () => {
    const stage = contractsFor(tn, 'internship').find((one) => one.id === 'civp')
    const check = (endDate: string) =>
      checkDays({ startDate: '2027-01-01', endDate }, {}, today, stage)
    expect(check('2027-01-01')).toEqual({ endDate: 'opportunity.endBeforeStart' })
    expect(check('2029-01-01')).toEqual({})
    expect(check('2029-01-02')).toEqual({ endDate: 'opportunity.contractTooLong|24' })
  })
  test('today is the country’s', () => {
    expect(dayIn('Africa/Tunis', new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24')
    expect(dayIn('Africa/Abidjan', new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-23')
  })
})

test('languages: empty rows are dropped, a half one or a twin is an error', () => {
  expect(
    readLanguages([
      { language: 'fr', level: 4, required: true },
      undefined,
      { language: undefined, level: 2, required: false },
    ]),
  ).toEqual({ languages: [{ language: 'fr', level: 4, required: true }], errors: {} })
  expect(
    readLanguages([
      { language: 'fr', level: 4, required: true },
      { language: 'fr', level: 2, required: false },
      { language: 'en', level: undefined, required: false },
    ]).errors,
  ).toEqual({
    'languages[1].language': 'opportunity.languageTwice',
    'languages[2].level': 'opportunity.levelMissing',
  })
})

test('an opportunity needs a title, an occupation or three skills, and a place or remote work', () => {
  const empty = {
    title: '',
    occupationUri: null,
    skills: 2,
    placeId: null,
    remote: false,
    deadline: '2026-11-22',
  }
  expect(gapsOf(empty, '2026-11-23')).toEqual(['title', 'occupation', 'place', 'deadline'])
  expect(
    gapsOf({ ...empty, title: 'Soudeur', skills: 3, remote: true, deadline: null }, '2026-11-23'),
  ).toEqual([])
})

test('what has ended cannot begin again', () => {
  expect(movesFrom('draft')).toEqual(['publish'])
  expect(movesFrom('paused')).toEqual(['resume', 'fill', 'close'])
  expect(movesFrom('expired')).toEqual(['publish', 'fill', 'close'])
  expect(movesFrom('filled')).toEqual([])
})
