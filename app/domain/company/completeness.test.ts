import { expect, test } from 'vitest'
import { completeness, type RecordState, recordItems } from './completeness.ts'

const empty: RecordState = {
  identifiers: 0,
  sector: false,
  size: false,
  sites: 0,
  exactSite: false,
  phone: false,
  email: false,
  website: false,
  description: false,
  foundedYear: false,
  roles: 0,
  contacts: 0,
  agreedContacts: 0,
  documents: 0,
}
const whole: RecordState = {
  identifiers: 1,
  sector: true,
  size: true,
  sites: 2,
  exactSite: true,
  phone: true,
  email: true,
  website: true,
  description: true,
  foundedYear: true,
  roles: 1,
  contacts: 1,
  agreedContacts: 1,
  documents: 1,
}

test('the weights make a hundred; nothing is 0 and everything 100', () => {
  expect(Object.values(recordItems).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  expect(completeness(empty).score).toBe(0)
  expect(completeness(whole)).toEqual({ score: 100, missing: [] })
})

test('the weightiest missing thing is asked first', () => {
  expect(completeness({ ...whole, website: false, phone: false, sites: 0 }).missing).toEqual([
    'site',
    'phone',
    'website',
  ])
})

test('consent is asked once there is somebody to give it', () => {
  expect(completeness(empty).missing).not.toContain('consent')
  const named = completeness({ ...whole, agreedContacts: 0 })
  expect(named).toEqual({ score: 92, missing: ['consent'] })
})

test('more of the same does not count twice', () => {
  expect(completeness({ ...empty, contacts: 5, sites: 9 }).score).toBe(22)
})
