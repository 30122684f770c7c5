import { expect, test } from 'vitest'
import { isEmbedded } from './embed.ts'

test('only the public map, asked for so, may stand in a frame', () => {
  expect(isEmbedded('/map/CI', '?embed=1')).toBe(true)
  expect(isEmbedded('/map/CI/CI-VB', '?measure=posts&embed=1')).toBe(true)
  expect(isEmbedded('/map/CI/interactive', '?embed=1')).toBe(true)
  expect(isEmbedded('/chamber/map/interactive', '?embed=1')).toBe(false)
  expect(isEmbedded('/map/CI', '')).toBe(false)
  expect(isEmbedded('/map/CI', '?embed=0')).toBe(false)
  expect(isEmbedded('/chamber/map', '?embed=1')).toBe(false)
  expect(isEmbedded('/map/CI/a/b/c', '?embed=1')).toBe(false)
  expect(isEmbedded('/account', '?embed=1')).toBe(false)
})
