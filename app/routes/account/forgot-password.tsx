import { z } from 'zod'
import { contactText } from '#app/domain/account/contact.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countCode } from '#app/server/account/auth-call.server.ts'
import { leaveTo, pendingHeaders, readContact } from '#app/server/account/leave.server.ts'
import { requestPasswordReset } from '#app/server/account/passwords.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/forgot-password'
import { ContactField, FormErrors } from './account-fields.tsx'

const schema = z.object({ contact: contactText })

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.forgot.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services }) => ({
    example: countryPack(services.config.country).phone.example,
  }))
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t }) => {
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const done = await refusing(form, t, async () => {
      const contact = readContact(parsed.value.contact, services.config)
      await countCode(services, info.ip, contact)
      await requestPasswordReset(services, contact)
      return contact
    })
    if (!done.ok) return unprocessable(done.result)
    return leaveTo(
      localePath(locale, '/password/reset'),
      pendingHeaders(done.value, services.config),
    )
  })
}

export default function ForgotPassword({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <Page width="form" title={t('account.forgot.title')} intro={t('account.forgot.intro')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        <ContactField result={actionData} example={loaderData.example} />
        <Actions>
          <Button variant="primary">{t('account.forgot.submit')}</Button>
        </Actions>
      </form>
      <p>
        <a href={path('/sign-in')}>{t('account.forgot.back')}</a>
      </p>
    </Page>
  )
}
