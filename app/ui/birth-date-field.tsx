import { splitDate } from './date-parts.ts'
import { FieldGroup, type FieldProps } from './field.tsx'

export type BirthDateFieldProps = FieldProps & {
  /** The day as `YYYY-MM-DD`, or its parts as last typed. */
  defaultValue?: string | { day: string; month: string; year: string } | undefined
  labels: { day: string; month: string; year: string }
  /** Names of the twelve months, January first. */
  months: readonly string[]
  /** First year offered: the most recent. */
  fromYear: number
  /** Last year offered: the oldest. */
  toYear: number
}

/**
 * A date far from today, in three selects named `name.day`, `name.month` and `name.year`: a calendar
 * would take hundreds of taps. `readDateParts` reads it back.
 */
export function BirthDateField(props: BirthDateFieldProps) {
  const id = props.id ?? props.name
  const value =
    typeof props.defaultValue === 'object' ? props.defaultValue : splitDate(props.defaultValue)
  const years = Array.from(
    { length: props.fromYear - props.toYear + 1 },
    (_, index) => props.fromYear - index,
  )
  const parts = [
    { key: 'day', options: Array.from({ length: 31 }, (_, i) => [i + 1, String(i + 1)] as const) },
    { key: 'month', options: props.months.map((month, i) => [i + 1, month] as const) },
    { key: 'year', options: years.map((year) => [year, String(year)] as const) },
  ] as const
  return (
    <FieldGroup {...props} id={id}>
      <div className="date-parts">
        {parts.map(({ key, options }) => (
          <div key={key} className="field">
            <label className="sub-label" htmlFor={`${id}-${key}`}>
              {props.labels[key]}
            </label>
            <select
              className="input"
              id={`${id}-${key}`}
              name={`${props.name}.${key}`}
              defaultValue={value[key]}
              required={props.required}
              autoComplete={`bday-${key}`}
              aria-invalid={props.errors?.length ? true : undefined}
            >
              <option value="" />
              {options.map(([number, text]) => (
                <option key={number} value={number}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
