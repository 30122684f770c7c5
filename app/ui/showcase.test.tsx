import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Showcase } from './showcase.tsx'

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value)

describe.each(['fr', 'en', 'ar'] as const)('every component in %s', (lang) => {
  const html = renderToStaticMarkup(
    <Showcase framed lang={lang} hrefFor={(other) => `/${other}`} />,
  )
  const ids = all(html, / id="([^"]+)"/g)

  test('has ids of its own', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('refers to what is there', () => {
    const references = all(
      html,
      / (?:for|aria-describedby|aria-labelledby|popovertarget)="([^"]+)"/g,
    ).flatMap((list) => list?.split(' ') ?? [])
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('needs neither script nor inline style', () => {
    expect(html).not.toMatch(/<script| style="| on[a-z]+="/)
  })

  test('hides its drawings from assistive technology', () => {
    expect(all(html, /<svg([^>]*)>/g).filter((svg) => !svg?.includes('aria-hidden'))).toEqual([])
  })
})
