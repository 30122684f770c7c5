import { z } from 'zod'
import { contactText, formatContact } from '#app/domain/account/contact.ts'
import { oneTimeCode } from '#app/domain/account/password.ts'
import { withNext } from '#app/domain/account/safe-next.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countCode, countTry } from '#app/server/account/auth-call.server.ts'
import { sendCode, signInByCode } from '#app/server/account/codes.server.ts'
import {
  afterSignIn,
  leaveTo,
  nextOf,
  pendingHeaders,
  readContact,
  readPending,
} from '#app/server/account/leave.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/sign-in-code'
import { ContactField, FormErrors } from './account-fields.tsx'
import { CodeStep } from './code-step.tsx'

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('contact'), contact: contactText }),
  z.object({ intent: z.literal('code'), code: oneTimeCode }),
  z.object({ intent: z.literal('resend') }),
])

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.signInCode.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, request, locale, url }) => {
    const next = nextOf(url, locale)
    if (viewer.userId !== null) {
      throw leaveTo(await afterSignIn(services, viewer.userId, next, locale))
    }
    const { country } = services.config
    const contact =
      url.searchParams.get('step') === 'code' ? readPending(request, services.config) : null
    return {
      next,
      contact: contact && formatContact(contact, country),
      example: countryPack(country).phone.example,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t, url }) => {
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const input = parsed.value
    const next = nextOf(url, locale)
    const here = withNext(localePath(locale, '/sign-in/code'), next)
    const pending = readPending(request, services.config)

    if (input.intent === 'code') {
      if (!pending) return leaveTo(here)
      await countTry(services, info.ip, pending.value)
      const done = await refusing(form, t, () =>
        signInByCode(services, pending, input.code, request.headers),
      )
      if (!done.ok) return unprocessable(done.result)
      const { headers, secondFactor, userId } = done.value
      const forget = pendingHeaders(null, services.config)
      if (secondFactor) {
        return leaveTo(withNext(localePath(locale, '/sign-in/two-factor'), next), headers, forget)
      }
      const to = await afterSignIn(services, userId, next, locale)
      return leaveTo(to, headers, forget, flashHeaders('signedIn'))
    }

    const done = await refusing(form, t, async () => {
      const contact =
        input.intent === 'contact' ? readContact(input.contact, services.config) : pending
      if (!contact) return null
      await countCode(services, info.ip, contact)
      await sendCode(services, 'sign-in', contact)
      return contact
    })
    if (!done.ok) return unprocessable(done.result)
    if (!done.value) return leaveTo(here)
    const query = new URLSearchParams({ step: 'code', ...(next === null ? {} : { next }) })
    return leaveTo(
      `${url.pathname}?${query}`,
      pendingHeaders(done.value, services.config),
      input.intent === 'resend' ? flashHeaders('codeSent') : new Headers(),
    )
  })
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { next, contact, example } = loaderData
  if (contact !== null) {
    return (
      <CodeStep
        title={t('account.verify.title')}
        submit={t('account.verify.submit')}
        contact={contact}
        result={actionData}
      >
        <a href={withNext(path('/sign-in/code'), next)}>{t('account.otherContact')}</a>
      </CodeStep>
    )
  }
  return (
    <Page width="form" title={t('account.signInCode.title')} intro={t('account.signInCode.intro')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        <HiddenField name="intent" value="contact" />
        <ContactField result={actionData} example={example} />
        <Actions>
          <Button variant="primary">{t('account.signInCode.send')}</Button>
        </Actions>
      </form>
      <p>
        <a href={withNext(path('/sign-in'), next)}>{t('account.signInCode.byPassword')}</a>
      </p>
    </Page>
  )
}
