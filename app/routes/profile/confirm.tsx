import { redirect } from 'react-router'
import { confirmProfile } from '#app/domain/counsellor/confirm-profile.server.ts'
import { confirmForm } from '#app/domain/counsellor/confirmation.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/confirm'
import { profileDeps } from './step.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ viewer, url }) => {
    if (!idSchema.safeParse(args.params.profileId).success) throw new ExpectedError('not-found')
    return {
      done: url.searchParams.has('done'),
      mayLink: viewer.userId !== null && viewer.profileId === null,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, t, locale, info } = context
    const { profileId } = args.params
    if (!idSchema.safeParse(profileId).success) throw new ExpectedError('not-found')
    await services.limits.use('signIn', `confirm ${info.ip}`)
    const form = await args.request.formData()
    const parsed = parseForm(form, confirmForm, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const confirmed = await refusing(form, t, () =>
      confirmProfile({ ...profileDeps(services), secret: services.config.authSecret }, viewer, {
        profileId,
        ...parsed.value,
      }),
    )
    if (!confirmed.ok) return unprocessable(confirmed.result)
    const path = parsed.value.link ? '/profile' : `/confirm/${profileId}?done`
    return redirect(localePath(locale, path), { headers: flashHeaders('confirmed') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: t('profile.confirm.title') }) },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  if (loaderData.done) {
    return (
      <Page
        title={t('profile.confirm.doneTitle')}
        intro={t('profile.confirm.doneText')}
        width="form"
      />
    )
  }
  const errors = actionData?.errors ?? {}
  return (
    <Page title={t('profile.confirm.title')} intro={t('profile.confirm.intro')} width="form">
      <ErrorSummary
        title={t('common.errorSummary')}
        errors={Object.entries(errors).flatMap(([fieldId, messages]) =>
          messages.map((message) => ({ message, fieldId })),
        )}
      />
      <p>{t('profile.confirm.what')}</p>
      <form method="post" noValidate className="stack">
        <Fields>
          <TextField
            name="code"
            label={t('profile.confirm.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            width="short"
            maxLength={20}
            errors={errors.code}
          />
          {loaderData.mayLink && (
            <Checkbox
              name="link"
              label={t('profile.confirm.link')}
              hint={t('profile.confirm.linkHint')}
            />
          )}
        </Fields>
        <Button variant="primary">{t('profile.confirm.button')}</Button>
      </form>
      <p className="hint">{t('profile.confirm.refuse')}</p>
    </Page>
  )
}
