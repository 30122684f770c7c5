import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Markup that was kept itself, to stand in other markup as it is. */
export interface Markup {
  readonly markup: string
}

/** Stands in a drawing where a value goes. */
type Holes<Name extends string> = Readonly<Record<Name, string>>
/** What goes there: text, which is escaped, or markup between tags. */
export type Values<Name extends string> = Readonly<Record<Name, string | Markup>>

/** Markup cut at its values: `pieces[n]` stands before the value named `names[n]`. */
interface CutMarkup {
  readonly pieces: readonly string[]
  readonly names: readonly string[]
}

/** Stands where a value goes while React draws. Nobody can type it: it is another in each process. */
const mark = `\uE000${crypto.randomUUID()}`
const cuts = new RegExp(`${mark}(\\d+);`)

/**
 * Markup that React draws once for each `fixed` part, then kept, cut at its values: a page says the
 * same things to everybody but for some addresses and figures. `draw` places each value whole, as a
 * text or an attribute, without looking at it. Addresses must be our own: React cannot check them.
 * At most `most` parts are kept, the latest. The part is known by what it says (JSON).
 */
export function keptMarkup<Fixed, Name extends string = never>(
  names: readonly Name[],
  draw: (fixed: Fixed, holes: Holes<Name>) => ReactElement,
  most = 500,
): (fixed: Fixed, values: Values<Name>) => string {
  const holes = Object.fromEntries(
    names.map((name, at) => [name, `${mark}${at};`]),
  ) as unknown as Holes<Name>
  const kept = new Map<string, CutMarkup>()
  return (fixed, values) => {
    const key = JSON.stringify(fixed)
    let markup = kept.get(key)
    if (!markup) {
      const parts = renderToStaticMarkup(draw(fixed, holes)).split(cuts)
      markup = {
        pieces: parts.filter((_, at) => at % 2 === 0),
        names: parts.filter((_, at) => at % 2 === 1).map((at) => names[Number(at)] as string),
      }
      // The oldest goes first: a Map remembers in which order it was filled.
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, markup)
    }
    const { pieces } = markup
    let html = pieces[0] ?? ''
    for (let at = 1; at < pieces.length; at += 1) {
      const value = values[markup.names[at - 1] as Name]
      html += (typeof value === 'string' ? escapeHtml(value) : value.markup) + pieces[at]
    }
    return html
  }
}

const special = /["'&<>]/
const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#x27;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Text as it stands in HTML, between tags or in an attribute. */
export function escapeHtml(text: string): string {
  if (!special.test(text)) return text
  return text.replace(/["'&<>]/g, (character) => entities[character] as string)
}

/** An element around kept markup. */
export function Kept(props: {
  as: 'div' | 'ul' | 'header' | 'footer' | 'search'
  className?: string | undefined
  markup: string
}) {
  return createElement(props.as, {
    className: props.className,
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew it, its values are escaped
    dangerouslySetInnerHTML: { __html: props.markup },
  })
}
