import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ColourName, colours, contrast, controlPairs, textPairs } from './tokens.ts'

const css = readFileSync(new URL('./styles/app.css', import.meta.url), 'utf8')
const darkStart = css.indexOf('prefers-color-scheme: dark')

/** Colours declared in a stretch of the style sheet. */
function declared(text: string): Record<string, string> {
  const found = text.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6})/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}

test('contrast follows the formula of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(['light', 'dark'] as const)('%s scheme', (scheme) => {
  const of = (name: ColourName) => colours[scheme][name]

  test.each(textPairs)('%s on %s can be read', (foreground, background) => {
    expect(contrast(of(foreground), of(background))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(controlPairs)('%s on %s can be seen', (foreground, background) => {
    expect(contrast(of(foreground), of(background))).toBeGreaterThanOrEqual(3)
  })

  test('the style sheet holds the same values', () => {
    const text = scheme === 'light' ? css.slice(0, darkStart) : css.slice(darkStart)
    expect(declared(text)).toEqual(colours[scheme])
  })
})
