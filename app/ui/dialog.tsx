import type { ReactNode } from 'react'
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx'
import type { IconName } from './icon.tsx'

export type DialogProps = {
  /** Unique in the page. */
  id: string
  openLabel: string
  openVariant?: ButtonVariant
  openSize?: ButtonSize
  openIcon?: IconName | undefined
  /** Fuller name of the opening button where several stand in one page. */
  openAriaLabel?: string | undefined
  title: string
  children?: ReactNode
  /** What can be done: usually a form with one button. */
  actions?: ReactNode
  closeLabel: string
}

/**
 * A question asked over the page before something that cannot be undone. It rests on the `popover`
 * attribute and needs no script; a browser without it shows the question in the page, in full.
 */
export function Dialog(props: DialogProps) {
  const titleId = `${props.id}-title`
  return (
    <>
      <Button
        type="button"
        variant={props.openVariant ?? 'secondary'}
        size={props.openSize ?? 'normal'}
        icon={props.openIcon}
        ariaLabel={props.openAriaLabel}
        popoverTarget={props.id}
        popoverTargetAction="show"
      >
        {props.openLabel}
      </Button>
      <div
        className="dialog"
        id={props.id}
        popover="auto"
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <h2 id={titleId}>{props.title}</h2>
        {props.children && <div className="prose">{props.children}</div>}
        <div className="actions">
          {props.actions}
          <Button type="button" variant="quiet" popoverTarget={props.id} popoverTargetAction="hide">
            {props.closeLabel}
          </Button>
        </div>
      </div>
    </>
  )
}
