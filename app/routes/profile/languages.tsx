import { ExpectedError } from '#app/domain/errors.ts'
import { cefrLevels, cefrNames, languageName, languageOptions } from '#app/domain/languages.ts'
import { addLanguageForm, languagesForm } from '#app/domain/profile/profile-forms.ts'
import { addLanguage, saveLanguages } from '#app/domain/profile/save-languages.server.ts'
import { isLocale, type Locale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink, DefaultSubmit } from '#app/ui/button.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { languagesOf } from '#db/queries/profile.ts'
import type { Route } from './+types/languages'
import { basePath, changeOf, openStep, saveStep, sent } from './step.server.ts'
import { fieldText, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { profile, base } = await openStep(context, args.params)
    const languages = await languagesOf(context.services.db, profile.id)
    return {
      base,
      version: profile.version,
      languages: languages.map(({ language, level }) => ({ language, level })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { t } = context
    const form = await args.request.formData()
    const here = `${basePath(context, args.params)}/languages`
    if (sent(form, 'form') === 'levels') {
      const rows = languagesForm.safeParse({
        version: sent(form, 'version'),
        remove: sent(form, 'remove') || undefined,
        rows: form
          .getAll('spoken')
          .map((language, at) => ({ language, level: form.get(`level-${at}`) })),
      })
      if (!rows.success) throw new ExpectedError('invalid')
      const { version, remove } = rows.data
      return saveStep(context, form, here, (deps) =>
        saveLanguages(
          deps,
          changeOf(context, args.params, version),
          rows.data.rows.filter((row) => row.language !== remove),
        ),
      )
    }
    const parsed = parseForm(form, addLanguageForm, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { version, language, level } = parsed.value
    return saveStep(context, form, here, (deps) =>
      addLanguage(deps, changeOf(context, args.params, version), { language, level }),
    )
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.languages.title') }) }]
}

const levels = (locale: Locale) =>
  cefrLevels.map((level, at) => ({ value: String(at + 1), label: cefrNames[level][locale] }))

export default function Languages({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  const { base, version, languages } = loaderData
  const spoken = new Set(languages.map((one) => one.language))
  return (
    <StepPage
      title={t('profile.languages.title')}
      intro={t('profile.languages.intro')}
      back={base}
      result={actionData}
    >
      {languages.length > 0 && (
        <Section title={t('profile.languages.mine')}>
          <form method="post" noValidate className="stack">
            <DefaultSubmit />
            <HiddenField name="form" value="levels" />
            <HiddenField name="version" value={version} />
            <Fields>
              {languages.map(({ language, level }, at) => (
                <div key={language} className="cluster items-end">
                  <HiddenField name="spoken" value={language} />
                  <SelectField
                    name={`level-${at}`}
                    label={<bdi>{languageName(language, locale)}</bdi>}
                    options={levels(locale)}
                    defaultValue={String(level)}
                  />
                  <Button
                    variant="quiet"
                    icon="trash"
                    name="remove"
                    value={language}
                    ariaLabel={`${t('common.actions.remove')} : ${languageName(language, locale)}`}
                  >
                    {t('common.actions.remove')}
                  </Button>
                </div>
              ))}
            </Fields>
            <div className="actions">
              <Button>{t('profile.languages.save')}</Button>
              <ButtonLink variant="primary" href={base} icon="check">
                {t('profile.actions.finish')}
              </ButtonLink>
            </div>
          </form>
        </Section>
      )}
      <Section title={t('profile.languages.add')}>
        <form method="post" noValidate className="stack">
          <HiddenField name="version" value={version} />
          <Fields>
            <SelectField
              name="language"
              label={t('profile.languages.language')}
              emptyLabel={t('profile.languages.choose')}
              options={languageOptions(locale)
                .filter(({ code }) => !spoken.has(code))
                .map(({ code, name }) => ({ value: code, label: name }))}
              defaultValue={fieldText(actionData, 'language', '')}
              errors={actionData?.errors.language}
            />
            <SelectField
              name="level"
              label={t('profile.languages.level')}
              emptyLabel={t('profile.languages.choose')}
              options={levels(locale)}
              defaultValue={fieldText(actionData, 'level', '')}
              errors={actionData?.errors.level}
            />
          </Fields>
          <Button variant={languages.length > 0 ? 'secondary' : 'primary'} icon="plus">
            {t('profile.languages.addButton')}
          </Button>
        </form>
      </Section>
    </StepPage>
  )
}
