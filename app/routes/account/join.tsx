import { data } from 'react-router'
import { acceptInvitation, readInvitation } from '#app/domain/account/accept-invitation.server.ts'
import { withNext } from '#app/domain/account/safe-next.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { leaveTo } from '#app/server/account/leave.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/join'

const landing = {
  company: '/employer',
  chamber: '/chamber',
  programme: '/counsellor',
  platform: '/admin',
} as const

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title =
    loaderData?.open === true
      ? t('account.join.title', { name: loaderData.name })
      : t('account.join.goneTitle')
  return [{ title: t('common.pageTitle', { title }) }]
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { token } = args.params
    const invitation = await readInvitation(services.db, token, services.now())
    if (!invitation.open) return data({ open: false as const }, { status: 410 })
    return {
      open: true as const,
      name: invitation.name,
      role: invitation.role,
      visitor: viewer.userId === null,
      next: localePath(locale, `/join/${token}`),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    try {
      const { kind } = await acceptInvitation(
        { db: services.db, now: services.now() },
        signedIn(viewer),
        args.params.token,
      )
      return leaveTo(localePath(locale, landing[kind]), flashHeaders('joined'))
    } catch (error) {
      // The page itself says what happened to the invitation.
      if (error instanceof ExpectedError && error.code === 'gone') {
        return data(null, { status: 410 })
      }
      throw error
    }
  })
}

export default function Join({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  if (!loaderData.open) {
    return (
      <Page width="form" title={t('account.join.goneTitle')} intro={t('account.join.goneText')}>
        <Actions>
          <ButtonLink href={path('/')}>{t('account.join.home')}</ButtonLink>
        </Actions>
      </Page>
    )
  }
  const { name, role, visitor, next } = loaderData
  return (
    <Page
      width="form"
      title={t('account.join.title', { name })}
      intro={
        <>
          {t('account.join.text')} <strong>{t(`account.roles.${role}`)}</strong>.
        </>
      }
    >
      <p>{t(`account.roleHints.${role}`)}</p>
      {visitor ? (
        <>
          <p>{t('account.join.visitor')}</p>
          <Actions>
            <ButtonLink href={withNext(path('/register'), next)} variant="primary">
              {t('account.signIn.register')}
            </ButtonLink>
            <ButtonLink href={withNext(path('/sign-in'), next)}>
              {t('account.signIn.submit')}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <form method="post">
          <Actions>
            <Button variant="primary">{t('account.join.accept', { name })}</Button>
          </Actions>
        </form>
      )}
    </Page>
  )
}
