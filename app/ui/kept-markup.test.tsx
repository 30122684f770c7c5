import { fc, test as property } from '@fast-check/vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { escapeHtml, Kept, keptMarkup } from './kept-markup.tsx'

const draw = ({ label }: { label: string }, { href, count }: { href: string; count: string }) => (
  <li>
    <a href={href}>
      {label} <b title={count}>{count}</b>
    </a>
  </li>
)

describe('kept markup', () => {
  property.prop([fc.string({ unit: 'grapheme' }), fc.string(), fc.string()])(
    'is what React makes of the same values',
    (label, path, count) => {
      const kept = keptMarkup(['href', 'count'], draw)
      const values = { href: `/${path}`, count }
      const made = renderToStaticMarkup(draw({ label }, values))
      expect(kept({ label }, values)).toBe(made)
      expect(kept({ label }, values)).toBe(made)
    },
  )

  test('is drawn once for what it says, whatever its values, and only so many are kept', () => {
    let drawn = 0
    const kept = keptMarkup<string, 'one'>(
      ['one'],
      (fixed, { one }) => {
        drawn += 1
        return <p lang={fixed}>{one}</p>
      },
      2,
    )
    expect([kept('fr', { one: 'a' }), kept('fr', { one: '<b>' })]).toEqual([
      '<p lang="fr">a</p>',
      '<p lang="fr">&lt;b&gt;</p>',
    ])
    expect(drawn).toBe(1)
    for (const fixed of ['en', 'ar', 'fr']) kept(fixed, { one: '' })
    expect(drawn).toBe(4)
  })

  test('stands in other kept markup as it is', () => {
    const list = keptMarkup<string, 'items'>(['items'], (lang, { items }) => (
      <ul lang={lang}>{items}</ul>
    ))
    const item = keptMarkup<string, 'text'>(['text'], (lang, { text }) => (
      <li lang={lang}>{text}</li>
    ))
    const markup = item('ar', { text: '<b>' })
    expect(list('fr', { items: { markup } })).toBe(
      '<ul lang="fr"><li lang="ar">&lt;b&gt;</li></ul>',
    )
  })

  test('stands in its element as it is', () => {
    const markup = `<li>${escapeHtml('a "b" & <c>')}</li>`
    expect(renderToStaticMarkup(<Kept as="ul" className="tags" markup={markup} />)).toBe(
      `<ul class="tags">${markup}</ul>`,
    )
  })
})
