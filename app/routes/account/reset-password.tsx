import { z } from 'zod'
import { contactText, formatContact } from '#app/domain/account/contact.ts'
import { newPassword, oneTimeCode } from '#app/domain/account/password.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countTry } from '#app/server/account/auth-call.server.ts'
import {
  leaveTo,
  pendingHeaders,
  readContact,
  readPending,
} from '#app/server/account/leave.server.ts'
import { resetPassword } from '#app/server/account/passwords.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/reset-password'
import { CodeField, ContactField, FormErrors, PasswordField } from './account-fields.tsx'

const schema = z.object({ contact: contactText, code: oneTimeCode, password: newPassword })

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.reset.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, request }) => {
    const { config } = services
    const contact = readPending(request, config)
    return {
      contact: contact ? formatContact(contact, config.country) : undefined,
      example: countryPack(config.country).phone.example,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t }) => {
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { code, password } = parsed.value
    const done = await refusing(form, t, async () => {
      const contact = readContact(parsed.value.contact, services.config)
      await countTry(services, info.ip, contact.value)
      await resetPassword(services, { contact, code, password })
    })
    if (!done.ok) return unprocessable(done.result)
    return leaveTo(
      localePath(locale, '/sign-in'),
      pendingHeaders(null, services.config),
      flashHeaders('passwordChanged'),
    )
  })
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <Page width="form" title={t('account.reset.title')} intro={t('account.reset.intro')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        <ContactField
          result={actionData}
          example={loaderData.example}
          defaultValue={loaderData.contact}
        />
        <CodeField result={actionData} />
        <PasswordField result={actionData} kind="new" label={t('account.newPassword')} />
        <p className="hint">{t('account.reset.ends')}</p>
        <Actions>
          <Button variant="primary">{t('account.reset.submit')}</Button>
        </Actions>
      </form>
      <p>
        <a href={path('/password/forgot')}>{t('account.resend')}</a>
      </p>
    </Page>
  )
}
