import { data, redirect } from 'react-router'
import { registrationIn } from '#app/domain/company/company.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import {
  type CountryPack,
  countryCodes,
  countryPack,
  hasCountryPack,
} from '#app/domain/countries/index.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { type PageContext, page, signedIn } from '#app/server/page.server.ts'
import { Flash } from '#app/ui/flash.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { claimsOfUser } from '#db/queries/company.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/register-company'
import { sectorOptions } from './company-fields.tsx'
import { formState } from './form-state.ts'
import { postedPlace, storedPlace } from './place-choice.ts'
import { RegistrationForm } from './registration-form.tsx'

/** The country that the address asks for, else the deployment's. */
function countryOf({ url, services }: PageContext): CountryPack {
  const asked = url.searchParams.get('country') ?? ''
  return countryPack(hasCountryPack(asked) ? asked : services.config.country)
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale } = context
    const { reference } = services
    const pack = countryOf(context)
    const claims = await claimsOfUser(services.db, signedIn(viewer).userId)
    return {
      country: pack.code,
      countries: countryCodes.map((code) => ({ code, name: countryPack(code).names[locale] })),
      sectors: sectorOptions(reference.sectors, locale),
      place: storedPlace(reference, locale, null),
      claims: claims.map((one) => ({
        id: one.id,
        status: one.status,
        company: one.legal_name,
        since: formatDay(locale, one.created_at),
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, request } = context
    const { db, open, reference } = services
    const form = await request.formData()
    const pack = countryOf(context)
    const { choice: place, asked } = postedPlace(reference, pack.code, locale, form)
    if (asked) return { ...refusedForm(form, new FieldErrors({}), t), place }
    const parsed = parseForm(form, registrationIn(pack), t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () =>
      registerCompany(deps, signedIn(viewer), pack, parsed.value),
    )
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    services.index.wake()
    const { outcome, companyId } = done.value
    if (outcome === 'claimed') {
      return redirect(localePath(locale, '/companies/new'), { headers: flashHeaders('claimed') })
    }
    const path = outcome === 'created' ? '/employer' : `/employer/companies/${companyId}`
    return redirect(localePath(locale, path), { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('company.register.title') }) }]
}

export default function RegisterCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  const { country, countries, claims, sectors } = loaderData
  return (
    <Page title={t('company.register.title')} intro={t('company.register.intro')} width="form">
      {claims.map((claim) => (
        <Flash
          key={claim.id}
          tone={claim.status === 'open' ? 'sun' : 'neutral'}
          live={false}
          title={claim.company}
        >
          {claim.status === 'open'
            ? t('company.register.claimOpen', { since: claim.since })
            : t('company.register.claimRefused')}
        </Flash>
      ))}
      <Tabs
        label={t('company.register.country')}
        tabs={countries.map((one) => ({
          href: `${localePath(locale, '/companies/new')}?country=${one.code}`,
          label: one.name,
          current: one.code === country,
        }))}
      />
      <RegistrationForm
        form={formState(actionData)}
        country={country}
        place={actionData?.place ?? loaderData.place}
        sectors={sectors}
        asksPosition
        button={t('company.register.button')}
      />
      <Suggestions />
    </Page>
  )
}
