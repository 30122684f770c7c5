import { FieldErrors } from '#app/domain/errors.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { type FormResult, refusedForm } from '#app/server/forms.server.ts'
import type { ReadDb } from '#db/open.ts'
import { sitesOf } from '#db/queries/company.ts'
import { type PlaceChoice, placeLabel, postedPlace } from '../company/place-choice.ts'

/** The sites of a company as the form offers them. */
export async function siteChoices(
  db: ReadDb,
  reference: Reference,
  companyId: string,
  locale: Locale,
) {
  const sites = await sitesOf(db, companyId)
  return sites.map((site) => {
    const place = reference.place(site.place_id)
    return { id: site.id, name: site.name, place: place ? placeLabel(place, locale) : '' }
  })
}

/** The place picker of a posted form; `again` is the form to show when one of its buttons was pressed. A picked place is the one meant. */
export function readPlace(
  form: FormData,
  reference: Reference,
  country: string,
  locale: Locale,
  t: Translate,
): { place: PlaceChoice; again: FormResult | null } {
  const { choice: place, asked } = postedPlace(reference, country, locale, form)
  if (!asked) return { place, again: null }
  if (form.has('place-add') || form.has('place-search')) form.set('where', 'other')
  return { place, again: refusedForm(form, new FieldErrors({}), t) }
}
