import { data, redirect } from 'react-router'
import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import {
  answerConfirmation,
  openConfirmation,
} from '#app/domain/relation/answer-confirmation.server.ts'
import { confirmationEntry, hireRows } from '#app/domain/relation/confirmation.ts'
import { quartersAhead } from '#app/domain/relation/record-promises.server.ts'
import { quartersFrom } from '#app/domain/relation/relation.ts'
import { isolate } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { toDay } from '#db/codec.ts'
import { identifiersOf, sitesOf } from '#db/queries/company.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/confirm-company'
import { sectorOptions } from './company-fields.tsx'
import { ConfirmationForm } from './confirmation-form.tsx'
import { formState } from './form-state.ts'
import { postedOccupation } from './occupation-choice.server.ts'
import { noOccupation } from './occupation-choice.ts'
import { placeLabel } from './place-choice.ts'
import { quarterLabel } from './quarter-label.ts'

const unlisted = { 'X-Robots-Tag': 'noindex, nofollow' }

/** `GET /:lang/confirm-company/:token`: what is known of a firm, for who holds the link that the chamber made. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, locale, t, info }) => {
    const { db, reference } = services
    await services.limits.use('confirmCompany', info.ip)
    const open = await openConfirmation(db, args.params.token, services.now())
    if (!open) return data({ state: 'gone' as const }, { status: 410, headers: unlisted })
    if (open.answered) return data({ state: 'answered' as const }, { headers: unlisted })
    const { company } = open
    const [identifiers, sites] = await Promise.all([
      identifiersOf(db, company.id),
      sitesOf(db, company.id),
    ])
    const pack = countryPack(company.country as CountryCode)
    const text = (value: string | number | null) => (value === null ? '' : String(value))
    const found = {
      state: 'open' as const,
      name: company.trade_name ?? company.legal_name,
      legalName: company.legal_name,
      chamber: open.chamber,
      identifiers: identifiers.map((one) => ({
        label: pack.identifiers.find((it) => it.id === one.scheme)?.label[locale] ?? one.scheme,
        value: one.value,
      })),
      sites: sites.map((site) => {
        const place = reference.place(site.place_id)
        return place ? placeLabel(place, locale) : site.name
      }),
      sectors: sectorOptions(reference.sectors, locale),
      quarters: quartersFrom(toDay(services.now()), quartersAhead).map((one) => ({
        value: one,
        label: quarterLabel(t, one),
      })),
      contacts: open.contacts.map((one) => ({
        value: one.id,
        label: one.position ? `${one.name} · ${one.position}` : one.name,
      })),
      stored: {
        sector: text(company.sector),
        sizeBand: text(company.size_band),
        headcount: text(company.headcount),
        phone: company.phone ? formatPhone(pack.phone, company.phone) : '',
        email: text(company.email),
        website: text(company.website),
      },
    }
    return data(found, { headers: unlisted })
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, locale, t, request, info }) => {
    const { db, open, reference } = services
    const { token } = args.params
    await services.limits.use('confirmCompany', info.ip)
    const form = await request.formData()
    const picked = hireRows.map((at) =>
      postedOccupation(reference, locale, form, `occupation${at}`),
    )
    const occupations = picked.map((one) => one.choice)
    if (picked.some((one) => one.asked)) {
      return data({ ...refusedForm(form, new FieldErrors({}), t), occupations })
    }
    const parsed = parseForm(form, confirmationEntry, t)
    if (!parsed.ok) return data({ ...parsed.result, occupations }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () => answerConfirmation(deps, token, parsed.value))
    if (!done.ok) return data({ ...done.result, occupations }, { status: 422 })
    services.index.wake()
    return redirect(localePath(locale, `/confirm-company/${token}`), {
      headers: flashHeaders('confirmed'),
    })
  })
}

export const headers: Route.HeadersFunction = () => unlisted

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: t('relation.confirm.publicTitle') }) },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function ConfirmCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  if (loaderData.state !== 'open') {
    const { state } = loaderData
    return (
      <Page
        width="form"
        title={t(`relation.confirm.${state}.title`)}
        intro={t(`relation.confirm.${state}.text`)}
      >
        <div className="actions">
          <ButtonLink href={path('/')}>{t('account.join.home')}</ButtonLink>
        </div>
      </Page>
    )
  }
  const occupations = actionData?.occupations ?? hireRows.map(() => noOccupation)
  return (
    <Page
      width="form"
      title={loaderData.name}
      intro={t('relation.confirm.publicIntro', { chamber: isolate(loaderData.chamber) })}
    >
      <DefinitionList
        items={[
          { term: t('company.fields.legalName'), value: <bdi>{loaderData.legalName}</bdi> },
          ...loaderData.identifiers.map((one) => ({
            term: one.label,
            value: <bdi dir="ltr">{one.value}</bdi>,
          })),
          {
            term: t('company.sites.title'),
            value: loaderData.sites.length > 0 && (
              <ul>
                {loaderData.sites.map((site) => (
                  <li key={site}>
                    <bdi>{site}</bdi>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <ConfirmationForm
        form={formState(actionData, loaderData.stored)}
        sectors={loaderData.sectors}
        quarters={loaderData.quarters}
        contacts={loaderData.contacts}
        occupations={occupations}
      />
      <Suggestions />
    </Page>
  )
}
