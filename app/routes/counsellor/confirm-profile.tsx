import { redirect } from 'react-router'
import { confirmProfile } from '#app/domain/counsellor/confirm-profile.server.ts'
import { confirmForm, mostAttempts, sendForm } from '#app/domain/counsellor/confirmation.ts'
import { sendConfirmation } from '#app/domain/counsellor/send-confirmation.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { editableProfile } from '#app/domain/profile/editable-profile.server.ts'
import { readIdentity } from '#app/domain/profile/save-identity.server.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { toInstant } from '#db/codec.ts'
import { pendingConfirmation } from '#db/queries/profile-confirmation.ts'
import { profileDeps, sent } from '../profile/step.server.ts'
import { StepPage } from '../profile/step-page.tsx'
import type { Route } from './+types/confirm-profile'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, t }) => {
    const { db } = services
    const { profileId } = args.params
    const { profile } = await editableProfile(db, viewer, profileId)
    const identity = await readIdentity(db, viewer, profileId)
    const pending = await pendingConfirmation(db, profileId)
    const pack = countryPack(profile.country)
    const channels = [
      identity?.phone && {
        value: 'sms',
        label: t('counsellor.confirm.sms', { contact: formatPhone(pack.phone, identity.phone) }),
      },
      identity?.email && {
        value: 'email',
        label: t('counsellor.confirm.email', { contact: identity.email }),
      },
    ].filter((one) => one !== null && one !== undefined && one !== '')
    return {
      confirmedAt: profile.confirmed_at,
      channels,
      timeZone: pack.timeZone,
      sentAt: pending?.sent_at ?? null,
      usable:
        pending !== undefined &&
        pending.attempts < mostAttempts &&
        pending.expires_at > toInstant(services.now()),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, t, locale } = context
    const { profileId } = args.params
    const form = await args.request.formData()
    const here = localePath(locale, `/counsellor/profiles/${profileId}`)
    const secret = services.config.authSecret
    // The scope comes first, so that nobody learns of other profiles or uses up their tries.
    await editableProfile(services.db, viewer, profileId)
    if (sent(form, 'intent') === 'send') {
      const parsed = parseForm(form, sendForm, t)
      if (!parsed.ok) return unprocessable(parsed.result)
      await services.limits.use('sendCode', `confirm ${profileId}`)
      await sendConfirmation(
        { ...profileDeps(services), secret, appUrl: services.config.appUrl },
        viewer,
        { profileId, channel: parsed.value.channel, locale },
      )
      return redirect(`${here}/confirm`, { headers: flashHeaders('codeSent') })
    }
    const parsed = parseForm(form, confirmForm, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const confirmed = await refusing(form, t, () =>
      confirmProfile({ ...profileDeps(services), secret }, viewer, {
        profileId,
        code: parsed.value.code,
        link: false,
      }),
    )
    if (!confirmed.ok) return unprocessable(confirmed.result)
    return redirect(here, { headers: flashHeaders('confirmed') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('counsellor.confirm.title') }) }]
}

export default function ConfirmProfile({ loaderData, actionData, params }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const { confirmedAt, channels, sentAt, usable } = loaderData
  const base = path(`/counsellor/profiles/${params.profileId}`)
  return (
    <StepPage
      title={t('counsellor.confirm.title')}
      intro={t('counsellor.confirm.intro')}
      back={base}
      result={actionData}
    >
      {confirmedAt ? (
        <Flash
          tone="done"
          live={false}
          action={
            <ButtonLink variant="primary" href={base}>
              {t('profile.actions.back')}
            </ButtonLink>
          }
        >
          {t('counsellor.confirm.done', { day: formatDay(locale, confirmedAt) })}
        </Flash>
      ) : (
        <>
          {sentAt && (
            <Flash tone={usable ? 'neutral' : 'attention'} live={false}>
              {usable
                ? t('counsellor.confirm.sent', {
                    time: formatInstant(locale, sentAt, loaderData.timeZone),
                  })
                : t('counsellor.confirm.ended')}
            </Flash>
          )}
          {usable && (
            <form method="post" noValidate className="stack">
              <HiddenField name="intent" value="confirm" />
              <TextField
                name="code"
                label={t('counsellor.confirm.code')}
                inputMode="numeric"
                autoComplete="off"
                dir="ltr"
                width="short"
                maxLength={20}
                errors={actionData?.errors.code}
              />
              <div className="actions">
                <Button variant="primary">{t('counsellor.confirm.button')}</Button>
              </div>
            </form>
          )}
          {channels.length === 0 ? (
            <Flash
              tone="attention"
              live={false}
              action={
                <ButtonLink href={`${base}/identity`}>
                  {t('counsellor.confirm.fillIdentity')}
                </ButtonLink>
              }
            >
              {t('counsellor.confirm.noContact')}
            </Flash>
          ) : (
            <form method="post" noValidate className="stack">
              <HiddenField name="intent" value="send" />
              <RadioGroup
                name="channel"
                label={t('counsellor.confirm.channel')}
                options={channels}
                defaultValue={channels[0]?.value}
                errors={actionData?.errors.channel}
              />
              <div className="actions">
                <Button variant={usable ? 'secondary' : 'primary'} icon="send">
                  {t(sentAt ? 'counsellor.confirm.sendAgain' : 'counsellor.confirm.send')}
                </Button>
              </div>
            </form>
          )}
        </>
      )}
    </StepPage>
  )
}
