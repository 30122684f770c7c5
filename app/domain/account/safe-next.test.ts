import { describe, expect, it } from 'vitest'
import { safeNext, withNext } from './safe-next.ts'

describe('safeNext', () => {
  it.each([
    ['/fr/profile', '/fr/profile'],
    ['/ar/join/abc?x=1', '/fr/join/abc?x=1'],
    ['/en', '/fr'],
  ])('keeps %s', (text, expected) => expect(safeNext(text, 'fr')).toBe(expected))

  it.each([
    '',
    'profile',
    '//evil.example',
    '/\\evil.example',
    '/fr/\\evil.example',
    '/fr//evil.example',
    'https://evil.example/fr',
    '/de/profile',
    '/fr/..//evil.example',
    '/fr/\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    `/fr/${'x'.repeat(600)}`,
  ])('refuses %j', (text) => expect(safeNext(text, 'fr')).toBeNull())

  it('carries on in a query', () => {
    expect(withNext('/fr/sign-in', '/fr/profile')).toBe('/fr/sign-in?next=%2Ffr%2Fprofile')
    expect(withNext('/fr/sign-in', null)).toBe('/fr/sign-in')
  })
})
