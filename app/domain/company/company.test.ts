import { describe, expect, test } from 'vitest'
import { countryPack } from '#app/domain/countries/index.ts'
import { nextStep, parseIdentifiers, registrationIn, website } from './company.ts'

describe('identifiers', () => {
  test('are written as the country writes them; empty ones are left out', () => {
    expect(parseIdentifiers(countryPack('CI'), { rccm: 'ci abj 2017 b 12345', ncc: ' ' })).toEqual({
      identifiers: [
        { scheme: 'rccm', value: 'CI-ABJ-2017-B-12345', entityKey: 'CI-ABJ-2017-B-12345' },
      ],
      errors: {},
    })
  })
  test('a branch has the key of its company', () => {
    const { identifiers } = parseIdentifiers(countryPack('TN'), {
      'matricule-fiscal': '1182431M/A/E/002',
    })
    expect(identifiers[0]?.entityKey).toBe('1182431M')
  })
  test('a reason stands beside the field it concerns', () => {
    expect(
      parseIdentifiers(countryPack('CI'), { rccm: 'CI-ABJ-2999-B-1', ncc: '12', other: 'x' }),
    ).toEqual({
      identifiers: [],
      errors: {
        'identifiers.rccm': 'company.identifierReason.year',
        'identifiers.ncc': 'company.identifierReason.length',
      },
    })
  })
})

test('all that is wrong with a registration is told at once', () => {
  const read = registrationIn(countryPack('CI')).safeParse({
    legalName: 'A',
    identifiers: { rccm: 'CI-ABJ-2999-B-1' },
  })
  expect(read.error?.issues.map((one) => [one.path.join('.'), one.message])).toEqual([
    ['legalName', 'form.tooShort|2'],
    ['identifiers.rccm', 'company.identifierReason.year'],
    ['place', 'company.placeMissing'],
  ])
  const none = registrationIn(countryPack('TN')).safeParse({ legalName: 'Atelier', place: '1' })
  expect(none.error?.issues.map((one) => one.path.join('.'))).toEqual([
    'identifiers.matricule-fiscal',
  ])
})

describe('web address', () => {
  test.each([
    ['exemple.ci', 'https://exemple.ci'],
    ['http://exemple.ci/a', 'http://exemple.ci/a'],
    ['www.exemple.tn', 'https://www.exemple.tn'],
  ])('%s is read', (text, value) => {
    expect(website.parse(text)).toBe(value)
  })
  test.each(['javascript:alert(1)', 'ftp://exemple.ci', 'mon site', 'exemple'])(
    '%s is refused',
    (text) => {
      expect(website.safeParse(text).success).toBe(false)
    },
  )
})

test('the next step is the first that applies', () => {
  const nothing = {
    claims: 0,
    companiesWithoutSite: 0,
    drafts: 0,
    published: 0,
    paused: 0,
    expired: 0,
  }
  expect(nextStep(nothing)).toBe('post')
  expect(nextStep({ ...nothing, expired: 1 })).toBe('renew')
  expect(nextStep({ ...nothing, expired: 1, published: 2 })).toBe('none')
  expect(nextStep({ ...nothing, drafts: 1, published: 2 })).toBe('finish-draft')
  expect(nextStep({ ...nothing, claims: 1, drafts: 1 })).toBe('decide-claim')
})
