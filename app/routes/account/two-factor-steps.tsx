import { usePath, useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { NoPrint } from '#app/ui/print.tsx'
import { CodeField, FormErrors, PasswordField } from './account-fields.tsx'

type StepProps = { result: FormResult | undefined }

/** What must be done before a second factor can be set up. */
export function Obstacle({ kind }: { kind: 'verify' | 'password' }) {
  const t = useT()
  const path = usePath()
  return kind === 'verify' ? (
    <Flash
      tone="sun"
      live={false}
      action={<ButtonLink href={path('/register/verify')}>{t('account.home.confirm')}</ButtonLink>}
    >
      {t('account.twoFactor.verifyFirst')}
    </Flash>
  ) : (
    <Flash
      tone="sun"
      live={false}
      action={
        <ButtonLink href={path('/password/forgot')}>{t('account.home.choosePassword')}</ButtonLink>
      }
    >
      {t('account.twoFactor.passwordFirst')}
    </Flash>
  )
}

/** The first step: the password again. */
export function Start({ result }: StepProps) {
  const t = useT()
  return (
    <form method="post" noValidate className="stack">
      <FormErrors result={result} />
      <p>{t('account.twoFactor.startText')}</p>
      <HiddenField name="intent" value="start" />
      <PasswordField result={result} kind="current" label={t('account.currentPassword')} />
      <Actions>
        <Button variant="primary">{t('account.twoFactor.start')}</Button>
      </Actions>
    </form>
  )
}

/** The second step: the secret as a picture and as text, then the first code. */
export function Enrol(
  props: StepProps & { enrolment: { qr: { size: number; path: string }; secret: string } },
) {
  const t = useT()
  const { qr, secret } = props.enrolment
  return (
    <>
      <FormErrors result={props.result} />
      <Section title={t('account.twoFactor.scan')} intro={t('account.twoFactor.scanText')}>
        <svg
          role="img"
          aria-label={t('account.twoFactor.qr')}
          width={qr.size * 5}
          height={qr.size * 5}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <p>{t('account.twoFactor.secret')}</p>
        <p>
          <code dir="ltr">{secret}</code>
        </p>
      </Section>
      <Section title={t('account.twoFactor.confirm')}>
        <form method="post" noValidate className="stack">
          <HiddenField name="intent" value="confirm" />
          <CodeField result={props.result} label={t('account.twoFactor.code')} />
          <Actions>
            <Button variant="primary">{t('account.twoFactor.activate')}</Button>
          </Actions>
        </form>
      </Section>
      <Disclosure summary={t('account.twoFactor.again')}>
        <form method="post" noValidate className="stack">
          <HiddenField name="intent" value="start" />
          <PasswordField
            result={props.result}
            kind="current"
            label={t('account.currentPassword')}
          />
          <Actions>
            <Button>{t('account.twoFactor.again')}</Button>
          </Actions>
        </form>
      </Disclosure>
    </>
  )
}

/** The backup codes, shown once, to print or to copy. */
export function BackupCodes({ codes, go }: { codes: readonly string[]; go: string }) {
  const t = useT()
  return (
    <Page
      width="form"
      title={t('account.twoFactor.backup')}
      intro={t('account.twoFactor.backupText')}
      eyebrow={<Flash tone="done">{t('account.twoFactor.on')}</Flash>}
    >
      <ul className="card grid grid-cols-2 gap-3" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{t('account.twoFactor.backupKeep')}</p>
      <NoPrint>
        <Actions>
          <ButtonLink href={go} variant="primary">
            {t('account.twoFactor.backupDone')}
          </ButtonLink>
        </Actions>
      </NoPrint>
    </Page>
  )
}

/** New backup codes, and turning the second factor off where that is allowed. */
export function Manage({ required, result }: StepProps & { required: boolean }) {
  const t = useT()
  return (
    <>
      <Flash tone="done" live={false}>
        {t('account.twoFactor.on')}
      </Flash>
      <FormErrors result={result} />
      <Section title={t('account.twoFactor.renew')} intro={t('account.twoFactor.renewText')}>
        <form method="post" noValidate className="stack">
          <HiddenField name="intent" value="renew" />
          <PasswordField result={result} kind="current" label={t('account.currentPassword')} />
          <Actions>
            <Button>{t('account.twoFactor.renewSubmit')}</Button>
          </Actions>
        </form>
      </Section>
      <Section title={t('account.twoFactor.off')}>
        {required ? (
          <p>{t('account.twoFactor.stays')}</p>
        ) : (
          <form method="post" noValidate className="stack">
            <HiddenField name="intent" value="off" />
            <PasswordField
              id="off-password"
              result={undefined}
              kind="current"
              label={t('account.currentPassword')}
            />
            <Actions>
              <Button variant="danger">{t('account.twoFactor.offSubmit')}</Button>
            </Actions>
          </form>
        )}
      </Section>
    </>
  )
}
