import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { OpportunityView } from '#app/domain/opportunity/opportunity-view.ts'
import { readOpportunityView } from '#app/domain/opportunity/read-opportunity-view.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { toDay } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { todayIn } from './search-opportunities.server.ts'

/**
 * An opportunity that anybody may read. Throws `ExpectedError`: 'not-found' for a draft or an unknown
 * id, 'gone' once it is paused, filled, closed, expired or past its deadline.
 */
export async function readPublicOpportunity(
  stores: { readonly db: ReadDb; readonly reference: Reference; readonly now: () => Date },
  opportunityId: string,
  locale: Locale,
): Promise<OpportunityView> {
  const view = await readOpportunityView(stores.db, stores.reference, opportunityId, locale)
  if (view.status === 'draft') throw new ExpectedError('not-found')
  const now = stores.now()
  const today = hasCountryPack(view.country) ? todayIn(view.country, now) : toDay(now)
  const over = view.deadline !== null && view.deadline < today
  if (view.status !== 'published' || over) throw new ExpectedError('gone')
  return view
}
