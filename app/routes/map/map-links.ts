import type { MapView } from '#app/domain/map/view.ts'
import { viewQuery } from '#app/domain/map/view.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'

/** Makes the addresses of one map, which all keep its view and whether it stands in a frame. */
export interface MapLinks {
  /** Below the map's own address (`/CI-VB`), with some of the view changed. */
  to(below: string, changes?: Partial<MapView>): string
  /** The same for a file or list of what stands at the address. */
  out(below: string, format: string): string
  readonly base: string
  readonly embed: boolean
}

export function mapLinks(locale: Locale, base: string, view: MapView, embed: boolean): MapLinks {
  const add = (query: string, name: string, value: string) =>
    `${query}${query ? '&' : '?'}${name}=${value}`
  return {
    base,
    embed,
    to(below, changes = {}) {
      const query = viewQuery(view, changes)
      return localePath(locale, base + below) + (embed ? add(query, 'embed', '1') : query)
    },
    out(below, format) {
      const area = below.split('/')[1] ?? ''
      const place = below.split('/')[2] ?? ''
      let query = viewQuery(view)
      if (area) query = add(query, 'area', area)
      if (place) query = add(query, 'place', place)
      return localePath(locale, `${base}/export`) + add(query, 'format', format)
    },
  }
}
