import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'

/** Asks why a match should be left out of the list; or, where it is left out already, offers to show it again. */
export function HidePage(props: {
  title: string
  intro: ReactNode
  what: string
  note: string
  reasons: readonly { readonly value: string; readonly label: string }[]
  hidden: boolean
  back: { readonly href: string; readonly label: string }
  result: FormResult | undefined
}) {
  const t = useT()
  const errors = Object.entries(props.result?.errors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ message, fieldId: name === 'reason' ? name : undefined })),
  )
  return (
    <Page title={props.title} intro={props.intro} back={props.back} width="form">
      <ErrorSummary title={t('common.errorSummary')} errors={errors} />
      {props.hidden ? (
        <>
          <p>{t('match.hide.already')}</p>
          <form method="post">
            <HiddenField name="intent" value="show" />
            <div className="actions">
              <Button variant="primary">{t('match.hidden.show')}</Button>
              <ButtonLink href={props.back.href}>{t('match.hide.keep')}</ButtonLink>
            </div>
          </form>
        </>
      ) : (
        <form method="post" noValidate className="stack">
          <HiddenField name="intent" value="hide" />
          <RadioGroup
            name="reason"
            label={t('match.hide.why')}
            hint={props.note}
            options={props.reasons}
            errors={props.result?.errors.reason}
          />
          <div className="actions">
            <Button variant="primary">{props.what}</Button>
            <ButtonLink href={props.back.href}>{t('match.hide.keep')}</ButtonLink>
          </div>
        </form>
      )}
    </Page>
  )
}
