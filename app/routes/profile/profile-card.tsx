import type { ReactNode } from 'react'
import { cefrLevels } from '#app/domain/languages.ts'
import type { PublicExperience, PublicProfile } from '#app/domain/profile/profile.ts'
import { formatDay, formatKm, formatMoney, formatParts, isolate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { duration } from './duration.ts'

/** A pseudonymous profile in full, as employers read it. `badge` and `actions` are the page's own. */
export function ProfileCard({
  profile,
  badge,
  actions,
}: {
  profile: PublicProfile
  badge?: ReactNode
  actions?: ReactNode
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card
      title={profile.headline ?? profile.experiences[0]?.title ?? profile.code}
      subtitle={<bdi dir="ltr">{profile.code}</bdi>}
      badge={badge}
      actions={actions}
    >
      {profile.summary && (
        <p className="prose whitespace-pre-line" dir="auto">
          {profile.summary}
        </p>
      )}
      <DefinitionList items={facts(profile, t, locale)} />
      {profile.experiences.length > 0 && (
        <section className="section">
          <h4 className="label">{t('profile.card.experience')}</h4>
          <ul className="rows">
            {profile.experiences.map((one) => (
              <li key={one.id}>
                <Experience experience={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {profile.skills.length > 0 && (
        <section className="section">
          <h4 className="label">{t('profile.card.skills')}</h4>
          <ul className="rows">
            {profile.skills.map((skill) => (
              <li key={skill.uri} className="row">
                <span>
                  <bdi>{skill.label}</bdi>
                  <span className="hint"> · {t(`profile.card.levels.${skill.level}`)}</span>
                </span>
                {skill.evidence !== 'self' && (
                  <Badge tone="done" icon="check">
                    {t(`profile.card.evidences.${skill.evidence}`)}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  )
}

function Experience({ experience }: { experience: PublicExperience }) {
  const t = useT()
  const locale = useLocale()
  const facts = [
    duration(t, locale, experience.months),
    experience.endYear === null
      ? t('profile.experience.ongoing')
      : t('profile.experience.until', { year: experience.endYear }),
    experience.sectorName,
  ]
  return (
    <>
      <p>
        <strong>
          <bdi>{experience.title}</bdi>
        </strong>
      </p>
      <p className="hint">{facts.filter(Boolean).join(' · ')}</p>
      {experience.ownWords && (
        <p>{t('profile.card.ownWords', { words: isolate(experience.ownWords) })}</p>
      )}
      {experience.description && (
        <p className="whitespace-pre-line" dir="auto">
          {experience.description}
        </p>
      )}
    </>
  )
}

function facts(
  profile: PublicProfile,
  t: ReturnType<typeof useT>,
  locale: ReturnType<typeof useLocale>,
): Definition[] {
  const { place, minPay } = profile
  const where = place && formatParts(locale, [place.name, place.admin1Name])
  const mobility = [
    where && profile.radiusKm !== null
      ? t('profile.card.around', { place: where, distance: formatKm(locale, profile.radiusKm) })
      : where,
    profile.relocate ? t('profile.card.relocate') : null,
    profile.remote ? t('profile.card.remote') : null,
  ].filter(Boolean)
  return [
    {
      term: t('profile.card.experience'),
      value:
        profile.experienceMonths > 0 &&
        t('profile.card.total', { duration: duration(t, locale, profile.experienceMonths) }),
    },
    { term: t('profile.card.place'), value: mobility.join(' · ') },
    {
      term: t('profile.card.languages'),
      value: profile.languages.length > 0 && (
        <Tags>
          {profile.languages.map(({ code, name, level, levelName }) => (
            <Tag key={code}>
              {name} · {cefrLevels[level - 1] === 'native' ? levelName : cefrLevels[level - 1]}
            </Tag>
          ))}
        </Tags>
      ),
    },
    {
      term: t('profile.card.education'),
      value: (profile.education || profile.qualifications.length > 0) && (
        <>
          {profile.education?.name}
          {profile.qualifications.map(({ title, year }) => (
            <span key={`${title} ${year}`} className="block">
              <bdi>{title}</bdi>
              {year !== null && ` (${year})`}
            </span>
          ))}
        </>
      ),
    },
    {
      term: t('profile.card.kinds'),
      value: profile.kinds.map((kind) => t(`profile.kinds.${kind}`)).join(' · '),
    },
    {
      term: t('profile.card.contracts'),
      value:
        profile.kinds.length > 0 &&
        (profile.contracts.map((contract) => contract.name).join(' · ') ||
          t('profile.card.anyContract')),
    },
    {
      term: t('profile.card.available'),
      value:
        profile.availableFrom === null
          ? t('profile.card.now')
          : t('profile.card.from', { day: formatDay(locale, profile.availableFrom) }),
    },
    {
      term: t('profile.card.pay'),
      value:
        minPay &&
        t('profile.card.perPeriod', {
          pay: formatMoney(locale, minPay.amount, minPay.currency),
          period: t(`profile.wishes.periods.${minPay.period}`),
        }),
    },
    {
      term: t('profile.card.licences'),
      value: profile.licences.map((licence) => t(`profile.licences.${licence}`)).join(' · '),
    },
  ].filter((item) => item.value !== false)
}
