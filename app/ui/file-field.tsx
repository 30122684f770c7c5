import { controlProps, Field, type FieldProps } from './field.tsx'

export type FileFieldProps = FieldProps & {
  /** File types as in `accept`, for instance `.csv,.xlsx`. */
  accept?: string | undefined
  multiple?: boolean | undefined
}

/** A file to send; its form needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        className="input input-file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </Field>
  )
}
