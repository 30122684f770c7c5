import { type Consent, consents } from '#app/domain/company/record.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { ContactFields } from '../../company/contact-fields.tsx'
import { type FormState, formState } from '../../company/form-state.ts'

const tones: Record<Consent, Tone> = {
  unknown: 'sun',
  asked: 'neutral',
  given: 'done',
  refused: 'attention',
}

interface Contact {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly position: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly phoneLabel: string | null
  readonly consent: Consent
  readonly consentDay: string | null
}

/** A person to contact: how, with what consent, and the forms that change or remove them. */
export function ContactCard({ contact, form }: { contact: Contact; form: FormState | null }) {
  const t = useT()
  const locale = useLocale()
  const gone = contact.consent === 'refused'
  const stored = {
    contactId: contact.id,
    version: String(contact.version),
    name: contact.name,
    position: contact.position ?? '',
    email: contact.email ?? '',
    phone: contact.phoneLabel ?? '',
    consent: contact.consent,
    consentDay: contact.consentDay ?? '',
  }
  const name = gone ? t('relation.contacts.refusedName') : contact.name
  return (
    <Card
      title={name}
      subtitle={contact.position && <bdi>{contact.position}</bdi>}
      badge={
        <Badge tone={tones[contact.consent]}>{t(`relation.consents.${contact.consent}`)}</Badge>
      }
    >
      {contact.consentDay && (
        <p className="hint">
          {t('relation.contacts.answeredOn', { day: formatDay(locale, contact.consentDay) })}
        </p>
      )}
      {gone && <p className="hint">{t('relation.contacts.refusedText')}</p>}
      {(contact.phone || contact.email) && (
        <p className="cluster">
          {contact.phone && (
            <a href={`tel:${contact.phone}`}>
              <bdi dir="ltr">{contact.phoneLabel}</bdi>
            </a>
          )}
          {contact.email && (
            <a href={`mailto:${contact.email}`} dir="ltr">
              {contact.email}
            </a>
          )}
        </p>
      )}
      {gone ? (
        <RemoveContact id={contact.id} name={name} />
      ) : (
        <Disclosure summary={t('relation.contacts.change')} open={form !== null}>
          <div className="stack">
            <ContactForm
              idOf={(field) => `${field}-${contact.id}`}
              form={form ?? formState(null, stored)}
              button={t('relation.contacts.save')}
            />
            <RemoveContact id={contact.id} name={name} />
          </div>
        </Disclosure>
      )}
    </Card>
  )
}

function RemoveContact({ id, name }: { id: string; name: string }) {
  const t = useT()
  return (
    <div className="actions">
      <Dialog
        id={`remove-${id}`}
        openLabel={t('common.actions.remove')}
        openSize="small"
        openVariant="danger"
        openAriaLabel={`${t('common.actions.remove')} : ${name}`}
        title={t('relation.contacts.removeTitle')}
        closeLabel={t('common.actions.cancel')}
        actions={
          <form method="post">
            <HiddenField name="intent" value="remove" />
            <HiddenField name="contactId" value={id} />
            <Button variant="danger">{t('relation.contacts.removeButton')}</Button>
          </form>
        }
      />
    </div>
  )
}

/** Adds or changes a person to contact. `idOf` tells the fields of several such forms apart. */
export function ContactForm(props: {
  form: FormState
  button: string
  idOf: (name: string) => string
}) {
  const t = useT()
  const { form, idOf } = props
  const contactId = form.value('contactId')
  const field = (name: string) => ({
    id: idOf(name),
    name,
    defaultValue: form.value(name),
    errors: form.errors(name),
  })
  return (
    <form method="post" noValidate className="fields">
      <ErrorSummary
        id={idOf('errors')}
        title={t('common.errorSummary')}
        errors={form.summary.map((one) => ({ ...one, fieldId: one.fieldId && idOf(one.fieldId) }))}
      />
      <HiddenField name="intent" value="save" />
      {contactId && <HiddenField name="contactId" value={contactId} />}
      {contactId && <HiddenField name="version" value={form.value('version') ?? ''} />}
      <ContactFields form={form} idOf={idOf} />
      <RadioGroup
        {...field('consent')}
        label={t('relation.contacts.consent')}
        hint={t('relation.contacts.consentHint')}
        inline
        options={consents.map((one) => ({ value: one, label: t(`relation.consents.${one}`) }))}
      />
      <DateField
        {...field('consentDay')}
        label={t('relation.contacts.consentDay')}
        mark={t('common.optional')}
      />
      <div className="actions">
        <Button>{props.button}</Button>
      </div>
    </form>
  )
}
