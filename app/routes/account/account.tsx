import { z } from 'zod'
import { chooseLocale } from '#app/domain/account/choose-locale.server.ts'
import { contactsOf, formatContact } from '#app/domain/account/contact.ts'
import { describeDevice } from '#app/domain/account/device.ts'
import { newPassword, typedPassword } from '#app/domain/account/password.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { isLocale, localePath, locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { callAuth, countTry } from '#app/server/account/auth-call.server.ts'
import { leaveTo } from '#app/server/account/leave.server.ts'
import { changePassword } from '#app/server/account/passwords.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { accountById, hasPassword, sessionsOf } from '#db/queries/account.ts'
import { organisationOf } from '#db/queries/membership.ts'
import type { Route } from './+types/account'
import { ContactsSection, DataSection, LanguageSection, TeamsSection } from './account-sections.tsx'
import { PasswordSection, SessionsSection, TwoFactorSection } from './security-sections.tsx'

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('locale'), locale: z.enum(locales) }),
  z.object({
    intent: z.literal('password'),
    currentPassword: typedPassword,
    newPassword,
  }),
  z.object({ intent: z.literal('end-session'), sessionId: id }),
  z.object({ intent: z.literal('end-others') }),
])

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.home.title') }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, request }) => {
    const { userId } = signedIn(viewer)
    const { db, config } = services
    const [account, password, sessions, current, organisations] = await Promise.all([
      accountById(db, userId),
      hasPassword(db, userId),
      sessionsOf(db, userId, services.now()),
      services.auth.api.getSession({ headers: request.headers }),
      Promise.all(
        viewer.memberships.map(async ({ orgKind, orgId, role }) => ({
          kind: orgKind,
          id: orgId,
          role,
          name: (await organisationOf(db, orgKind, orgId))?.name ?? '',
        })),
      ),
    ])
    if (!account) throw new ExpectedError('sign-in')
    return {
      contacts: contactsOf(account).map((contact) => ({
        kind: contact.kind,
        text: formatContact(contact, config.country),
        verified: contact.kind === 'email' ? account.emailVerified : account.phoneVerified,
      })),
      locale: isLocale(account.locale) ? account.locale : ('fr' as const),
      hasPassword: password,
      twoFactor: account.twoFactor,
      sessions: sessions.map((session) => ({
        id: session.id,
        ...describeDevice(session.userAgent),
        lastSeen: session.lastSeen,
        current: session.id === current?.session.id,
      })),
      organisations,
      hasProfile: viewer.profileId !== null,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, request, info, locale, t }) => {
    const person = signedIn(viewer)
    const { auth, db } = services
    const { headers } = request
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const input = parsed.value
    const here = localePath(locale, '/account')
    switch (input.intent) {
      case 'locale':
        await chooseLocale(db, person, input.locale)
        return leaveTo(localePath(input.locale, '/account'), flashHeaders('saved'))
      case 'password': {
        await countTry(services, info.ip, person.userId)
        const done = await refusing(form, t, () =>
          changePassword(
            services,
            person,
            { currentPassword: input.currentPassword, newPassword: input.newPassword },
            headers,
          ),
        )
        if (!done.ok) return unprocessable(done.result)
        return leaveTo(here, done.value, flashHeaders('passwordChanged'))
      }
      case 'end-session': {
        const sessions = await sessionsOf(db, person.userId, services.now())
        const session = sessions.find((one) => one.id === input.sessionId)
        if (!session) throw new ExpectedError('not-found')
        await auth.api.revokeSession({ body: { token: session.token }, headers })
        return leaveTo(here, flashHeaders('sessionEnded'))
      }
      case 'end-others': {
        const done = await callAuth(() =>
          auth.api.revokeOtherSessions({ headers, returnHeaders: true }),
        )
        if (!done.ok) throw new ExpectedError('sign-in')
        return leaveTo(here, done.headers, flashHeaders('sessionEnded'))
      }
    }
  })
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  return (
    <Page title={t('account.home.title')}>
      <ContactsSection contacts={loaderData.contacts} />
      <TeamsSection organisations={loaderData.organisations} />
      <LanguageSection locale={loaderData.locale} result={actionData} />
      <PasswordSection hasPassword={loaderData.hasPassword} result={actionData} />
      <TwoFactorSection on={loaderData.twoFactor} />
      <SessionsSection sessions={loaderData.sessions} />
      <DataSection hasProfile={loaderData.hasProfile} />
    </Page>
  )
}
