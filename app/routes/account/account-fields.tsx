import { useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type FieldsProps = { result: FormResult | undefined }

/** The list of what is wrong, at the head of a form; `ids` gives a field's id where it is not its name. */
export function FormErrors({ result, ids = {} }: FieldsProps & { ids?: Record<string, string> }) {
  const t = useT()
  const errors = Object.entries(result?.errors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ message, fieldId: name ? (ids[name] ?? name) : undefined })),
  )
  return <ErrorSummary title={t('common.errorSummary')} errors={errors} />
}

/** What was typed into a field of one value. */
export function typed(result: FormResult | undefined, name: string): string | undefined {
  const value = result?.values[name]
  return typeof value === 'string' ? value : undefined
}

/** The one field for an e-mail address or a phone number. `example` is a phone number of the country. */
export function ContactField(props: FieldsProps & { example: string; defaultValue?: string }) {
  const t = useT()
  return (
    <TextField
      name="contact"
      label={t('account.contact')}
      hint={t('account.contactHint', {
        example: `\u2066${props.example.replaceAll(' ', '\u00a0')}\u2069`,
      })}
      errors={props.result?.errors.contact}
      defaultValue={typed(props.result, 'contact') ?? props.defaultValue}
      autoComplete="username"
      dir="ltr"
      spellCheck={false}
      maxLength={254}
      required
    />
  )
}

/** A password to choose, with the reason for its length, or one to type again. */
export function PasswordField(
  props: FieldsProps & {
    kind: 'new' | 'current'
    name?: 'password' | 'newPassword' | 'currentPassword'
    id?: string
    label?: string
  },
) {
  const t = useT()
  const name = props.name ?? 'password'
  return (
    <TextField
      type="password"
      name={name}
      id={props.id}
      label={props.label ?? t('account.password')}
      hint={props.kind === 'new' ? t('account.passwordHint') : undefined}
      errors={props.result?.errors[name]}
      autoComplete={props.kind === 'new' ? 'new-password' : 'current-password'}
      maxLength={128}
      required
    />
  )
}

/** A one-time code; phones offer to fill it in from the SMS. */
export function CodeField(
  props: FieldsProps & { label?: string; hint?: string; numeric?: boolean },
) {
  const t = useT()
  return (
    <TextField
      name="code"
      label={props.label ?? t('account.code')}
      hint={props.hint}
      errors={props.result?.errors.code}
      autoComplete="one-time-code"
      inputMode={props.numeric === false ? 'text' : 'numeric'}
      dir="ltr"
      width={props.numeric === false ? 'medium' : 'short'}
      maxLength={20}
      spellCheck={false}
      required
    />
  )
}
