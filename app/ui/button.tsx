import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

type Look = {
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: IconName | undefined
  /** Icon after the words, for a step forward. */
  iconEnd?: IconName | undefined
  className?: string | undefined
}

type ButtonProps = Look & {
  type?: 'submit' | 'reset' | 'button'
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formAction?: string | undefined
  formMethod?: 'get' | 'post' | undefined
  formNoValidate?: boolean | undefined
  disabled?: boolean | undefined
  /** Fuller name where the words alone are ambiguous; it must begin with the visible words. */
  ariaLabel?: string | undefined
  /** Id of the dialog this button opens or closes. */
  popoverTarget?: string | undefined
  popoverTargetAction?: 'show' | 'hide' | 'toggle' | undefined
}

type ButtonLinkProps = Look & {
  href: string
  rel?: string | undefined
  download?: boolean | string | undefined
  ariaLabel?: string | undefined
}

function look({ variant = 'secondary', size, className }: Look): string | undefined {
  return classNames('btn', `btn-${variant}`, size === 'small' && 'btn-small', className)
}

function Content({ icon, iconEnd, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconEnd && <Icon name={iconEnd} />}
    </>
  )
}

/** A button of a form. Its words say what happens; one primary button a page. */
export function Button(props: ButtonProps) {
  return (
    <button
      className={look(props)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
      formMethod={props.formMethod}
      formNoValidate={props.formNoValidate}
      disabled={props.disabled}
      aria-label={props.ariaLabel}
      popoverTarget={props.popoverTarget}
      popoverTargetAction={props.popoverTargetAction}
    >
      <Content {...props} />
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      className={look(props)}
      href={props.href}
      rel={props.rel}
      download={props.download}
      aria-label={props.ariaLabel}
    >
      <Content {...props} />
    </a>
  )
}

/**
 * The button that Enter presses. Browsers take the first submit button of a form: put this one first
 * in a form that holds a picker or a remove button above its main button.
 */
export function DefaultSubmit({ name, value }: { name?: string; value?: string }) {
  return (
    <button
      className="sr-only"
      type="submit"
      name={name}
      value={value}
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}

/** A row of buttons; on a phone each takes the width of the page. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
