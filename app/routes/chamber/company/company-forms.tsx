import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from '../../company/form-state.ts'

/** Says that a company is real and what shows it; once said, renews it or takes it back. */
export function VerificationForm(props: {
  form: FormState
  version: number
  /** The day of the verification in words; null before. */
  verified: string | null
  evidence: string | null
  /** The day on which it ends, in words. */
  until: string | null
  today: string
}) {
  const t = useT()
  const path = usePath()
  const { form, until } = props
  const entry = (
    <form method="post" noValidate className="fields" action="#verify">
      <ErrorSummary
        id="verify-errors"
        title={t('common.errorSummary')}
        errors={form.summary.filter((one) => ['evidence', 'until'].includes(one.fieldId ?? ''))}
      />
      <HiddenField name="intent" value="verify" />
      <HiddenField name="version" value={props.version} />
      <TextArea
        name="evidence"
        label={t('chamber.verify.evidence')}
        hint={t('chamber.verify.evidenceHint')}
        defaultValue={form.value('evidence')}
        errors={form.errors('evidence')}
        maxLength={1000}
        rows={3}
      />
      <DateField
        name="until"
        label={t('relation.verify.until')}
        hint={t('relation.verify.untilHint')}
        mark={t('common.optional')}
        min={props.today}
        defaultValue={form.value('until')}
        errors={form.errors('until')}
      />
      <div className="actions">
        <Button icon="check">
          {t(props.verified ? 'relation.verify.renew' : 'chamber.verify.button')}
        </Button>
      </div>
    </form>
  )
  const meaning = <a href={path('/about/verified')}>{t('relation.verify.meaning')}</a>
  if (!props.verified) {
    return (
      <>
        {entry}
        <p className="hint">{meaning}</p>
      </>
    )
  }
  return (
    <>
      <p dir="auto" className="whitespace-pre-line">
        {props.evidence}
      </p>
      <p className="hint">
        {until && t('relation.verify.holdsUntil', { day: until })} {meaning}
      </p>
      <Disclosure
        summary={t('relation.verify.renewTitle')}
        open={Boolean(form.errors('evidence') ?? form.errors('until'))}
      >
        <div className="stack">
          {entry}
          <form method="post">
            <HiddenField name="intent" value="unverify" />
            <HiddenField name="version" value={props.version} />
            <div className="actions">
              <Button variant="danger">{t('chamber.verify.undo')}</Button>
            </div>
          </form>
        </div>
      </Disclosure>
    </>
  )
}

/** Invites the person who will own the company's account. */
export function InviteOwnerForm({ form }: { form: FormState }) {
  const t = useT()
  return (
    <form method="post" noValidate className="fields" action="#invite">
      <ErrorSummary
        id="invite-errors"
        title={t('common.errorSummary')}
        errors={form.summary.filter((one) => one.fieldId === 'contact')}
      />
      <HiddenField name="intent" value="invite" />
      <TextField
        name="contact"
        label={t('chamber.invite.contact')}
        hint={t('chamber.invite.contactHint')}
        dir="ltr"
        defaultValue={form.value('contact')}
        errors={form.errors('contact')}
        maxLength={254}
        autoComplete="off"
      />
      <div className="actions">
        <Button icon="send">{t('chamber.invite.button')}</Button>
      </div>
    </form>
  )
}
