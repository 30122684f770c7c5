import { data, redirect } from 'react-router'
import { z } from 'zod'
import { addSite } from '#app/domain/company/add-site.server.ts'
import { chooseMainSite, removeSite } from '#app/domain/company/change-sites.server.ts'
import { siteEntry } from '#app/domain/company/company.ts'
import { editableCompany } from '#app/domain/company/company-scope.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { sitesOf } from '#db/queries/company.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/sites'
import { formState } from './form-state.ts'
import { placeLabel, postedPlace, storedPlace } from './place-choice.ts'
import { PlacePicker } from './place-picker.tsx'

const change = z.object({ intent: z.enum(['remove', 'main']), siteId: id })

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const { company, as } = await editableCompany(db, viewer, args.params.companyId)
    const sites = await sitesOf(db, company.id)
    return {
      id: company.id,
      name: company.trade_name ?? company.legal_name,
      country: company.country,
      mayChange: as !== 'recruiter',
      place: storedPlace(reference, locale, null),
      sites: sites.map((site) => {
        const place = reference.place(site.place_id)
        return {
          id: site.id,
          name: site.name,
          place: place ? placeLabel(place, locale) : '',
          address: site.address,
          isMain: site.is_main === 1,
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
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const back = localePath(locale, `/employer/companies/${companyId}/sites`)
    if (form.get('intent') !== 'add') {
      const parsed = parseForm(form, change, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      const { intent, siteId } = parsed.value
      if (intent === 'main') await chooseMainSite(deps, who, companyId, siteId)
      else await removeSite(deps, who, companyId, siteId)
      services.index.wake()
      return redirect(back, { headers: flashHeaders(intent === 'main' ? 'saved' : 'deleted') })
    }
    const { company } = await editableCompany(db, viewer, companyId)
    const { choice: place, asked } = postedPlace(reference, company.country, locale, form)
    if (asked) return { ...refusedForm(form, new FieldErrors({}), t), place }
    const parsed = parseForm(form, siteEntry, t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const done = await refusing(form, t, () => addSite(deps, who, companyId, parsed.value))
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    services.index.wake()
    return redirect(back, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('company.sites.title') }) }]
}

export default function Sites({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { sites, mayChange } = loaderData
  const form = formState(actionData)
  return (
    <Page
      title={t('company.sites.title')}
      intro={t('company.sites.intro')}
      back={{ href: path(`/employer/companies/${loaderData.id}`), label: loaderData.name }}
      width="form"
    >
      {sites.length === 0 ? (
        <EmptyState
          icon="building"
          title={t('company.sites.empty')}
          text={t('company.sites.emptyText')}
        />
      ) : (
        <CardList>
          {sites.map((site) => (
            <Card
              key={site.id}
              title={site.name}
              subtitle={
                <bdi>
                  {[site.address, site.place === site.name ? null : site.place]
                    .filter(Boolean)
                    .join(' · ')}
                </bdi>
              }
              badge={site.isMain && <Badge tone="done">{t('company.sites.main')}</Badge>}
            >
              {mayChange && sites.length > 1 && (
                <form method="post" className="actions">
                  <HiddenField name="siteId" value={site.id} />
                  {!site.isMain && (
                    <Button name="intent" value="main" size="small">
                      {t('company.sites.makeMain')}
                    </Button>
                  )}
                  <Button
                    name="intent"
                    value="remove"
                    size="small"
                    variant="danger"
                    ariaLabel={`${t('company.sites.remove')} : ${site.name}`}
                  >
                    {t('company.sites.remove')}
                  </Button>
                </form>
              )}
            </Card>
          ))}
        </CardList>
      )}
      {mayChange && (
        <Section title={t('company.sites.add')}>
          <form method="post" noValidate className="stack">
            <DefaultSubmit />
            <HiddenField name="intent" value="add" />
            <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
            <TextField
              name="name"
              label={t('company.sites.name')}
              hint={t('company.sites.nameHint')}
              defaultValue={form.value('name')}
              errors={form.errors('name')}
              maxLength={120}
            />
            <PlacePicker
              country={loaderData.country}
              label={t('company.sites.place')}
              choice={actionData?.place ?? loaderData.place}
              errors={form.errors('place')}
            />
            <TextField
              name="address"
              label={t('company.fields.address')}
              mark={t('common.optional')}
              defaultValue={form.value('address')}
              errors={form.errors('address')}
              maxLength={200}
            />
            <div className="actions">
              <Button variant="primary">{t('company.sites.addButton')}</Button>
            </div>
          </form>
          <Suggestions />
        </Section>
      )}
    </Page>
  )
}
