import { z } from 'zod'
import { orgIds, rolesOf } from '#app/domain/access.ts'
import { nextStep } from '#app/domain/company/company.ts'
import { opportunityStatuses } from '#app/domain/opportunity/opportunity.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { claimsOfUser, companiesWithSites, openClaims } from '#db/queries/company.ts'
import { countByStatus, opportunitiesOf } from '#db/queries/opportunity.ts'
import { OpportunityTable, shownOpportunities } from '../opportunity/opportunity-rows.tsx'
import type { Route } from './+types/desk'

const perPage = 20
const asked = z.object({
  status: z.enum(opportunityStatuses).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const { userId } = signedIn(viewer)
    const ids = orgIds(viewer, 'company')
    const owned = viewer.memberships.filter(
      (one) => one.orgKind === 'company' && one.role === 'owner',
    )
    const { status, page: wanted } = asked.parse(Object.fromEntries(url.searchParams))
    const [companies, counts, claims, own] = await Promise.all([
      companiesWithSites(db, ids),
      countByStatus(db, ids),
      openClaims(
        db,
        owned.map((one) => one.orgId),
      ),
      claimsOfUser(db, userId),
    ])
    const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
    const total = status ? (counts[status] ?? 0) : all
    const pages = Math.max(1, Math.ceil(total / perPage))
    const current = Math.min(wanted, pages)
    const offset = (current - 1) * perPage
    const rows = await opportunitiesOf(db, ids, { status, limit: perPage, offset })
    const bare = companies.find((one) => Number(one.sites) === 0)
    return {
      isChamber: rolesOf(viewer).has('chamber'),
      companies: companies.map((one) => ({
        id: one.id,
        name: one.trade_name ?? one.legal_name,
        verified: one.verified_at !== null,
        claims: claims.filter((claim) => claim.company_id === one.id).length,
      })),
      counts,
      all,
      status,
      page: current,
      pages,
      rows: shownOpportunities(rows, reference, locale),
      ownClaims: own.filter((one) => one.status === 'open').map((one) => one.legal_name),
      claims: claims.length,
      claimedId: claims[0]?.company_id ?? null,
      bareId: bare?.id ?? null,
      next: nextStep({
        claims: claims.length,
        companiesWithoutSite: bare ? 1 : 0,
        drafts: counts.draft ?? 0,
        published: counts.published ?? 0,
        paused: counts.paused ?? 0,
        expired: counts.expired ?? 0,
      }),
      locale,
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('company.desk.title') }) }]
}

export default function Desk({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { companies, counts, status, locale } = loaderData
  const [first] = companies
  if (!first) {
    return (
      <Page title={t('company.desk.title')}>
        <EmptyState
          icon="building"
          title={t('company.desk.noCompany')}
          text={t('company.desk.noCompanyText')}
          action={
            <>
              <ButtonLink href={path('/companies/new')} variant="primary">
                {t('company.register.title')}
              </ButtonLink>
              {loaderData.isChamber && (
                <ButtonLink href={path('/chamber')}>{t('chamber.companies.title')}</ButtonLink>
              )}
            </>
          }
        />
      </Page>
    )
  }
  const query = (filter: string | null, page = 1) => {
    const search = new URLSearchParams()
    if (filter) search.set('status', filter)
    if (page > 1) search.set('page', String(page))
    const text = search.toString()
    return path('/employer') + (text && `?${text}`)
  }
  return (
    <Page title={t('company.desk.title')} intro={t('company.desk.intro')}>
      {loaderData.ownClaims.map((name) => (
        <Flash key={name} tone="sun" live={false}>
          {t('company.desk.ownClaim', { company: name })}
        </Flash>
      ))}
      <NextStepCard data={loaderData} firstId={first.id} />
      <Section
        title={t('company.desk.opportunities')}
        actions={
          loaderData.next === 'post' ? undefined : (
            <ButtonLink
              href={path(`/employer/companies/${first.id}/opportunities/new`)}
              icon="plus"
            >
              {t('opportunity.new.button')}
            </ButtonLink>
          )
        }
      >
        <Tabs
          label={t('company.desk.byStatus')}
          tabs={[
            {
              href: query(null),
              label: t('company.desk.all'),
              count: formatNumber(locale, loaderData.all),
              current: status === null,
            },
            ...opportunityStatuses
              .filter((one) => one === status || (counts[one] ?? 0) > 0)
              .map((one) => ({
                href: query(one),
                label: t(`opportunity.status.${one}`),
                count: formatNumber(locale, counts[one] ?? 0),
                current: one === status,
              })),
          ]}
        />
        {loaderData.rows.length === 0 ? (
          <p className="hint">{t('company.desk.noOpportunity')}</p>
        ) : (
          <OpportunityTable
            caption={t('company.desk.opportunities')}
            rows={loaderData.rows}
            withCompany={companies.length > 1}
          />
        )}
        <Pagination
          label={t('common.pagination.label')}
          summary={t('common.pagination.page', { page: formatNumber(locale, loaderData.page) })}
          previous={
            loaderData.page > 1
              ? { href: query(status, loaderData.page - 1), label: t('common.pagination.previous') }
              : undefined
          }
          next={
            loaderData.page < loaderData.pages
              ? { href: query(status, loaderData.page + 1), label: t('common.pagination.next') }
              : undefined
          }
        />
      </Section>
      <Section
        title={t('company.desk.companies')}
        actions={<a href={path('/companies/new')}>{t('company.desk.addCompany')}</a>}
      >
        <CardList columns>
          {companies.map((one) => (
            <Card
              key={one.id}
              title={one.name}
              href={path(`/employer/companies/${one.id}`)}
              badge={
                one.verified ? (
                  <Badge tone="done" icon="check">
                    {t('company.verified')}
                  </Badge>
                ) : (
                  <Badge>{t('company.notVerified')}</Badge>
                )
              }
            >
              <p className="cluster">
                <a href={path(`/employer/companies/${one.id}/opportunities/new`)}>
                  {t('opportunity.new.button')}
                </a>
                <a href={path(`/employer/companies/${one.id}/sites`)}>{t('company.sites.title')}</a>
                <a href={path(`/employer/companies/${one.id}/team`)}>{t('company.team')}</a>
              </p>
            </Card>
          ))}
        </CardList>
      </Section>
    </Page>
  )
}

/** The one thing to do now; nothing when all is in order. */
function NextStepCard({
  data,
  firstId,
}: {
  data: Route.ComponentProps['loaderData']
  firstId: string
}) {
  const t = useT()
  const path = usePath()
  const { next } = data
  if (next === 'none') return null
  const hrefs = {
    'decide-claim': `/employer/companies/${data.claimedId}#claims`,
    'add-site': `/employer/companies/${data.bareId}/sites`,
    post: `/employer/companies/${firstId}/opportunities/new`,
    'finish-draft': '/employer?status=draft',
    renew: '/employer?status=expired',
  }
  return (
    <Card
      tone={next === 'decide-claim' ? 'attention' : 'soft'}
      title={t(`company.next.${next}.title`)}
      actions={
        <ButtonLink href={path(hrefs[next])} variant="primary">
          {t(`company.next.${next}.button`)}
        </ButtonLink>
      }
    >
      <p>{t(`company.next.${next}.text`)}</p>
    </Card>
  )
}
