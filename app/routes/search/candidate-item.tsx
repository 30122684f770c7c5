import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatDay, formatKm } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { capitalised, sayMonths } from '#app/routes/match/say.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import type { IndexedProfile } from '#db/queries/indexed-profiles.ts'

/** A candidate of a list, in the reader's words: what they can do, and nothing of who they are. */
export interface CandidateItem {
  readonly id: string
  readonly title: string
  readonly code: string
  readonly place: string | null
  readonly distance: string | null
  readonly facts: readonly string[]
  readonly skills: readonly string[]
  readonly moreSkills: string | null
}

const mostSkills = 6

/** Puts a pseudonymous profile into words; `today` tells who is available already. */
export function candidateItem(
  { profile, experiences, skills }: IndexedProfile,
  distanceKm: number | null,
  context: { t: Translate; locale: Locale; reference: Reference; today: string },
): CandidateItem {
  const { t, locale, reference, today } = context
  const place = profile.place_id ? reference.place(profile.place_id) : null
  const months = experiences.reduce((sum, one) => sum + one.months, 0)
  const longest = experiences
    .filter((one) => one.occupation_uri !== null)
    .toSorted((a, b) => b.months - a.months)[0]
  const occupation = longest?.occupation_uri
    ? reference.label(longest.occupation_uri, locale)
    : null
  const facts: string[] = []
  if (profile.headline && occupation) facts.push(occupation)
  if (months > 0) {
    facts.push(t('search.candidates.experience', { duration: sayMonths(months, t, locale) }))
  }
  facts.push(
    profile.available_from === null || profile.available_from <= today
      ? t('search.candidates.availableNow')
      : t('search.candidates.availableFrom', { day: formatDay(locale, profile.available_from) }),
  )
  const best = skills.toSorted((a, b) => b.level - a.level || (a.skill_uri < b.skill_uri ? -1 : 1))
  const more = best.length - mostSkills
  return {
    id: profile.id,
    title:
      profile.headline ??
      (occupation && capitalised(occupation, locale)) ??
      t('search.candidates.untitled', { code: profile.code }),
    code: profile.code,
    place: place?.names[locale] ?? null,
    distance:
      distanceKm === null || distanceKm < 1
        ? null
        : t('search.distance', { km: formatKm(locale, Math.round(distanceKm)) }),
    facts,
    skills: best.slice(0, mostSkills).map((skill) => reference.label(skill.skill_uri, locale)),
    moreSkills: more > 0 ? t('search.candidates.moreSkills', { count: more }) : null,
  }
}

/** One candidate in a list of results. */
export function CandidateResult({ item, href }: { item: CandidateItem; href: string }) {
  const t = useT()
  return (
    <Card title={item.title} href={href} subtitle={<bdi dir="ltr">{item.code}</bdi>}>
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
      {item.skills.length > 0 && (
        <Tags label={t('search.candidates.skills')}>
          {[
            ...item.skills.map((skill) => <Tag key={skill}>{skill}</Tag>),
            ...(item.moreSkills
              ? [
                  <span key="more" className="hint">
                    {item.moreSkills}
                  </span>,
                ]
              : []),
          ]}
        </Tags>
      )}
    </Card>
  )
}
