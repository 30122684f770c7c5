import { educationName } from '#app/domain/education.ts'
import { languageName } from '#app/domain/languages.ts'
import { fewestCompared, readCompared } from '#app/domain/match/compare.ts'
import { type ComparedProfile, compareProfiles } from '#app/domain/match/compare-matches.server.ts'
import { dayFor } from '#app/domain/match/list-own-matches.server.ts'
import { readProfileMatchList } from '#app/domain/match/match-list.ts'
import { type Explanation, skillLine } from '#app/domain/match/phrase.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { listPairs, listQuery } from '#app/domain/search/list-state.ts'
import { formatDay, formatKm } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { candidateItem } from '../search/candidate-item.tsx'
import type { Route } from './+types/compare-profiles'
import { ComparePage } from './compare-page.tsx'
import { type Comparison, fitRows, listCell, textCell } from './comparison.ts'
import { capitalised, named, say, sayLevel, sayMonths, type Wording } from './say.ts'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    const { reference } = services
    const { ids, more } = readCompared(url.searchParams)
    const { opportunityId } = args.params
    const { own, profiles } = await compareProfiles(services, viewer, opportunityId, ids)
    const list = localePath(locale, `/employer/opportunities/${own.need.id}/matches`)
    const state = readProfileMatchList(url.searchParams)
    const wording = wordingOf(context)
    const today = dayFor(own.need, services.now())
    const gone = ids.length - profiles.length
    const explanations = profiles.map((one) => one.explanation)
    const items = profiles.map(({ profile, distanceKm }) =>
      candidateItem(profile, distanceKm, { t, locale, reference, today }),
    )
    const without = (id: string) =>
      new URLSearchParams([
        ...listPairs(state),
        ...items.filter((item) => item.id !== id).map((item) => ['id', item.id]),
      ])
    const comparison: Comparison = {
      columns: items.map(({ id, title, code }) => ({
        id,
        title,
        subtitle: code,
        href: `${list}/${id}${listQuery(state)}`,
        remove: items.length > fewestCompared ? `${list}/compare?${without(id)}` : null,
      })),
      rows: [
        ...fitRows(explanations, wording),
        ...statedRows(profiles, { ...wording, reference, today }),
        ...skillRows(explanations, wording),
      ],
      notes: [
        ...(more ? [t('match.compare.most')] : []),
        ...(gone > 0 ? [t('match.profiles.compareGone', { count: gone })] : []),
      ],
    }
    return { comparison, opportunity: own.title, back: list + listQuery(state) }
  })
}

/** What each profile tells. */
function statedRows(
  profiles: readonly ComparedProfile[],
  context: Wording & { readonly reference: Reference; readonly today: string },
): Comparison['rows'] {
  const { t, locale, reference, today } = context
  const row = (label: string, text: (one: ComparedProfile) => string | null | undefined) => ({
    label,
    cells: profiles.map((one) => textCell(text(one), context)),
  })
  return [
    row(t('search.place'), ({ profile: { profile } }) =>
      profile.place_id ? reference.place(profile.place_id)?.names[locale] : null,
    ),
    row(t('match.compare.rows.distance'), ({ distanceKm }) =>
      distanceKm === null ? null : formatKm(locale, Math.round(distanceKm)),
    ),
    row(t('search.groups.available'), ({ profile: { profile } }) =>
      profile.available_from === null || profile.available_from <= today
        ? t('search.candidates.availableNow')
        : t('search.candidates.availableFrom', { day: formatDay(locale, profile.available_from) }),
    ),
    row(t('search.groups.experience'), ({ profile: { experiences } }) => {
      const months = experiences.reduce((sum, one) => sum + one.months, 0)
      return months > 0 ? sayMonths(months, t, locale) : null
    }),
    row(t('search.groups.educationHeld'), ({ profile: { profile } }) =>
      profile.education === null ? null : educationName(profile.education, locale),
    ),
    {
      label: t('search.groups.language'),
      cells: profiles.map(({ profile: { languages } }) =>
        listCell(
          languages
            .toSorted((a, b) => b.level - a.level || (a.language < b.language ? -1 : 1))
            .map(({ language, level }) =>
              capitalised(
                t('match.compare.language', {
                  language: languageName(language, locale),
                  level: sayLevel(level, locale),
                }),
                locale,
              ),
            ),
          t('common.unknown'),
        ),
      ),
    },
  ]
}

/** A row for each essential skill that the opportunity asks for; for each skill where none is essential. */
function skillRows(explanations: readonly Explanation[], wording: Wording): Comparison['rows'] {
  const { t } = wording
  // One opportunity: its skills come in the same order in each explanation.
  const [first] = explanations
  const asked = (first?.skills ?? []).map((skill, at) => ({ skill, at }))
  const essential = asked.filter(({ skill }) => skill.essential)
  return (essential.length > 0 ? essential : asked).map(({ skill, at }) => ({
    label: named(skill.wanted, wording),
    cells: explanations.map(({ skills }) => {
      const held = skills[at]
      if (!held) return { lines: [] }
      const state = capitalised(t(`match.skillState.${held.state}`), wording.locale)
      return { lines: held.state === 'near' ? [state, say(skillLine(held), wording)] : [state] }
    }),
  }))
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.profiles.compareTitle') }) }]
}

export default function CompareProfiles({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <ComparePage
      title={t('match.profiles.compareTitle')}
      intro={t('match.profiles.intro', { title: loaderData.opportunity })}
      comparison={loaderData.comparison}
      few={{ title: t('match.profiles.compareFew'), text: t('match.profiles.compareFewText') }}
      back={{ href: loaderData.back, label: t('match.profiles.back') }}
    />
  )
}
