import { suggestValues } from '#app/domain/search/suggest.server.ts'
import type { PageContext } from '#app/server/page.server.ts'
import type { SearchSelectItem } from '#app/ui/search-select.tsx'

/** What a picker shows beside its form: what was searched, found and chosen. */
export interface Picker {
  readonly query: string
  /** Null before any search. */
  readonly results: readonly SearchSelectItem[] | null
  readonly chosen: readonly SearchSelectItem[]
}

/** What a picker finds for the typed words, best first; null for no words. */
export function searchResults(
  { services, locale }: PageContext,
  kind: 'occupation' | 'skill' | 'place',
  text: string,
): SearchSelectItem[] | null {
  if (!text.trim()) return null
  return suggestValues(services.reference, {
    kind,
    text,
    locale,
    country: services.config.country,
  }).map(({ value, label, hint }) => ({ value, label, detail: hint ?? undefined }))
}

/** Occupations or skills as a picker shows them; URIs that are none are left out. */
export function conceptItems(
  { services, locale }: PageContext,
  kind: 'occupation' | 'skill',
  uris: readonly string[],
): SearchSelectItem[] {
  return uris
    .filter((uri) => services.reference.has(kind, uri))
    .map((uri) => ({ value: uri, label: services.reference.label(uri, locale) }))
}
