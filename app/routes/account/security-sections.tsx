import { formatDay } from '#app/i18n/format.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { FormErrors, PasswordField } from './account-fields.tsx'

/** Changing the password, or choosing a first one. */
export function PasswordSection(props: { hasPassword: boolean; result: FormResult | undefined }) {
  const t = useT()
  const path = usePath()
  if (!props.hasPassword) {
    return (
      <Section title={t('account.home.password')} intro={t('account.home.noPassword')}>
        <Actions>
          <ButtonLink href={path('/password/forgot')}>
            {t('account.home.choosePassword')}
          </ButtonLink>
        </Actions>
      </Section>
    )
  }
  return (
    <Section title={t('account.home.password')} intro={t('account.home.passwordText')}>
      <form method="post" noValidate className="stack max-w-form">
        <FormErrors result={props.result} />
        <HiddenField name="intent" value="password" />
        <PasswordField
          result={props.result}
          kind="current"
          name="currentPassword"
          label={t('account.currentPassword')}
        />
        <PasswordField
          result={props.result}
          kind="new"
          name="newPassword"
          label={t('account.newPassword')}
        />
        <Actions>
          <Button>{t('account.home.changePassword')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** Whether a second factor is on, and where to change that. */
export function TwoFactorSection({ on }: { on: boolean }) {
  const t = useT()
  const path = usePath()
  return (
    <Section title={t('account.home.twoFactor')} intro={t('account.home.twoFactorText')}>
      <p className="cluster">
        <Badge tone={on ? 'done' : 'neutral'}>
          {t(on ? 'account.home.twoFactorOn' : 'account.home.twoFactorOff')}
        </Badge>
        <ButtonLink href={path('/account/two-factor')} size="small">
          {t(on ? 'account.home.twoFactorManage' : 'account.home.twoFactorStart')}
        </ButtonLink>
      </p>
    </Section>
  )
}

type SessionView = {
  id: string
  browser: string | null
  system: string | null
  lastSeen: string
  current: boolean
}

/** The devices that are signed in; each can be signed out, or all the others at once. */
export function SessionsSection({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useT()
  const locale = useLocale()
  const nameOf = ({ browser, system }: SessionView) =>
    browser && system
      ? t('account.home.deviceNames', { browser, system })
      : (browser ?? system ?? t('account.home.deviceUnknown'))
  return (
    <Section title={t('account.home.sessions')} intro={t('account.home.sessionsText')}>
      <DataTable
        caption={t('account.home.sessions')}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: 'device', label: t('account.home.device'), cell: nameOf },
          {
            key: 'seen',
            label: t('account.home.lastSeen'),
            cell: (session) => formatDay(locale, session.lastSeen),
          },
          {
            key: 'action',
            label: t('account.home.action'),
            cell: (session) =>
              session.current ? (
                <Badge tone="done">{t('account.home.current')}</Badge>
              ) : (
                <form method="post">
                  <HiddenField name="intent" value="end-session" />
                  <HiddenField name="sessionId" value={session.id} />
                  <Button size="small" ariaLabel={`${t('account.home.end')} ${nameOf(session)}`}>
                    {t('account.home.end')}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post">
          <HiddenField name="intent" value="end-others" />
          <Button>{t('account.home.endOthers')}</Button>
        </form>
      )}
    </Section>
  )
}
