import { controlProps, Field, type FieldProps } from './field.tsx'

export type TextAreaProps = FieldProps & {
  defaultValue?: string | undefined
  rows?: number
  maxLength?: number | undefined
  placeholder?: string | undefined
  dir?: 'auto' | 'ltr' | 'rtl'
}

/** Several lines of free text; the box grows with the text where the browser can. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...controlProps(props)}
        className="input"
        rows={props.rows ?? 4}
        defaultValue={props.defaultValue}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        dir={props.dir ?? 'auto'}
      />
    </Field>
  )
}
