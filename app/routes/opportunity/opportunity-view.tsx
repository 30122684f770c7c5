import type { ReactNode } from 'react'
import type { OpportunityView } from '#app/domain/opportunity/opportunity-view.ts'
import { licences } from '#app/domain/profile/profile.ts'
import { formatDay, formatList, formatMoney, formatNumber, formatParts } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page, type PageLink, Section } from '#app/ui/page.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'

/**
 * The page of an opportunity, the same for the public and for the company that previews it. `notice`
 * stands above everything, `actions` beside the title, `aside` above the facts of the second column.
 */
export function OpportunityPage(props: {
  view: OpportunityView
  back?: PageLink
  notice?: ReactNode
  actions?: ReactNode
  aside?: ReactNode
  children?: ReactNode
}) {
  const { view } = props
  const t = useT()
  return (
    <Page
      title={view.title}
      back={props.back}
      eyebrow={<Badge icon="briefcase">{t(`opportunity.kinds.${view.kind}`)}</Badge>}
      intro={<KeyFacts view={view} />}
      actions={props.actions}
      aside={
        <>
          {props.aside}
          <Conditions view={view} />
          <CompanyCard view={view} />
        </>
      }
    >
      {props.notice}
      {view.description && (
        <Section title={t('opportunity.view.description')}>
          <div className="prose" dir="auto">
            {view.description.split(/\n{2,}/).map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are drawn once and never reordered
              <p key={index} className="whitespace-pre-line">
                {text}
              </p>
            ))}
          </div>
        </Section>
      )}
      <Skills view={view} />
      <Languages view={view} />
      {props.children}
    </Page>
  )
}

/** Pay as people read it: "de 90 000 à 120 000 F CFA par mois"; null where none is told. */
export function payText(t: Translate, locale: Locale, pay: OpportunityView['pay']): string | null {
  if (!pay) return null
  const money = (minor: number) => formatMoney(locale, minor, pay.currency)
  const period = t(`opportunity.perPeriod.${pay.period}`)
  return pay.max > pay.min
    ? t('opportunity.payRange', { min: money(pay.min), max: money(pay.max), period })
    : t('opportunity.payExact', { amount: money(pay.min), period })
}

/** A duration of experience: years where they are whole, else months. */
export function experienceText(t: Translate, months: number): string {
  return months >= 12 && months % 12 === 0
    ? t('common.years', { count: months / 12 })
    : t('common.months', { count: months })
}

function KeyFacts({ view }: { view: OpportunityView }) {
  const t = useT()
  const locale = useLocale()
  const pay = payText(t, locale, view.pay)
  return (
    <p className="facts">
      <span>
        <Icon name="building" />
        <bdi>{view.company.name ?? t('company.unnamed')}</bdi>
      </span>
      {view.place && (
        <span>
          <Icon name="place" />
          <bdi>{placeText(locale, view.place)}</bdi>
        </span>
      )}
      {view.remote && (
        <span>
          <Icon name="globe" />
          {t('opportunity.remoteShort')}
        </span>
      )}
      {pay && (
        <span>
          <Icon name="money" />
          {pay}
        </span>
      )}
      {view.deadline && (
        <span>
          <Icon name="calendar" />
          {t('opportunity.view.until', { day: formatDay(locale, view.deadline) })}
        </span>
      )}
    </p>
  )
}

function placeText(locale: Locale, place: NonNullable<OpportunityView['place']>): string {
  return formatParts(locale, [place.name, place.admin1Name])
}

function Skills({ view }: { view: OpportunityView }) {
  const t = useT()
  if (view.essentialSkills.length + view.usefulSkills.length === 0) return null
  return (
    <Section title={t('opportunity.view.skills')}>
      {view.essentialSkills.length > 0 && (
        <>
          <p className="label">{t('opportunity.skills.essential')}</p>
          <Tags label={t('opportunity.skills.essential')}>
            {view.essentialSkills.map((one) => (
              <Tag key={one.uri}>{one.label}</Tag>
            ))}
          </Tags>
        </>
      )}
      {view.usefulSkills.length > 0 && (
        <>
          <p className="label">{t('opportunity.skills.useful')}</p>
          <Tags label={t('opportunity.skills.useful')}>
            {view.usefulSkills.map((one) => (
              <Tag key={one.uri}>{one.label}</Tag>
            ))}
          </Tags>
        </>
      )}
    </Section>
  )
}

function Languages({ view }: { view: OpportunityView }) {
  const t = useT()
  if (view.languages.length === 0) return null
  return (
    <Section title={t('opportunity.fields.languages')}>
      <DefinitionList
        items={view.languages.map((one) => ({
          term: one.name,
          value: one.required
            ? t('opportunity.view.languageRequired', { level: one.levelName })
            : t('opportunity.view.languageUseful', { level: one.levelName }),
        }))}
      />
    </Section>
  )
}

// Pay and deadline stand under the title: the facts here are those that it does not tell.
function Conditions({ view }: { view: OpportunityView }) {
  const t = useT()
  const locale = useLocale()
  const day = (value: string | null) => value && formatDay(locale, value)
  const held = licences.filter((one) => view.licences.includes(one))
  return (
    <Card title={t('opportunity.view.conditions')}>
      <DefinitionList
        items={[
          { term: t('opportunity.fields.occupation'), value: view.occupation?.label },
          { term: t('opportunity.fields.contract'), value: view.contract },
          { term: t('opportunity.fields.posts'), value: formatNumber(locale, view.posts) },
          {
            term: t('opportunity.fields.place'),
            value: view.site ? (
              <bdi>
                {formatParts(locale, [view.site.name, view.site.address, view.place?.name])}
              </bdi>
            ) : (
              view.place && <bdi>{placeText(locale, view.place)}</bdi>
            ),
          },
          {
            term: t('opportunity.fields.experience'),
            value: view.experienceMonths ? experienceText(t, view.experienceMonths) : null,
          },
          { term: t('opportunity.fields.education'), value: view.education?.name },
          {
            term: t('opportunity.fields.licences'),
            value:
              held.length > 0
                ? formatList(
                    locale,
                    held.map((one) => t(`profile.licences.${one}`)),
                  )
                : null,
          },
          { term: t('opportunity.fields.start'), value: day(view.startDate) },
          { term: t('opportunity.fields.end'), value: day(view.endDate) },
          { term: t('opportunity.view.published'), value: day(view.publishedAt) },
        ]}
      />
    </Card>
  )
}

function CompanyCard({ view }: { view: OpportunityView }) {
  const t = useT()
  const path = usePath()
  const { company } = view
  return (
    <Card
      title={company.name ?? t('company.unnamed')}
      subtitle={company.name === company.legalName ? undefined : <bdi>{company.legalName}</bdi>}
      badge={
        company.verified && (
          <Badge tone="done" icon="check">
            {t('company.verified')}
          </Badge>
        )
      }
    >
      {company.name === null && <p className="hint">{t('company.unnamedText')}</p>}
      {company.verified && (
        <p className="hint">
          <a href={path('/about/verified')}>{t('relation.verify.meaning')}</a>
        </p>
      )}
      {company.description && (
        <p className="whitespace-pre-line" dir="auto">
          {company.description}
        </p>
      )}
      <DefinitionList
        items={[
          { term: t('company.fields.sector'), value: company.sector },
          {
            term: t('company.fields.sizeBand'),
            value: company.sizeBand && t(`company.sizeBands.${company.sizeBand}`),
          },
          {
            term: t('company.fields.website'),
            value: company.website && (
              <a href={company.website} rel="nofollow noopener" dir="ltr">
                {company.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            ),
          },
        ]}
      />
    </Card>
  )
}
