import { classNames } from './class-names.ts'
import { controlProps, Field, type FieldProps } from './field.tsx'

export type Option = {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}
export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  defaultValue?: string | undefined
  /** Words of the empty choice; without them the first option is chosen from the start. */
  emptyLabel?: string | undefined
  autoComplete?: string | undefined
  width?: 'full' | 'medium' | 'short'
  /** `ltr` for choices that are addresses or numbers. */
  dir?: 'ltr'
}

const choice = (option: Option) => (
  <option key={option.value} value={option.value} disabled={option.disabled}>
    {option.label}
  </option>
)

/** One choice among more than six; with fewer, radio buttons show them all at once. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      <select
        {...controlProps(props)}
        className={classNames('input', props.width && `input-${props.width}`)}
        defaultValue={props.defaultValue}
        autoComplete={props.autoComplete}
        dir={props.dir}
      >
        {props.emptyLabel !== undefined && <option value="">{props.emptyLabel}</option>}
        {props.options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(choice)}
            </optgroup>
          ) : (
            choice(option)
          ),
        )}
      </select>
    </Field>
  )
}
