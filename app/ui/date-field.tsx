import { controlProps, Field, type FieldProps } from './field.tsx'

export type DateFieldProps = FieldProps & {
  /** Days as `YYYY-MM-DD`. */
  defaultValue?: string | undefined
  min?: string | undefined
  max?: string | undefined
  type?: 'date' | 'month'
  autoComplete?: string | undefined
}

/** A day not far from today, chosen in the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        className="input input-medium"
        type={props.type ?? 'date'}
        defaultValue={props.defaultValue}
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
      />
    </Field>
  )
}
