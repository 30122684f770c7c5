import { redirect } from 'react-router'
import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { fewestCompared, readCompared } from '#app/domain/match/compare.ts'
import {
  type ComparedOpportunity,
  compareOpportunities,
} from '#app/domain/match/compare-matches.server.ts'
import { readOwnMatchList } from '#app/domain/match/match-list.ts'
import type { Explanation } from '#app/domain/match/phrase.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { listPairs, listQuery } from '#app/domain/search/list-state.ts'
import { formatDay, formatKm } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/compare-opportunities'
import { ComparePage } from './compare-page.tsx'
import { type Comparison, fitRows, listCell, textCell } from './comparison.ts'
import { named, sayPay, type Wording } from './say.ts'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    const { reference } = services
    const { ids, more } = readCompared(url.searchParams)
    const found = await compareOpportunities(services, viewer, ids)
    const list = localePath(locale, '/matches')
    if (!found) throw redirect(list)
    const state = readOwnMatchList(url.searchParams, reference)
    const wording = wordingOf(context)
    const gone = ids.length - found.length
    const without = (id: string) =>
      new URLSearchParams([
        ...listPairs(state),
        ...found.filter(({ row }) => row.id !== id).map(({ row }) => ['id', row.id]),
      ])
    const comparison: Comparison = {
      columns: found.map(({ row }) => ({
        id: row.id,
        title: row.title,
        subtitle: row.company_name ?? t('company.unnamed'),
        href: `${list}/${row.id}${listQuery(state)}`,
        remove: found.length > fewestCompared ? `${list}/compare?${without(row.id)}` : null,
      })),
      rows: [
        ...fitRows(
          found.map((one) => one.explanation),
          wording,
        ),
        ...statedRows(found, wording, reference),
        ...skillRows(
          found.map((one) => one.explanation),
          wording,
        ),
      ],
      notes: [
        ...(more ? [t('match.compare.most')] : []),
        ...(gone > 0 ? [t('match.mine.compareGone', { count: gone })] : []),
      ],
    }
    return { comparison, back: list + listQuery(state) }
  })
}

/** What each opportunity states. */
function statedRows(
  found: readonly ComparedOpportunity[],
  wording: Wording,
  reference: Reference,
): Comparison['rows'] {
  const { t, locale } = wording
  const row = (label: string, text: (one: ComparedOpportunity) => string | null | undefined) => ({
    label,
    cells: found.map((one) => textCell(text(one), wording)),
  })
  const contract = ({ need }: ComparedOpportunity) =>
    hasCountryPack(need.country)
      ? countryPack(need.country).contractKinds.find((one) => one.id === need.contract)
      : undefined
  return [
    row(t('match.compare.rows.pay'), ({ need }) => need.pay && sayPay(need.pay, t, locale)),
    row(t('search.groups.kind'), ({ need }) => t(`search.kinds.${need.kind}`)),
    row(t('search.groups.contract'), (one) => contract(one)?.names[locale]),
    row(t('search.place'), ({ need }) =>
      need.place ? reference.place(need.place.id)?.names[locale] : null,
    ),
    row(t('match.compare.rows.distance'), ({ distanceKm }) =>
      distanceKm === null ? null : formatKm(locale, Math.round(distanceKm)),
    ),
    row(t('match.compare.rows.start'), ({ need }) => need.start && formatDay(locale, need.start)),
    row(
      t('search.sorts.deadline'),
      ({ need }) => need.deadline && formatDay(locale, need.deadline),
    ),
  ]
}

/** The essential skills that are there, near and missing; all skills where none is essential. */
function skillRows(explanations: readonly Explanation[], wording: Wording): Comparison['rows'] {
  const { t } = wording
  return (['matched', 'near', 'missing'] as const).map((state) => ({
    label: t(`match.compare.rows.${state}`),
    cells: explanations.map(({ skills, coverage }) =>
      listCell(
        skills
          .filter((skill) => skill.state === state)
          .filter((skill) => skill.essential || coverage.basis === 'all-skills')
          .map((skill) => named(skill.wanted, wording)),
        t('match.compare.none'),
      ),
    ),
  }))
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.compareTitle') }) }]
}

export default function CompareOpportunities({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <ComparePage
      title={t('match.mine.compareTitle')}
      intro={t('match.mine.compareIntro')}
      comparison={loaderData.comparison}
      few={{ title: t('match.mine.compareFew'), text: t('match.mine.compareFewText') }}
      back={{ href: loaderData.back, label: t('match.mine.back') }}
    />
  )
}
