import { expect, test } from 'vitest'
import { pagePolicy } from './page-policy.ts'

const policyOf = (address: string, tilesUrl: string | null = null) =>
  pagePolicy(new URL(address, 'https://site.example'), { nonce: 'n', tilesUrl })

test('no page may be framed but the embedded public map', () => {
  expect(policyOf('/fr/map/CI?embed=1')).toMatchObject({ framed: true })
  expect(policyOf('/fr/map/CI?embed=1').contentSecurityPolicy).toContain('frame-ancestors *')
  for (const path of [
    '/fr/map/CI',
    '/fr/account?embed=1',
    '/map/CI?embed=1',
    '/fr/chamber/map?embed=1',
  ]) {
    expect(policyOf(path).framed, path).toBe(false)
    expect(policyOf(path).contentSecurityPolicy).toContain("frame-ancestors 'none'")
  }
})

test('tiles may be loaded on interactive maps only', () => {
  const tiles = 'https://{s}.tiles.example/{z}/{x}/{y}.png'
  expect(policyOf('/ar/chamber/map/interactive', tiles).contentSecurityPolicy).toContain(
    "img-src 'self' data: https://*.tiles.example;",
  )
  expect(policyOf('/ar/map/CI/interactive?embed=1', tiles)).toMatchObject({
    framed: true,
    contentSecurityPolicy: expect.stringContaining('https://*.tiles.example;'),
  })
  for (const path of ['/ar/map/CI', '/ar/map/CI/points', '/ar/map/CI/CI-VB/interactive']) {
    expect(policyOf(path, tiles).contentSecurityPolicy, path).not.toContain('tiles.example')
  }
  expect(policyOf('/ar/chamber/map', tiles).contentSecurityPolicy).not.toContain('tiles.example')
  expect(policyOf('/ar/chamber/map/interactive').contentSecurityPolicy).toContain(
    "img-src 'self' data:;",
  )
})
