import { z } from 'zod'
import { contactText } from '#app/domain/account/contact.ts'
import { newPassword } from '#app/domain/account/password.ts'
import { withNext } from '#app/domain/account/safe-next.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countCode } from '#app/server/account/auth-call.server.ts'
import {
  afterSignIn,
  leaveTo,
  nextOf,
  pendingHeaders,
  readContact,
  readPending,
} from '#app/server/account/leave.server.ts'
import { registerAccount } from '#app/server/account/register-account.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import type { Route } from './+types/register'
import { ContactField, FormErrors, PasswordField, typed } from './account-fields.tsx'

const purposes = ['work', 'hire'] as const
const firstPage = { work: '/profile', hire: '/companies/new' } as const

const purpose = z.enum(purposes, 'account.register.purposeMissing')
const schema = z.object({ purpose, contact: contactText, password: newPassword })
/** Whoever was on the way to a page has said already what for. */
const onTheWay = schema.extend({ purpose: purpose.optional() })

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.register.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, request, locale, url }) => {
    const next = nextOf(url, locale)
    const waiting = url.searchParams.get('step') === 'code' && readPending(request, services.config)
    if (viewer.userId !== null) {
      throw leaveTo(
        waiting
          ? withNext(localePath(locale, '/register/verify'), next)
          : await afterSignIn(services, viewer.userId, next, locale),
      )
    }
    // The contact has an account already: the code that its owner was sent signs in.
    if (waiting) {
      const query = new URLSearchParams({ step: 'code', ...(next === null ? {} : { next }) })
      throw leaveTo(`${localePath(locale, '/sign-in/code')}?${query}`)
    }
    return {
      next,
      // Links from pages that are for one of the two have answered already.
      purpose: purposes.find((one) => one === url.searchParams.get('for')),
      example: countryPack(services.config.country).phone.example,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, request, info, locale, t, url }) => {
    const form = await request.formData()
    const asked = nextOf(url, locale)
    const parsed = parseForm(form, asked === null ? schema : onTheWay, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { purpose, password } = parsed.value
    const done = await refusing(form, t, async () => {
      const contact = readContact(parsed.value.contact, services.config)
      await services.limits.use('register', info.ip)
      await countCode(services, info.ip, contact)
      const headers = await registerAccount(
        services,
        { contact, password, locale },
        request.headers,
      )
      return { contact, headers }
    })
    if (!done.ok) return unprocessable(done.result)
    const { contact, headers } = done.value
    const next = asked ?? localePath(locale, firstPage[purpose ?? 'work'])
    const query = new URLSearchParams({ step: 'code', next })
    return leaveTo(
      `${localePath(locale, '/register')}?${query}`,
      headers,
      pendingHeaders(contact, services.config),
    )
  })
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { next, example } = loaderData
  return (
    <Page width="form" title={t('account.register.title')} intro={t('account.register.intro')}>
      <form method="post" noValidate className="stack">
        <FormErrors result={actionData} />
        {next === null && (
          <RadioGroup
            name="purpose"
            label={t('account.register.purpose')}
            errors={actionData?.errors.purpose}
            defaultValue={typed(actionData, 'purpose') ?? loaderData.purpose}
            options={purposes.map((value) => ({
              value,
              label: t(`account.register.purposes.${value}`),
            }))}
            required
          />
        )}
        <ContactField result={actionData} example={example} />
        <PasswordField result={actionData} kind="new" />
        <p className="hint">{t('account.register.privacy')}</p>
        <Actions>
          <Button variant="primary">{t('account.register.submit')}</Button>
        </Actions>
      </form>
      <p>
        {t('account.register.have')}{' '}
        <a href={withNext(path('/sign-in'), next)}>{t('account.register.signIn')}</a>
      </p>
    </Page>
  )
}
