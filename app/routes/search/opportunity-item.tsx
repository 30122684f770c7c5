import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatDay, formatKm } from '#app/i18n/format.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { sayPay } from '#app/routes/match/say.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { keptMarkup } from '#app/ui/kept-markup.tsx'
import type { OpportunityCard } from '#db/queries/opportunity-cards.ts'

/** An opportunity of a list, in the reader's words. */
export interface OpportunityItem {
  readonly id: string
  readonly title: string
  readonly company: string
  readonly verified: boolean
  readonly place: string | null
  readonly distance: string | null
  readonly facts: readonly string[]
  readonly dates: readonly string[]
}

/** Puts a row into words. */
export function opportunityItem(
  row: OpportunityCard,
  distanceKm: number | null,
  { t, locale, reference }: { t: Translate; locale: Locale; reference: Reference },
): OpportunityItem {
  const place = row.place_id ? reference.place(row.place_id) : null
  const contract = hasCountryPack(row.country)
    ? countryPack(row.country).contractKinds.find((one) => one.id === row.contract)
    : undefined
  const facts = [t(`search.kinds.${row.kind}`)]
  if (contract) facts.push(contract.names[locale])
  if (row.remote) facts.push(t('search.remote'))
  if (row.pay_min !== null && row.pay_currency && row.pay_period) {
    const { pay_min: min, pay_currency: currency, pay_period: period } = row
    facts.push(sayPay({ min, max: row.pay_max ?? min, currency, period }, t, locale))
  }
  const dates: string[] = []
  if (row.published_at) {
    dates.push(t('search.published', { day: formatDay(locale, row.published_at) }))
  }
  if (row.deadline) dates.push(t('search.deadline', { day: formatDay(locale, row.deadline) }))
  return {
    id: row.id,
    title: row.title,
    company: row.company_name ?? t('company.unnamed'),
    verified: row.verified_at !== null,
    place: place?.names[locale] ?? null,
    distance:
      distanceKm === null || distanceKm < 1
        ? null
        : t('search.distance', { km: formatKm(locale, Math.round(distanceKm)) }),
    facts: [...new Set(facts)],
    dates,
  }
}

const drawn = keptMarkup<{ item: OpportunityItem; locale: Locale }>(
  [],
  ({ item, locale }) => (
    <Card
      title={item.title}
      href={localePath(locale, `/opportunities/${item.id}`)}
      subtitle={<bdi>{item.company}</bdi>}
      badge={item.verified && <Badge tone="done">{translator(locale)('search.verified')}</Badge>}
    >
      <p className="facts">
        {item.place && (
          <span>
            <Icon name="place" />
            <bdi>{item.place}</bdi>
          </span>
        )}
        {item.distance && <span>{item.distance}</span>}
        {item.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {item.dates.length > 0 && (
        <p className="facts">
          {item.dates.map((date) => (
            <span key={date}>{date}</span>
          ))}
        </p>
      )}
    </Card>
  ),
  2000,
)

const cards = new WeakMap<OpportunityCard, Partial<Record<Locale, string>>>()

/**
 * The card of a row in a list of results, as markup: it says the same to everybody, but for how far
 * it is. Rows are kept while nothing changes (`readCards`), and their cards with them.
 */
export function opportunityCard(
  row: OpportunityCard,
  distanceKm: number | null,
  context: { t: Translate; locale: Locale; reference: Reference },
): string {
  const { locale } = context
  const draw = () => drawn({ item: opportunityItem(row, distanceKm, context), locale }, {})
  if (distanceKm !== null) return draw()
  const known = cards.get(row) ?? {}
  cards.set(row, known)
  known[locale] ??= draw()
  return known[locale]
}
