import { Choice } from './choice.tsx'
import { classNames } from './class-names.ts'
import { FieldGroup, type FieldProps } from './field.tsx'
import type { Option } from './select-field.tsx'

export type RadioGroupProps = FieldProps & {
  options: readonly Option[]
  defaultValue?: string | undefined
  /** Short answers stand side by side. */
  inline?: boolean
}

/** One choice among a few, all in sight. The group has the id of the field, for error links. */
export function RadioGroup(props: RadioGroupProps) {
  const id = props.id ?? props.name
  return (
    <FieldGroup {...props} id={id} role="radiogroup">
      <div className={classNames('choices', props.inline && 'choices-inline')}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            id={`${id}-${option.value}`}
            name={props.name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={option.value === props.defaultValue}
            required={props.required}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
