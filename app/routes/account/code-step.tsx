import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { CodeField, FormErrors } from './account-fields.tsx'

/** The page on which one writes the code that was sent to a contact, or asks for another. */
export function CodeStep(props: {
  title: string
  contact: string
  submit: string
  result: FormResult | undefined
  children?: ReactNode
}) {
  const t = useT()
  return (
    <Page
      width="form"
      title={props.title}
      intro={
        <>
          {t('account.verify.sent')} <strong dir="ltr">{props.contact}</strong>.{' '}
          {t('account.verify.intro')}
        </>
      }
    >
      <form method="post" noValidate className="stack">
        <FormErrors result={props.result} />
        <HiddenField name="intent" value="code" />
        <CodeField result={props.result} />
        <Actions>
          <Button variant="primary">{props.submit}</Button>
        </Actions>
      </form>
      <form method="post" className="cluster">
        <HiddenField name="intent" value="resend" />
        <Button variant="quiet" size="small">
          {t('account.resend')}
        </Button>
        {props.children}
      </form>
    </Page>
  )
}
