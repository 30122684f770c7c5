import { countryName, countryOptions } from '#app/domain/countries/names.ts'
import { educationLevels } from '#app/domain/education.ts'
import { educationForm, qualificationForm, removeForm } from '#app/domain/profile/profile-forms.ts'
import {
  addQualification,
  removeQualification,
  saveEducation,
} from '#app/domain/profile/save-education.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { qualificationsOf } from '#db/queries/profile.ts'
import type { Route } from './+types/education'
import { basePath, changeOf, openStep, saveStep, sent } from './step.server.ts'
import { fieldText, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services } = context
    const { profile, base } = await openStep(context, args.params)
    const qualifications = await qualificationsOf(services.db, profile.id)
    return {
      base,
      version: profile.version,
      education: profile.education,
      qualifications: qualifications.map(({ id, title, country, year }) => ({
        id,
        title,
        country,
        year,
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { t } = context
    const form = await args.request.formData()
    const base = basePath(context, args.params)
    const here = `${base}/education`
    const change = (version: number) => changeOf(context, args.params, version)
    switch (sent(form, 'form')) {
      case 'add': {
        const parsed = parseForm(form, qualificationForm, t)
        if (!parsed.ok) return unprocessable(parsed.result)
        const { version, ...input } = parsed.value
        return saveStep(context, form, here, (deps) =>
          addQualification(deps, change(version), input),
        )
      }
      case 'remove': {
        const parsed = parseForm(form, removeForm, t)
        if (!parsed.ok) return unprocessable(parsed.result)
        const { version, remove } = parsed.value
        return saveStep(context, form, here, (deps) =>
          removeQualification(deps, change(version), remove),
        )
      }
      default: {
        const parsed = parseForm(form, educationForm, t)
        if (!parsed.ok) return unprocessable(parsed.result)
        const { version, education } = parsed.value
        return saveStep(context, form, base, (deps) =>
          saveEducation(deps, change(version), education),
        )
      }
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.education.title') }) }]
}

export default function Education({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  const { base, version, education, qualifications } = loaderData
  const adding = actionData?.values.form === 'add' ? actionData : undefined
  const errors = actionData?.errors ?? {}
  return (
    <StepPage
      title={t('profile.education.title')}
      intro={t('profile.education.intro')}
      back={base}
      result={actionData}
    >
      <form method="post" noValidate className="stack">
        <HiddenField name="version" value={version} />
        <RadioGroup
          name="education"
          label={t('profile.education.level')}
          options={educationLevels.map(({ level, names }) => ({
            value: String(level),
            label: names[locale],
          }))}
          defaultValue={education === null ? undefined : String(education)}
          errors={errors.education}
        />
        <div className="actions">
          <Button variant="primary">{t('profile.education.save')}</Button>
        </div>
      </form>
      <Section
        title={t('profile.education.qualifications')}
        intro={t('profile.education.qualificationsHint')}
      >
        {qualifications.length > 0 && (
          <CardList>
            {qualifications.map((one) => (
              <Card
                key={one.id}
                title={one.title}
                subtitle={[one.country && countryName(one.country, locale), one.year]
                  .filter(Boolean)
                  .join(' · ')}
                actions={
                  <form method="post">
                    <HiddenField name="form" value="remove" />
                    <HiddenField name="version" value={version} />
                    <Button
                      size="small"
                      variant="quiet"
                      icon="trash"
                      name="remove"
                      value={one.id}
                      ariaLabel={`${t('common.actions.remove')} : ${one.title}`}
                    >
                      {t('common.actions.remove')}
                    </Button>
                  </form>
                }
              />
            ))}
          </CardList>
        )}
        <Disclosure summary={t('profile.education.addTitle')} open={adding !== undefined}>
          <form method="post" noValidate className="stack">
            <HiddenField name="form" value="add" />
            <HiddenField name="version" value={version} />
            <Fields>
              <TextField
                name="title"
                label={t('profile.education.name')}
                hint={t('profile.education.nameHint')}
                maxLength={160}
                defaultValue={fieldText(adding, 'title', '')}
                errors={errors.title}
              />
              <SelectField
                name="country"
                label={t('profile.education.country')}
                mark={t('common.optional')}
                emptyLabel={t('profile.experience.choose')}
                options={countryOptions(locale).map(({ code, name }) => ({
                  value: code,
                  label: name,
                }))}
                defaultValue={fieldText(adding, 'country', '')}
                errors={errors.country}
              />
              <NumberField
                name="year"
                label={t('profile.education.year')}
                defaultValue={fieldText(adding, 'year', '')}
                errors={errors.year}
              />
            </Fields>
            <Button icon="plus">{t('profile.education.add')}</Button>
          </form>
        </Disclosure>
      </Section>
    </StepPage>
  )
}
