import { z } from 'zod'
import { contactText } from '#app/domain/account/contact.ts'
import { typedPassword } from '#app/domain/account/password.ts'
import { withNext } from '#app/domain/account/safe-next.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countTry } from '#app/server/account/auth-call.server.ts'
import { afterSignIn, leaveTo, nextOf, readContact } from '#app/server/account/leave.server.ts'
import { signInByPassword } from '#app/server/account/passwords.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/sign-in'
import { ContactField, FormErrors, PasswordField } from './account-fields.tsx'

const schema = z.object({ contact: contactText, password: typedPassword })

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.signIn.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const next = nextOf(url, locale)
    if (viewer.userId !== null) {
      throw leaveTo(await afterSignIn(services, viewer.userId, next, locale))
    }
    return { next, example: countryPack(services.config.country).phone.example }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t, url }) => {
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { password } = parsed.value
    const done = await refusing(form, t, async () => {
      const contact = readContact(parsed.value.contact, services.config)
      await countTry(services, info.ip, contact.value)
      return signInByPassword(services, { contact, password }, request.headers)
    })
    if (!done.ok) return unprocessable(done.result)
    const { headers, secondFactor, userId } = done.value
    const next = nextOf(url, locale)
    if (secondFactor) {
      return leaveTo(withNext(localePath(locale, '/sign-in/two-factor'), next), headers)
    }
    const to = await afterSignIn(services, userId, next, locale)
    return leaveTo(to, headers, flashHeaders('signedIn'))
  })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { next, example } = loaderData
  return (
    <Page width="form" title={t('account.signIn.title')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        <ContactField result={actionData} example={example} />
        <PasswordField result={actionData} kind="current" />
        <Actions>
          <Button variant="primary">{t('account.signIn.submit')}</Button>
        </Actions>
      </form>
      <ul className="flex flex-col gap-2">
        <li>
          <a href={withNext(path('/sign-in/code'), next)}>{t('account.signIn.byCode')}</a>
        </li>
        <li>
          <a href={path('/password/forgot')}>{t('account.signIn.forgot')}</a>
        </li>
        <li>
          {t('account.signIn.none')}{' '}
          <a href={withNext(path('/register'), next)}>{t('account.signIn.register')}</a>
        </li>
      </ul>
    </Page>
  )
}
