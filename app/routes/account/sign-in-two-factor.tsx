import { z } from 'zod'
import { secondFactorCode } from '#app/domain/account/password.ts'
import { withNext } from '#app/domain/account/safe-next.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { afterSignIn, leaveTo, nextOf } from '#app/server/account/leave.server.ts'
import { passSecondFactor } from '#app/server/account/second-factor.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/sign-in-two-factor'
import { CodeField, FormErrors } from './account-fields.tsx'

const schema = z.object({ code: secondFactorCode })

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.second.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, request, locale, url }) => {
    const next = nextOf(url, locale)
    if (viewer.userId !== null) {
      throw leaveTo(await afterSignIn(services, viewer.userId, next, locale))
    }
    // Only a sign-in that went well so far leads here, and it leaves its cookie.
    if (!request.headers.get('cookie')?.includes('passerelle.two_factor=')) {
      throw leaveTo(withNext(localePath(locale, '/sign-in'), next))
    }
    return { next }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t, url }) => {
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    await services.limits.use('signIn', `ip ${info.ip}`)
    const done = await refusing(form, t, () =>
      passSecondFactor(services, parsed.value.code, request.headers),
    )
    if (!done.ok) return unprocessable(done.result)
    const next = nextOf(url, locale)
    if (done.value === 'start-again') return leaveTo(withNext(localePath(locale, '/sign-in'), next))
    const to = await afterSignIn(services, done.value.userId, next, locale)
    return leaveTo(to, done.value.headers, flashHeaders('signedIn'))
  })
}

export default function SignInTwoFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <Page width="form" title={t('account.second.title')} intro={t('account.second.intro')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        <CodeField
          result={actionData}
          label={t('account.second.code')}
          hint={t('account.second.help')}
          numeric={false}
        />
        <Actions>
          <Button variant="primary">{t('account.second.submit')}</Button>
        </Actions>
      </form>
      <p>
        <a href={withNext(path('/sign-in'), loaderData.next)}>{t('account.second.again')}</a>
      </p>
    </Page>
  )
}
