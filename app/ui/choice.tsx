import type { ReactNode } from 'react'

export type ChoiceProps = {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  value: string
  label: ReactNode
  hint?: ReactNode
  defaultChecked?: boolean | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  describedBy?: string | undefined
  invalid?: boolean | undefined
}

/** One radio button or checkbox whose whole row can be tapped. */
export function Choice(props: ChoiceProps) {
  const hintId = props.hint ? `${props.id}-note` : undefined
  return (
    <div className="choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        defaultChecked={props.defaultChecked}
        required={props.required}
        disabled={props.disabled}
        aria-describedby={[hintId, props.describedBy].filter(Boolean).join(' ') || undefined}
        aria-invalid={props.invalid || undefined}
      />
      <label htmlFor={props.id}>
        {props.label}
        {props.hint && (
          <span className="choice-hint" id={hintId}>
            {props.hint}
          </span>
        )}
      </label>
    </div>
  )
}
