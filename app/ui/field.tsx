import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What every field takes. Words come translated; `id` is the name unless told otherwise. */
export type FieldProps = {
  name: string
  label: ReactNode
  id?: string | undefined
  hint?: ReactNode
  errors?: readonly string[] | undefined
  required?: boolean | undefined
  /** Says beside the label that the field is optional, or required: the rarer of the two. */
  mark?: string | undefined
}

const hintId = (id: string) => `${id}-hint`
const errorsId = (id: string) => `${id}-errors`
const hasErrors = (props: Pick<FieldProps, 'errors'>) => Boolean(props.errors?.length)

/** Attributes that tie a control to its label, hint and errors. */
export function controlProps(props: FieldProps) {
  const id = props.id ?? props.name
  return {
    id,
    name: props.name,
    required: props.required,
    'aria-describedby': describedBy(id, props),
    'aria-invalid': hasErrors(props) || undefined,
  }
}

/** Ids of the hint and of the errors of a field, for `aria-describedby`; undefined without either. */
export function describedBy(
  id: string,
  props: Pick<FieldProps, 'hint' | 'errors'>,
): string | undefined {
  const ids = [props.hint ? hintId(id) : '', hasErrors(props) ? errorsId(id) : '']
  return ids.filter(Boolean).join(' ') || undefined
}

/** Hint and errors of the field called `id`. */
export function FieldNotes({
  id,
  hint,
  errors,
}: { id: string } & Pick<FieldProps, 'hint' | 'errors'>) {
  return (
    <>
      {hint && (
        <div className="hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      {errors?.length ? (
        <ul className="errors" id={errorsId(id)}>
          {errors.map((error) => (
            <li key={error}>
              <Icon name="attention" />
              {error}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Label with its optional mark. */
export function LabelText({ label, mark }: Pick<FieldProps, 'label' | 'mark'>) {
  return (
    <>
      {label}
      {mark && <span className="mark"> {mark}</span>}
    </>
  )
}

/** A label, its notes and one control, in the order in which they are read. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const id = props.id ?? props.name
  return (
    <div className="field" data-invalid={hasErrors(props) || undefined}>
      <label className="label" htmlFor={id}>
        <LabelText label={props.label} mark={props.mark} />
      </label>
      <FieldNotes id={id} hint={props.hint} errors={props.errors} />
      {props.children}
    </div>
  )
}

/** A question answered by several controls: its label is the legend of a fieldset. */
export function FieldGroup(
  props: Omit<FieldProps, 'name'> & { id: string; children: ReactNode; role?: 'radiogroup' },
) {
  return (
    <fieldset
      className="field"
      id={props.id}
      role={props.role}
      tabIndex={-1}
      data-invalid={hasErrors(props) || undefined}
      aria-describedby={describedBy(props.id, props)}
      aria-invalid={props.role ? hasErrors(props) || undefined : undefined}
    >
      <legend className="label">
        <LabelText label={props.label} mark={props.mark} />
      </legend>
      <FieldNotes id={props.id} hint={props.hint} errors={props.errors} />
      {props.children}
    </fieldset>
  )
}
