import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { conceptsLike } from '#app/domain/search/suggest.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { readSearchSelect } from '#app/ui/search-select-form.ts'
import type { OccupationChoice } from './occupation-choice.ts'

const most = 8
const longest = 100

/** The picker called `name` after a post; `asked` when one of its buttons was pressed, so that the form is shown again. */
export function postedOccupation(
  reference: Reference,
  locale: Locale,
  form: FormData,
  name = 'occupation',
): { choice: OccupationChoice; asked: boolean } {
  const { query, chosen, asked } = readSearchSelect(form, name, { single: true })
  const uri = chosen[0] ?? ''
  const text = query.slice(0, longest)
  const item = (value: string) => ({ value, label: reference.label(value, locale) })
  return {
    asked,
    choice: {
      query: text,
      chosen: reference.has('occupation', uri) ? [item(uri)] : [],
      results: text
        ? conceptsLike(reference, 'occupation', text, locale, most).map((one) => item(one.uri))
        : null,
    },
  }
}
