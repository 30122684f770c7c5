import { Choice } from './choice.tsx'
import { describedBy, FieldNotes, type FieldProps, LabelText } from './field.tsx'

export type CheckboxProps = FieldProps & {
  /** What is sent when ticked; nothing is sent otherwise. */
  value?: string
  defaultChecked?: boolean | undefined
}

/** One yes-or-no, such as a consent; never ticked in advance for a consent. */
export function Checkbox(props: CheckboxProps) {
  const id = props.id ?? props.name
  const invalid = Boolean(props.errors?.length)
  return (
    <div className="field" data-invalid={invalid || undefined}>
      <FieldNotes id={id} errors={props.errors} />
      <Choice
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? 'on'}
        label={<LabelText label={props.label} mark={props.mark} />}
        hint={props.hint}
        defaultChecked={props.defaultChecked}
        required={props.required}
        describedBy={describedBy(id, { errors: props.errors })}
        invalid={invalid}
      />
    </div>
  )
}
