import { Choice } from './choice.tsx'
import { classNames } from './class-names.ts'
import { FieldGroup, type FieldProps } from './field.tsx'
import type { Option } from './select-field.tsx'

export type CheckboxGroupProps = FieldProps & {
  options: readonly Option[]
  defaultValues?: readonly string[] | undefined
  inline?: boolean
}

/** Any number of choices, all sent under one name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const id = props.id ?? props.name
  return (
    <FieldGroup {...props} id={id}>
      <div className={classNames('choices', props.inline && 'choices-inline')}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={`${id}-${option.value}`}
            name={props.name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={props.defaultValues?.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
