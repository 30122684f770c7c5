import { expect, test } from 'vitest'
import { changesBetween, confirmationEntry, hiresIn } from './confirmation.ts'

const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b'

test('an empty answer confirms: nothing is asked, nothing changes', () => {
  const entry = confirmationEntry.parse({})
  expect(entry).toEqual({ left: [], contactConsent: false })
  expect(hiresIn(entry)).toEqual({ hires: [], errors: {} })
})

test('a row of hires is whole, or says what it lacks', () => {
  const entry = confirmationEntry.parse({
    occupation0: welder,
    posts0: '4',
    kind0: 'job',
    quarter0: '2027-Q1',
    posts2: '3',
    quarter1: '2027-Q1',
    kind1: 'job',
  })
  expect(hiresIn(entry)).toEqual({
    hires: [{ occupation: welder, posts: 4, kind: 'job', quarter: '2027-Q1' }],
    errors: { occupation2: 'form.required', kind2: 'form.required', quarter2: 'form.required' },
  })
})

test('what is left empty stays as it is known', () => {
  const before = {
    sector: '25',
    sizeBand: '10-49',
    headcount: null,
    phone: '+2250700000001',
    email: null,
    website: null,
  } as const
  expect(
    changesBetween(before, { ...before, phone: null, email: 'a@b.ci', headcount: '12' }),
  ).toEqual([
    { field: 'headcount', before: null, after: '12' },
    { field: 'email', before: null, after: 'a@b.ci' },
  ])
})
