import { data, redirect } from 'react-router'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { registrationIn } from '#app/domain/company/company.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { sectorOptions } from '../../company/company-fields.tsx'
import { formState } from '../../company/form-state.ts'
import { postedPlace, storedPlace } from '../../company/place-choice.ts'
import { RegistrationForm } from '../../company/registration-form.tsx'
import { Suggestions } from '../../search/suggestions.tsx'
import type { Route } from './+types/new-company'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const chamber = await ownChamber(db, viewer)
    return {
      country: chamber.country,
      sectors: sectorOptions(reference.sectors, locale),
      place: storedPlace(reference, locale, null),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const chamber = await ownChamber(db, viewer)
    const pack = countryPack(chamber.country)
    const { choice: place, asked } = postedPlace(reference, pack.code, locale, form)
    if (asked) return { ...refusedForm(form, new FieldErrors({}), t), place }
    const parsed = parseForm(form, registrationIn(pack), t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () =>
      registerCompany(deps, signedIn(viewer), pack, parsed.value, chamber.id),
    )
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    const { outcome, companyId } = done.value
    if (outcome === 'created') {
      services.index.wake()
      return redirect(localePath(locale, `/chamber/companies/${companyId}`), {
        headers: flashHeaders('saved'),
      })
    }
    // The firm is here already: its page where this chamber may see it, else a word beside the number.
    const seen = await chamberCompany(db, viewer, companyId).catch((error: unknown) => {
      if (error instanceof ExpectedError && error.code === 'not-found') return null
      throw error
    })
    if (seen) return redirect(localePath(locale, `/chamber/companies/${companyId}?known=1`))
    const [first] = pack.identifiers
    const taken = new FieldErrors({ [`identifiers.${first?.id}`]: 'company.identifierTaken' })
    return data({ ...refusedForm(form, taken, t), place }, { status: 422 })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('chamber.new.title') }) }]
}

export default function NewCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <Page
      title={t('chamber.new.title')}
      intro={t('chamber.new.intro')}
      back={{ href: path('/chamber'), label: t('chamber.companies.title') }}
      width="form"
    >
      <RegistrationForm
        form={formState(actionData)}
        country={loaderData.country}
        place={actionData?.place ?? loaderData.place}
        sectors={loaderData.sectors}
        asksPosition={false}
        button={t('chamber.new.button')}
      />
      <Suggestions />
    </Page>
  )
}
