import { wordsForm } from '#app/domain/profile/profile-forms.ts'
import { readPublicProfile } from '#app/domain/profile/read-public-profile.server.ts'
import { saveWords } from '#app/domain/profile/save-words.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/preview'
import { ProfileCard } from './profile-card.tsx'
import { basePath, changeOf, openStep, saveStep } from './step.server.ts'
import { fieldText, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale } = context
    const { profile, base } = await openStep(context, args.params)
    const shown = await readPublicProfile(
      services.db,
      services.reference,
      profile.id,
      locale,
      viewer,
    )
    return { base, version: profile.version, profile: shown }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const form = await args.request.formData()
    const parsed = parseForm(form, wordsForm, context.t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { version, ...input } = parsed.value
    return saveStep(context, form, `${basePath(context, args.params)}/preview`, (deps) =>
      saveWords(deps, changeOf(context, args.params, version), input),
    )
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.preview.title') }) }]
}

export default function Preview({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { base, version, profile } = loaderData
  const errors = actionData?.errors ?? {}
  return (
    <StepPage
      title={t('profile.preview.title')}
      intro={t(
        profile.status === 'published' ? 'profile.preview.intro' : 'profile.preview.introDraft',
      )}
      back={base}
      result={actionData}
    >
      <ProfileCard profile={profile} />
      <Disclosure summary={t('profile.preview.words')} open={actionData !== undefined}>
        <form method="post" noValidate className="stack">
          <HiddenField name="version" value={fieldText(actionData, 'version', version)} />
          <Fields>
            <TextField
              name="headline"
              label={t('profile.preview.headline')}
              hint={t('profile.preview.headlineHint')}
              maxLength={100}
              defaultValue={fieldText(actionData, 'headline', profile.headline)}
              errors={errors.headline}
            />
            <TextArea
              name="summary"
              label={t('profile.preview.summary')}
              hint={t('profile.preview.summaryHint')}
              maxLength={600}
              defaultValue={fieldText(actionData, 'summary', profile.summary)}
              errors={errors.summary}
            />
          </Fields>
          <Button>{t('profile.preview.save')}</Button>
        </form>
      </Disclosure>
    </StepPage>
  )
}
