import { data, redirect } from 'react-router'
import { z } from 'zod'
import { editCompany } from '#app/domain/company/edit-company.server.ts'
import { locateSite } from '#app/domain/company/locate-site.server.ts'
import { readRecord } from '#app/domain/company/read-record.server.ts'
import { recordEdit, recordFacts, sitePoint } from '#app/domain/company/record.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { countryOptions } from '#app/domain/countries/names.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import { sectorOptions } from '../../company/company-fields.tsx'
import { formState } from '../../company/form-state.ts'
import { placeLabel } from '../../company/place-choice.ts'
import type { Route } from './+types/record'
import { CompanyPage } from './company-page.tsx'
import { openCompany } from './frame.server.ts'
import { RecordForm, SitePoints } from './record-forms.tsx'

const intents = z.enum(['record', 'point'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale } = context
    const { db, reference } = services
    const { company, frame } = await openCompany(context, args.params.companyId)
    const record = await readRecord(db, company)
    const text = (value: string | number | null) => (value === null ? '' : String(value))
    return {
      frame,
      country: company.country,
      known: record.identifiers.map((one) => one.scheme),
      sectors: sectorOptions(reference.sectors, locale),
      countries: countryOptions(locale).map((one) => ({ value: one.code, label: one.name })),
      stored: {
        version: text(company.version),
        legalName: company.legal_name,
        tradeName: text(company.trade_name),
        sector: text(company.sector),
        sizeBand: text(company.size_band),
        description: text(company.description),
        website: text(company.website),
        headcount: text(company.headcount),
        foundedYear: text(company.founded_year),
        capitalOrigin: text(company.capital_origin),
        sectors: record.sectors,
        roles: record.roles,
        phone: company.phone ? formatPhone(countryPack(company.country).phone, company.phone) : '',
        email: text(company.email),
        visibility: company.visibility,
      },
      sites: record.sites.map((site) => {
        const place = reference.place(site.place_id)
        return {
          id: site.id,
          name: site.name,
          place: place ? placeLabel(place, locale) : '',
          point: site.lat === null || site.lng === null ? '' : `${site.lat}, ${site.lng}`,
        }
      }),
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
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/chamber/companies/${companyId}/record`)
    if (intent.data === 'point') {
      const parsed = parseForm(form, sitePoint, t)
      if (!parsed.ok) {
        // Each site has a field of its own; the schema knows one.
        const { values, errors } = parsed.result
        if (!errors.point) throw new ExpectedError('invalid')
        const field = `point-${String(values.siteId)}`
        return data({ values, errors: { [field]: errors.point } }, { status: 422 })
      }
      const done = await refusing(form, t, () => locateSite(deps, who, companyId, parsed.value))
      if (!done.ok) return data(done.result, { status: 422 })
    } else {
      const parsed = parseForm(form, recordEdit, t)
      if (!parsed.ok) return data(parsed.result, { status: 422 })
      const record = recordFacts.parse(parsed.value)
      const done = await refusing(form, t, () =>
        editCompany(deps, who, companyId, parsed.value, record),
      )
      if (!done.ok) return data(done.result, { status: 422 })
    }
    services.index.wake()
    return redirect(here, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.tabs.record')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyRecord({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame } = loaderData
  const ofPoint = actionData?.values.intent === 'point'
  return (
    <CompanyPage frame={frame} current="record">
      <div className="max-w-form">
        <RecordForm
          form={formState(ofPoint ? null : actionData, loaderData.stored)}
          country={loaderData.country}
          known={loaderData.known}
          sectors={loaderData.sectors}
          countries={loaderData.countries}
        />
      </div>
      <Section
        title={t('company.sites.title')}
        intro={t('relation.record.pointHint')}
        actions={
          <a href={path(`/employer/companies/${frame.id}/sites`)}>{t('company.sites.manage')}</a>
        }
        id="sites"
      >
        <SitePoints form={formState(ofPoint ? actionData : null)} sites={loaderData.sites} />
      </Section>
    </CompanyPage>
  )
}
