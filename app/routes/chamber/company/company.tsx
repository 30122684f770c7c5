import { readRecord } from '#app/domain/company/read-record.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { countryName } from '#app/domain/countries/names.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatDay, formatList, formatNumber, formatParts } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Section } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { toDay } from '#db/codec.ts'
import { companyMembers, openClaims } from '#db/queries/company.ts'
import { opportunitiesOf } from '#db/queries/opportunity.ts'
import { relationOf } from '#db/queries/relation.ts'
import { tasksOfCompany } from '#db/queries/task.ts'
import { ClaimsList, claimContact } from '../../company/claims-list.tsx'
import { formState } from '../../company/form-state.ts'
import { placeLabel } from '../../company/place-choice.ts'
import { OpportunityTable, shownOpportunities } from '../../opportunity/opportunity-rows.tsx'
import { TaskForm, TaskRows } from '../relations/task-forms.tsx'
import type { Route } from './+types/company'
import { changeCompany } from './actions.server.ts'
import { InviteOwnerForm, VerificationForm } from './company-forms.tsx'
import { CompanyPage } from './company-page.tsx'
import { EngagementList } from './engagement-list.tsx'
import { CompanyFacts } from './facts.tsx'
import { openCompany } from './frame.server.ts'
import { OwnerForm, StageForm } from './relation-forms.tsx'
import { shownEngagements } from './shown-engagements.server.ts'

const mostShown = 50
const latest = 5

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale, url } = context
    const { db, reference } = services
    const { company, chamber, frame } = await openCompany(context, args.params.companyId)
    const officers = await officersOf(db, chamber)
    const [record, claims, members, rows, relation, tasks, engagements] = await Promise.all([
      readRecord(db, company),
      openClaims(db, [company.id]),
      companyMembers(db, company.id),
      opportunitiesOf(db, [company.id], { status: null, limit: mostShown, offset: 0 }),
      relationOf(db, chamber.id, company.id),
      tasksOfCompany(db, chamber.id, company.id),
      shownEngagements(context, chamber.id, company.id, officers, { limit: latest, offset: 0 }),
    ])
    const pack = countryPack(company.country)
    const today = toDay(services.now())
    return {
      frame,
      known: url.searchParams.has('known'),
      version: company.version,
      evidence: company.verified_evidence,
      until: company.verified_until ? formatDay(locale, company.verified_until) : null,
      facts: {
        legalName: company.legal_name,
        identifiers: record.identifiers.map((one) => ({
          label: pack.identifiers.find((it) => it.id === one.scheme)?.label[locale] ?? one.scheme,
          value: one.value,
        })),
        sectors: formatList(
          locale,
          [...(company.sector ? [company.sector] : []), ...record.sectors].map((code) =>
            reference.sectorName(code, locale),
          ),
        ),
        sizeBand: company.size_band,
        headcount: company.headcount === null ? null : formatNumber(locale, company.headcount),
        founded: company.founded_year,
        capital: company.capital_origin ? countryName(company.capital_origin, locale) : null,
        roles: record.roles,
        phone: company.phone
          ? { href: company.phone, label: formatPhone(pack.phone, company.phone) }
          : null,
        email: company.email,
        website: company.website,
        sites: record.sites.map((site) => {
          const place = reference.place(site.place_id)
          return { id: site.id, name: site.name, place: place ? placeLabel(place, locale) : '' }
        }),
        registered: formatDay(locale, company.created_at),
      },
      members,
      score: record.score,
      asked: record.missing[0] ?? null,
      relation: {
        stage: relation?.stage ?? ('prospect' as const),
        version: relation?.version ?? 0,
        ownerId: relation?.owner_id ?? null,
        since: relation ? formatDay(locale, relation.stage_since) : null,
      },
      officers,
      today,
      tasks: tasks.map((task) => ({
        id: task.id,
        title: task.title,
        day: task.due_on,
        late: task.due_on < today,
      })),
      engagements,
      mayInvite: members.owners === 0 && company.chamber_id === chamber.id,
      claims: claims.map((one) => ({
        id: one.id,
        contact: claimContact(one),
        message: one.message,
        since: formatDay(locale, one.created_at),
      })),
      opportunities: shownOpportunities(rows, reference, locale),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, (context) => changeCompany(context, args.params.companyId))
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.frame.name ?? t('company.title') }) }]
}

export default function ChamberCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const { frame, claims, opportunities, members, relation, officers, facts } = loaderData
  const form = formState(actionData, { evidence: loaderData.evidence ?? '' })
  const base = `/chamber/companies/${frame.id}`
  const employer = `/employer/companies/${frame.id}`
  return (
    <CompanyPage
      frame={frame}
      current="overview"
      intro={
        (facts.sectors || facts.sites[0]) && (
          <p>{formatParts(locale, [facts.sectors, facts.sites[0]?.place])}</p>
        )
      }
      actions={
        <>
          <ButtonLink href={path(`${base}/log`)} variant="primary" icon="speech">
            {t('relation.log.open')}
          </ButtonLink>
          {facts.phone && (
            <ButtonLink href={`tel:${facts.phone.href}`} icon="phone" className="px-3">
              {t('relation.call')}{' '}
              <bdi dir="ltr" className="whitespace-nowrap">
                {facts.phone.label}
              </bdi>
            </ButtonLink>
          )}
        </>
      }
      aside={<CompanyFacts id={frame.id} facts={facts} members={members.all} />}
    >
      {loaderData.known && (
        <Flash tone="sun" title={t('chamber.company.known')}>
          {t('chamber.company.knownText')}
        </Flash>
      )}
      {claims.length > 0 && (
        <Section title={t('company.claims.title')} intro={t('company.claims.intro')} id="claims">
          <ClaimsList claims={claims} hasOwner={members.owners > 0} />
        </Section>
      )}
      <Section
        title={t('relation.stage.title')}
        intro={relation.since ? t('relation.stage.since', { day: relation.since }) : undefined}
        id="relation"
      >
        <div className="flex flex-wrap gap-x-10 gap-y-4">
          <StageForm companyId={frame.id} stage={relation.stage} version={relation.version} />
          <OwnerForm
            form={form}
            ownerId={relation.ownerId}
            version={relation.version}
            officers={officers}
          />
        </div>
      </Section>
      <Section title={t('relation.log.latest')} id="contacts">
        {loaderData.engagements.length === 0 ? (
          <p className="hint">{t('relation.log.none')}</p>
        ) : (
          <EngagementList entries={loaderData.engagements} />
        )}
      </Section>
      <Section title={t('relation.tasks.title')} id="task">
        {loaderData.tasks.length > 0 && <TaskRows tasks={loaderData.tasks} />}
        <Disclosure summary={t('relation.tasks.new')} open={form.value('intent') === 'task'}>
          <TaskForm
            form={form}
            today={loaderData.today}
            officers={officers}
            button={t('relation.tasks.add')}
          />
        </Disclosure>
      </Section>
      <Section title={t('relation.record.completeness')} id="completeness">
        <ProgressBar
          label={t('relation.record.score')}
          value={loaderData.score}
          max={100}
          text={`${loaderData.score} / 100`}
        />
        {loaderData.asked && (
          <p>
            {t('relation.record.askNext')} <strong>{t(`relation.ask.${loaderData.asked}`)}</strong>{' '}
            <a href={path(base + pageOf(loaderData.asked))}>{t('relation.record.fillIn')}</a>
          </p>
        )}
      </Section>
      <Section title={t('chamber.verify.title')} intro={t('chamber.verify.intro')} id="verify">
        <VerificationForm
          form={form}
          version={loaderData.version}
          verified={frame.verified}
          evidence={loaderData.evidence}
          until={loaderData.until}
          today={loaderData.today}
        />
      </Section>
      <Section
        title={t('relation.confirm.title')}
        intro={t('relation.confirm.intro')}
        actions={<a href={path(`${base}/confirmation`)}>{t('relation.confirm.open')}</a>}
      />
      {loaderData.mayInvite && (
        <Section title={t('chamber.invite.title')} intro={t('chamber.invite.intro')} id="invite">
          <InviteOwnerForm form={form} />
        </Section>
      )}
      <Section
        title={t('company.desk.opportunities')}
        actions={
          <ButtonLink href={path(`${employer}/opportunities/new`)} size="small" icon="plus">
            {t('chamber.company.post')}
          </ButtonLink>
        }
      >
        {opportunities.length === 0 ? (
          <p className="hint">{t('chamber.company.noOpportunity')}</p>
        ) : (
          <OpportunityTable
            caption={t('company.desk.opportunities')}
            rows={opportunities}
            withCompany={false}
          />
        )}
      </Section>
    </CompanyPage>
  )
}

/** The page of a company where something missing is filled in. */
function pageOf(item: string): string {
  if (item === 'contact' || item === 'consent') return '/contacts'
  return item === 'document' ? '/documents' : '/record'
}
