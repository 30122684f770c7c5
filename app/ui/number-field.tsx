import { controlProps, Field, type FieldProps } from './field.tsx'

export type NumberFieldProps = FieldProps & {
  defaultValue?: number | string | undefined
  min?: number | undefined
  max?: number | undefined
  /** What the number counts, shown after it: km, FCFA, months. */
  unit?: string | undefined
  autoComplete?: string | undefined
}

/**
 * A number typed as text with the numeric keyboard: `type="number"` refuses separators, changes value
 * under a scrolling wheel and drops what it cannot read. The form's schema checks bounds.
 */
export function NumberField(props: NumberFieldProps) {
  const control = controlProps(props)
  const unitId = `${control.id}-unit`
  const describedBy = [control['aria-describedby'], props.unit && unitId].filter(Boolean).join(' ')
  return (
    <Field {...props}>
      <div className="with-unit">
        <input
          {...control}
          aria-describedby={describedBy || undefined}
          className="input input-short"
          type="text"
          inputMode="numeric"
          dir="ltr"
          autoComplete={props.autoComplete ?? 'off'}
          defaultValue={props.defaultValue}
          data-min={props.min}
          data-max={props.max}
        />
        {props.unit && (
          <span className="unit" id={unitId}>
            {props.unit}
          </span>
        )}
      </div>
    </Field>
  )
}
