import { redirect } from 'react-router'
import { z } from 'zod'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { removeTarget, setTarget } from '#app/domain/scorecard/change-targets.server.ts'
import { readTargets } from '#app/domain/scorecard/read-scorecard.server.ts'
import { targetEntry, targetMeasures } from '#app/domain/scorecard/scorecard.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { toDay } from '#db/codec.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/targets'
import { shownTarget } from './scorecard-words.ts'
import { TargetTable } from './target-table.tsx'

const intents = z.enum(['set', 'remove'])
const yearAsked = (now: number) =>
  z.coerce
    .number()
    .int()
    .min(now - 1)
    .max(now + 2)
    .catch(now)

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const today = toDay(services.now())
    const thisYear = Number(today.slice(0, 4))
    const year = yearAsked(thisYear).parse(url.searchParams.get('year') ?? thisYear)
    const chamber = await ownChamber(db, viewer)
    const stores = { db, reference, secret: services.config.authSecret }
    const targets = await readTargets(stores, chamber, year, today)
    const pack = countryPack(chamber.country)
    return {
      chamber: chamber.name,
      year,
      years: [thisYear - 1, thisYear, thisYear + 1, thisYear + 2],
      unitLabel: pack.admin1Label[locale],
      units: pack.admin1
        .filter((one) => chamber.admin1s.length === 0 || chamber.admin1s.includes(one.code))
        .map((one) => ({ value: one.code, label: one.names[locale] })),
      sectors: reference.sectors
        .filter((one) => one.level === 'section')
        .map((one) => ({ value: one.code, label: one.names[locale] })),
      targets: targets.map((target) =>
        shownTarget(target, {
          locale,
          t,
          country: chamber.country,
          sectorName: reference.sectorName,
        }),
      ),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const back = (year: number) =>
      redirect(`${localePath(locale, '/chamber/targets')}?year=${year}`, {
        headers: flashHeaders(intent.data === 'set' ? 'saved' : 'deleted'),
      })
    if (intent.data === 'remove') {
      const parsed = parseForm(form, z.object({ target: id, year: targetEntry.shape.year }), t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await removeTarget(deps, who, parsed.value.target)
      return back(parsed.value.year)
    }
    const parsed = parseForm(form, targetEntry, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const done = await refusing(form, t, () => setTarget(deps, who, parsed.value))
    return done.ok ? back(parsed.value.year) : unprocessable(done.result)
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('scorecard.targets.title') }) }]
}

export default function Targets({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { year } = loaderData
  const form = formState(actionData)
  return (
    <Page
      title={t('scorecard.targets.title')}
      eyebrow={<bdi>{loaderData.chamber}</bdi>}
      intro={t('scorecard.targets.intro')}
      back={{ href: path('/chamber/scorecard?who=chamber'), label: t('scorecard.targets.back') }}
    >
      <Tabs
        label={t('scorecard.targets.year')}
        tabs={loaderData.years.map((one) => ({
          href: path(`/chamber/targets?year=${one}`),
          label: String(one),
          current: one === year,
        }))}
      />
      <TargetTable
        targets={loaderData.targets}
        year={String(year)}
        action={{
          label: t('scorecard.targets.remove'),
          cell: (target) => (
            <form method="post">
              <HiddenField name="intent" value="remove" />
              <HiddenField name="target" value={target.id} />
              <HiddenField name="year" value={year} />
              <Button
                size="small"
                variant="quiet"
                ariaLabel={t('scorecard.targets.removeLabel', {
                  target: `${target.measure}, ${target.where}`,
                })}
              >
                {t('scorecard.targets.remove')}
              </Button>
            </form>
          ),
        }}
      />
      <Section title={t('scorecard.targets.form')} intro={t('scorecard.targets.formText')}>
        <form method="post" noValidate className="fields">
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <HiddenField name="intent" value="set" />
          <SelectField
            name="measure"
            label={t('scorecard.targets.measure')}
            options={targetMeasures.map((value) => ({
              value,
              label: t(`scorecard.targets.measures.${value}`),
            }))}
            defaultValue={form.value('measure')}
            errors={form.errors('measure')}
          />
          <Fields columns>
            <SelectField
              name="admin1"
              label={loaderData.unitLabel}
              emptyLabel={t('scorecard.targets.everywhere')}
              options={loaderData.units}
              defaultValue={form.value('admin1')}
              errors={form.errors('admin1')}
            />
            <SelectField
              name="sector"
              label={t('scorecard.sector')}
              emptyLabel={t('scorecard.targets.allSectors')}
              options={loaderData.sectors}
              defaultValue={form.value('sector')}
              errors={form.errors('sector')}
            />
          </Fields>
          <Fields columns>
            <SelectField
              name="year"
              label={t('scorecard.targets.year')}
              options={loaderData.years.map((one) => ({ value: String(one), label: String(one) }))}
              defaultValue={form.value('year') ?? String(year)}
              errors={form.errors('year')}
            />
            <NumberField
              name="value"
              label={t('scorecard.targets.value')}
              defaultValue={form.value('value')}
              errors={form.errors('value')}
              min={1}
            />
          </Fields>
          <div className="actions">
            <Button variant="primary" icon="check">
              {t('scorecard.targets.button')}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  )
}
