import { data, redirect } from 'react-router'
import { z } from 'zod'
import { claimDecision, companyEdit } from '#app/domain/company/company.ts'
import { editableCompany } from '#app/domain/company/company-scope.server.ts'
import { decideClaim } from '#app/domain/company/decide-claim.server.ts'
import { editCompany } from '#app/domain/company/edit-company.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { companyMembers, identifiersOf, openClaims, sitesOf } from '#db/queries/company.ts'
import type { Route } from './+types/company'
import { ClaimsList, claimContact } from './claims-list.tsx'
import {
  IdentifierFields,
  NameFields,
  PresentationFields,
  sectorOptions,
  VisibilityField,
} from './company-fields.tsx'
import { formState } from './form-state.ts'

const intents = z.enum(['edit', 'claim'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const { company, as } = await editableCompany(db, viewer, args.params.companyId)
    const [identifiers, sites, claims, members] = await Promise.all([
      identifiersOf(db, company.id),
      sitesOf(db, company.id),
      as === 'recruiter' ? [] : openClaims(db, [company.id]),
      companyMembers(db, company.id),
    ])
    const pack = countryPack(company.country)
    return {
      as,
      id: company.id,
      name: company.trade_name ?? company.legal_name,
      country: company.country,
      version: company.version,
      verified: company.verified_at ? formatDay(locale, company.verified_at) : null,
      stored: {
        legalName: company.legal_name,
        tradeName: company.trade_name ?? '',
        sector: company.sector ?? '',
        sizeBand: company.size_band ?? '',
        description: company.description ?? '',
        website: company.website ?? '',
        visibility: company.visibility,
      },
      identifiers: identifiers.map((one) => ({
        scheme: one.scheme,
        label: pack.identifiers.find((it) => it.id === one.scheme)?.label[locale] ?? one.scheme,
        value: one.value,
      })),
      mainPlace: sites[0] ? (reference.place(sites[0].place_id)?.names[locale] ?? null) : null,
      siteCount: sites.length,
      hasOwner: members.owners > 0,
      memberCount: members.all,
      sectors: sectorOptions(reference.sectors, locale),
      claims: claims.map((one) => ({
        id: one.id,
        contact: claimContact(one),
        message: one.message,
        since: formatDay(locale, one.created_at),
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const back = localePath(locale, `/employer/companies/${companyId}`)
    if (intent.data === 'claim') {
      const parsed = parseForm(form, claimDecision, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await decideClaim(deps, signedIn(viewer), companyId, parsed.value)
      return redirect(back, { headers: flashHeaders('claimDecided') })
    }
    const parsed = parseForm(form, companyEdit, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const done = await refusing(form, t, () =>
      editCompany(deps, signedIn(viewer), companyId, parsed.value),
    )
    if (!done.ok) return data(done.result, { status: 422 })
    services.index.wake()
    return redirect(back, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.name ?? t('company.title') }) }]
}

export default function Company({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { id, as, claims, stored, identifiers } = loaderData
  const form = formState(actionData, stored)
  const here = `/employer/companies/${id}`
  return (
    <Page
      title={loaderData.name}
      back={
        as === 'chamber'
          ? { href: path(`/chamber/companies/${id}`), label: t('chamber.company.back') }
          : { href: path('/employer'), label: t('company.desk.title') }
      }
      eyebrow={
        loaderData.verified ? (
          <Badge tone="done" icon="check">
            {t('company.verifiedOn', { day: loaderData.verified })}
          </Badge>
        ) : (
          <Badge>{t('company.notVerified')}</Badge>
        )
      }
      actions={
        <ButtonLink href={path(`${here}/opportunities/new`)} icon="plus">
          {t('opportunity.new.button')}
        </ButtonLink>
      }
      aside={
        <DefinitionList
          items={[
            ...identifiers.map((one) => ({
              term: one.label,
              value: <bdi dir="ltr">{one.value}</bdi>,
            })),
            {
              term: t('company.sites.title'),
              value: loaderData.mainPlace ?? t('common.none'),
              action: <a href={path(`${here}/sites`)}>{t('company.sites.manage')}</a>,
            },
            {
              term: t('company.team'),
              value: t('company.members', { count: loaderData.memberCount }),
              action:
                as === 'chamber' ? undefined : (
                  <a href={path(`${here}/team`)}>{t('company.manageTeam')}</a>
                ),
            },
          ]}
        />
      }
    >
      {claims.length > 0 && (
        <Section title={t('company.claims.title')} intro={t('company.claims.intro')} id="claims">
          <ClaimsList claims={claims} hasOwner={loaderData.hasOwner} />
        </Section>
      )}
      {as === 'recruiter' ? (
        <Flash live={false}>{t('company.recruiterNote')}</Flash>
      ) : (
        <form method="post" noValidate className="stack">
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <HiddenField name="intent" value="edit" />
          <HiddenField name="version" value={form.value('version') ?? loaderData.version} />
          <Fields>
            <NameFields form={form} />
            {loaderData.verified && as === 'owner' && (
              <p className="hint">{t('company.renameNote')}</p>
            )}
          </Fields>
          <IdentifierFields
            form={form}
            country={loaderData.country}
            known={identifiers.map((one) => one.scheme)}
          />
          <PresentationFields form={form} sectors={loaderData.sectors} />
          {as === 'owner' && <VisibilityField form={form} />}
          <div className="actions">
            <Button variant="primary">{t('company.saveButton')}</Button>
          </div>
        </form>
      )}
    </Page>
  )
}
