import type { SizeBand } from '#app/domain/company/company.ts'
import type { CompanyRole } from '#app/domain/company/record.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'

interface Facts {
  readonly legalName: string
  readonly identifiers: readonly { label: string; value: string }[]
  readonly sectors: string
  readonly sizeBand: SizeBand | null
  readonly headcount: string | null
  readonly founded: number | null
  readonly capital: string | null
  readonly roles: readonly string[]
  /** E.164 for the link, grouped for people. */
  readonly phone: { href: string; label: string } | null
  readonly email: string | null
  readonly website: string | null
  readonly sites: readonly { id: string; name: string; place: string }[]
  readonly registered: string
}

/** The record of a company in short. */
export function CompanyFacts(props: { id: string; facts: Facts; members: number }) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const { facts } = props
  return (
    <DefinitionList
      items={[
        { term: t('company.fields.legalName'), value: <bdi>{facts.legalName}</bdi> },
        ...facts.identifiers.map((one) => ({
          term: one.label,
          value: <bdi dir="ltr">{one.value}</bdi>,
        })),
        { term: t('company.fields.sector'), value: facts.sectors },
        {
          term: t('company.fields.sizeBand'),
          value: facts.headcount ?? (facts.sizeBand && t(`company.sizeBands.${facts.sizeBand}`)),
        },
        { term: t('relation.record.founded'), value: facts.founded },
        { term: t('relation.record.capital'), value: facts.capital },
        {
          term: t('relation.record.roles'),
          value: formatList(
            locale,
            facts.roles.map((role) => t(`relation.roles.${role as CompanyRole}`)),
          ),
        },
        {
          term: t('relation.record.phone'),
          value: facts.phone && (
            <a href={`tel:${facts.phone.href}`}>
              <bdi dir="ltr">{facts.phone.label}</bdi>
            </a>
          ),
        },
        {
          term: t('relation.record.email'),
          value: facts.email && (
            <a href={`mailto:${facts.email}`} dir="ltr">
              {facts.email}
            </a>
          ),
        },
        {
          term: t('company.fields.website'),
          value: facts.website && (
            <a href={facts.website} rel="nofollow noopener" dir="ltr">
              {facts.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </a>
          ),
        },
        {
          term: t('company.sites.title'),
          value:
            facts.sites.length > 0 ? (
              <ul>
                {facts.sites.map((site) => (
                  <li key={site.id}>
                    <bdi>
                      {site.place.startsWith(site.name)
                        ? site.place
                        : `${site.name} · ${site.place}`}
                    </bdi>
                  </li>
                ))}
              </ul>
            ) : (
              t('common.none')
            ),
          action: (
            <a href={path(`/employer/companies/${props.id}/sites`)}>{t('company.sites.manage')}</a>
          ),
        },
        { term: t('company.team'), value: t('company.members', { count: props.members }) },
        { term: t('chamber.company.registered'), value: facts.registered },
      ]}
    />
  )
}
