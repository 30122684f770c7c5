import { z } from 'zod'
import { type Contact, contactsOf, formatContact } from '#app/domain/account/contact.ts'
import { oneTimeCode } from '#app/domain/account/password.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { countCode, countTry } from '#app/server/account/auth-call.server.ts'
import { sendCode, verifyContact } from '#app/server/account/codes.server.ts'
import {
  afterSignIn,
  leaveTo,
  nextOf,
  pendingHeaders,
  readPending,
} from '#app/server/account/leave.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import type { Services } from '#app/server/services.server.ts'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { accountById } from '#db/queries/account.ts'
import type { Route } from './+types/verify-contact'
import { CodeStep } from './code-step.tsx'

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('code'), code: oneTimeCode }),
  z.object({ intent: z.literal('resend') }),
])

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.verify.title') }) }]
}

/** The first contact of an account that its owner has not confirmed, null when all are. */
async function unconfirmedContact(services: Services, userId: string): Promise<Contact | null> {
  const account = await accountById(services.db, userId)
  if (!account) throw new ExpectedError('sign-in')
  const open = contactsOf(account).find((contact) =>
    contact.kind === 'email' ? !account.emailVerified : !account.phoneVerified,
  )
  return open ?? null
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, request, locale, url }) => {
    const { userId } = signedIn(viewer)
    const contact = await unconfirmedContact(services, userId)
    const sent = readPending(request, services.config)
    return {
      contact: contact && formatContact(contact, services.config.country),
      sent: contact !== null && sent?.value === contact.value,
      go: await afterSignIn(services, userId, nextOf(url, locale), locale),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, request, info, locale, t, url }) => {
    const { userId } = signedIn(viewer)
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const go = await afterSignIn(services, userId, nextOf(url, locale), locale)
    const contact = await unconfirmedContact(services, userId)
    if (!contact) return leaveTo(go)
    if (parsed.value.intent === 'resend') {
      await countCode(services, info.ip, contact)
      await sendCode(services, 'verify', contact)
      return leaveTo(
        url.pathname + url.search,
        pendingHeaders(contact, services.config),
        flashHeaders('codeSent'),
      )
    }
    const { code } = parsed.value
    await countTry(services, info.ip, contact.value)
    const done = await refusing(form, t, () =>
      verifyContact(services, contact, code, request.headers),
    )
    if (!done.ok) return unprocessable(done.result)
    return leaveTo(go, done.value, pendingHeaders(null, services.config), flashHeaders('confirmed'))
  })
}

export default function VerifyContact({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { contact, sent, go } = loaderData
  if (contact === null) {
    return (
      <Page width="form" title={t('account.verify.done')} intro={t('account.verify.doneText')}>
        <Actions>
          <ButtonLink href={go} variant="primary">
            {t('account.verify.go')}
          </ButtonLink>
        </Actions>
      </Page>
    )
  }
  if (sent || actionData) {
    return (
      <CodeStep
        title={t('account.verify.title')}
        submit={t('account.verify.submit')}
        contact={contact}
        result={actionData}
      >
        <a href={go}>{t('account.verify.later')}</a>
      </CodeStep>
    )
  }
  return (
    <Page
      width="form"
      title={t('account.verify.title')}
      intro={
        <>
          {t('account.verify.sendText')} <strong dir="ltr">{contact}</strong>
        </>
      }
    >
      <form method="post" className="actions">
        <HiddenField name="intent" value="resend" />
        <Button variant="primary">{t('account.verify.send')}</Button>
        <ButtonLink href={go} variant="quiet">
          {t('account.verify.later')}
        </ButtonLink>
      </form>
    </Page>
  )
}
