import { data, redirect } from 'react-router'
import { z } from 'zod'
import { contactText, parseContact } from '#app/domain/account/contact.ts'
import { inviteMember } from '#app/domain/account/invite-member.server.ts'
import { verification } from '#app/domain/chamber/chamber.ts'
import { verifyCompany } from '#app/domain/chamber/verify-company.server.ts'
import { claimDecision } from '#app/domain/company/company.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { decideClaim } from '#app/domain/company/decide-claim.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { version } from '#app/domain/fields.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { companyMembers, identifiersOf, openClaims, sitesOf } from '#db/queries/company.ts'
import { opportunitiesOf } from '#db/queries/opportunity.ts'
import { ClaimsList, claimContact } from '../company/claims-list.tsx'
import { formState } from '../company/form-state.ts'
import { placeLabel } from '../company/place-choice.ts'
import { OpportunityTable, shownOpportunities } from '../opportunity/opportunity-rows.tsx'
import type { Route } from './+types/company'
import { InviteOwnerForm, VerificationForm } from './company-forms.tsx'

const intents = z.enum(['verify', 'unverify', 'claim', 'invite'])
const mostShown = 50

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const { company, chamber } = await chamberCompany(db, viewer, args.params.companyId)
    const [identifiers, sites, claims, members, rows] = await Promise.all([
      identifiersOf(db, company.id),
      sitesOf(db, company.id),
      openClaims(db, [company.id]),
      companyMembers(db, company.id),
      opportunitiesOf(db, [company.id], { status: null, limit: mostShown, offset: 0 }),
    ])
    const pack = countryPack(company.country)
    return {
      id: company.id,
      known: url.searchParams.has('known'),
      name: company.trade_name ?? company.legal_name,
      legalName: company.legal_name,
      version: company.version,
      verified: company.verified_at ? formatDay(locale, company.verified_at) : null,
      evidence: company.verified_evidence,
      sector: company.sector ? reference.sectorName(company.sector, locale) : null,
      sizeBand: company.size_band,
      website: company.website,
      registered: formatDay(locale, company.created_at),
      identifiers: identifiers.map((one) => ({
        label: pack.identifiers.find((it) => it.id === one.scheme)?.label[locale] ?? one.scheme,
        value: one.value,
      })),
      sites: sites.map((site) => {
        const place = reference.place(site.place_id)
        return { id: site.id, name: site.name, place: place ? placeLabel(place, locale) : '' }
      }),
      members,
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
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference, config } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const { company } = await chamberCompany(db, viewer, companyId)
    const who = signedIn(viewer)
    const now = services.now()
    const deps = { db, dialect: open.dialect, reference, now }
    const back = localePath(locale, `/chamber/companies/${companyId}`)
    switch (intent.data) {
      case 'claim': {
        const parsed = parseForm(form, claimDecision, t)
        if (!parsed.ok) throw new ExpectedError('invalid')
        await decideClaim(deps, who, companyId, parsed.value)
        return redirect(back, { headers: flashHeaders('claimDecided') })
      }
      case 'verify': {
        const parsed = parseForm(form, verification, t)
        if (!parsed.ok) return data(parsed.result, { status: 422 })
        await verifyCompany(deps, who, companyId, parsed.value)
        services.index.wake()
        return redirect(back, { headers: flashHeaders('verified') })
      }
      case 'unverify': {
        const parsed = parseForm(form, z.object({ version }), t)
        if (!parsed.ok) throw new ExpectedError('invalid')
        await verifyCompany(deps, who, companyId, { ...parsed.value, evidence: null })
        services.index.wake()
        return redirect(back, { headers: flashHeaders('saved') })
      }
      case 'invite': {
        const parsed = parseForm(form, z.object({ contact: contactText }), t)
        if (!parsed.ok) return data(parsed.result, { status: 422 })
        const done = await refusing(form, t, async () => {
          const read = parseContact(parsed.value.contact, countryPack(company.country).code)
          if (!read.ok) throw new FieldErrors({ contact: read.error })
          const org = { kind: 'company', id: companyId } as const
          const inviting = { db, now, appUrl: config.appUrl, locale }
          await inviteMember(inviting, who, { org, contact: read.contact, role: 'owner' })
        })
        if (!done.ok) return data(done.result, { status: 422 })
        return redirect(back, { headers: flashHeaders('invited') })
      }
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.name ?? t('company.title') }) }]
}

export default function ChamberCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { id, claims, opportunities, members } = loaderData
  const form = formState(actionData, { evidence: loaderData.evidence ?? '' })
  const employer = `/employer/companies/${id}`
  return (
    <Page
      title={loaderData.name}
      back={{ href: path('/chamber'), label: t('chamber.companies.title') }}
      eyebrow={
        loaderData.verified ? (
          <Badge tone="done" icon="check">
            {t('company.verifiedOn', { day: loaderData.verified })}
          </Badge>
        ) : (
          <Badge tone="sun">{t('company.notVerified')}</Badge>
        )
      }
      actions={
        <>
          <ButtonLink href={path(employer)} icon="edit">
            {t('common.actions.edit')}
          </ButtonLink>
          <ButtonLink href={path(`${employer}/opportunities/new`)} icon="plus">
            {t('chamber.company.post')}
          </ButtonLink>
        </>
      }
      aside={
        <DefinitionList
          items={[
            { term: t('company.fields.legalName'), value: <bdi>{loaderData.legalName}</bdi> },
            ...loaderData.identifiers.map((one) => ({
              term: one.label,
              value: <bdi dir="ltr">{one.value}</bdi>,
            })),
            { term: t('company.fields.sector'), value: loaderData.sector },
            {
              term: t('company.fields.sizeBand'),
              value: loaderData.sizeBand && t(`company.sizeBands.${loaderData.sizeBand}`),
            },
            {
              term: t('company.fields.website'),
              value: loaderData.website && (
                <a href={loaderData.website} rel="nofollow noopener" dir="ltr">
                  {loaderData.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
                </a>
              ),
            },
            {
              term: t('company.sites.title'),
              value:
                loaderData.sites.length > 0 ? (
                  <ul>
                    {loaderData.sites.map((site) => (
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
              action: <a href={path(`${employer}/sites`)}>{t('company.sites.manage')}</a>,
            },
            { term: t('company.team'), value: t('company.members', { count: members.all }) },
            { term: t('chamber.company.registered'), value: loaderData.registered },
          ]}
        />
      }
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
      <Section title={t('chamber.verify.title')} intro={t('chamber.verify.intro')} id="verify">
        <VerificationForm
          form={form}
          version={loaderData.version}
          verified={loaderData.verified}
          evidence={loaderData.evidence}
        />
      </Section>
      {loaderData.mayInvite && (
        <Section title={t('chamber.invite.title')} intro={t('chamber.invite.intro')} id="invite">
          <InviteOwnerForm form={form} />
        </Section>
      )}
      <Section title={t('company.desk.opportunities')}>
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
    </Page>
  )
}
