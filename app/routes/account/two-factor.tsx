import { data } from 'react-router'
import { z } from 'zod'
import { isStaff } from '#app/domain/access.ts'
import { landingPath } from '#app/domain/account/landing-path.server.ts'
import { oneTimeCode, typedPassword } from '#app/domain/account/password.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { countTry } from '#app/server/account/auth-call.server.ts'
import { leaveTo } from '#app/server/account/leave.server.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  pendingEnrolment,
  renewBackupCodes,
} from '#app/server/account/second-factor.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, type unprocessable } from '#app/server/forms.server.ts'
import { type PageContext, page, signedIn } from '#app/server/page.server.ts'
import { Flash } from '#app/ui/flash.tsx'
import { Page } from '#app/ui/page.tsx'
import { accountById, hasPassword } from '#db/queries/account.ts'
import type { Route } from './+types/two-factor'
import { BackupCodes, Enrol, Manage, Obstacle, Start } from './two-factor-steps.tsx'

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), password: typedPassword }),
  z.object({ intent: z.literal('confirm'), code: oneTimeCode }),
  z.object({ intent: z.literal('renew'), password: typedPassword }),
  z.object({ intent: z.literal('off'), password: typedPassword }),
])

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.twoFactor.title') }) }]
}

/** What stands in the way of a second factor: it must not lock out the owner of a contact that somebody else registered. */
async function obstacleFor({ services, viewer }: PageContext, required: boolean) {
  const { userId } = signedIn(viewer)
  const [account, password] = await Promise.all([
    accountById(services.db, userId),
    hasPassword(services.db, userId),
  ])
  if (!account) throw new ExpectedError('sign-in')
  if (!account.emailVerified && !account.phoneVerified && !required) return 'verify' as const
  return password ? null : ('password' as const)
}

const isRequired = ({ services, viewer }: PageContext) =>
  services.config.staffTwoFactor && isStaff(viewer)

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale } = context
    const person = signedIn(viewer)
    const required = isRequired(context)
    return {
      on: viewer.twoFactor,
      required,
      obstacle: viewer.twoFactor ? null : await obstacleFor(context, required),
      enrolment: viewer.twoFactor ? null : await pendingEnrolment(services, person),
      go: localePath(locale, await landingPath(services.db, person.userId)),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, request, info, locale, t } = context
    const person = signedIn(viewer)
    const { headers } = request
    const here = localePath(locale, '/account/two-factor')
    const form = await request.formData()
    const parsed = parseForm(form, schema, t)
    if (!parsed.ok) return refuse(parsed.result)
    const input = parsed.value
    await countTry(services, info.ip, person.userId)
    switch (input.intent) {
      case 'start': {
        if (await obstacleFor(context, isRequired(context))) throw new ExpectedError('conflict')
        const done = await refusing(form, t, () =>
          beginSecondFactor(services, input.password, headers),
        )
        return done.ok ? leaveTo(here) : refuse(done.result)
      }
      case 'confirm': {
        const done = await refusing(form, t, () =>
          confirmSecondFactor(services, person, input.code, headers),
        )
        if (!done.ok) return refuse(done.result)
        const { backupCodes } = done.value
        return data({ backupCodes, result: undefined }, { headers: done.value.headers })
      }
      case 'renew': {
        const done = await refusing(form, t, () =>
          renewBackupCodes(services, person, input.password, headers),
        )
        return done.ok ? { backupCodes: done.value, result: undefined } : refuse(done.result)
      }
      case 'off': {
        if (isRequired(context)) throw new ExpectedError('forbidden')
        const done = await refusing(form, t, () =>
          endSecondFactor(services, person, input.password, headers),
        )
        if (!done.ok) return refuse(done.result)
        return leaveTo(localePath(locale, '/account'), done.value, flashHeaders('twoFactorOff'))
      }
    }
  })
}

function refuse(result: Parameters<typeof unprocessable>[0]) {
  return data({ backupCodes: null, result }, { status: 422 })
}

export default function TwoFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { on, required, obstacle, enrolment, go } = loaderData
  const result = actionData?.result
  if (actionData?.backupCodes) return <BackupCodes codes={actionData.backupCodes} go={go} />
  return (
    <Page
      width="form"
      title={t('account.twoFactor.title')}
      intro={t('account.twoFactor.intro')}
      back={
        on || !required ? { href: path('/account'), label: t('account.home.title') } : undefined
      }
    >
      {required && !on && (
        <Flash tone="sun" live={false}>
          {t('account.twoFactor.required')}
        </Flash>
      )}
      {on ? (
        <Manage required={required} result={result} />
      ) : obstacle ? (
        <Obstacle kind={obstacle} />
      ) : enrolment ? (
        <Enrol enrolment={enrolment} result={result} />
      ) : (
        <Start result={result} />
      )}
    </Page>
  )
}
