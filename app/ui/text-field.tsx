import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { classNames } from './class-names.ts'
import { controlProps, Field, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'>
  defaultValue?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  inputMode?: 'text' | 'tel' | 'email' | 'url' | 'numeric' | 'search' | undefined
  /** `auto` lets Arabic typed in a French page run its own way; codes, numbers and mail stay `ltr`. */
  dir?: 'auto' | 'ltr' | 'rtl'
  /** About as wide as what one types: `short` for a code or a postcode. */
  width?: 'full' | 'medium' | 'short'
  maxLength?: number | undefined
  minLength?: number | undefined
  pattern?: string | undefined
  placeholder?: string | undefined
  spellCheck?: boolean | undefined
  readOnly?: boolean | undefined
  /** Id of a `<datalist>` of suggestions. */
  list?: string | undefined
  /** Address that answers with suggestions, for the enhancement script; the field works without it. */
  suggestUrl?: string | undefined
}

const leftToRight = new Set(['email', 'tel', 'url', 'password'])

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const type = props.type ?? 'text'
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        className={classNames('input', props.width && `input-${props.width}`)}
        type={type}
        defaultValue={props.defaultValue}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        dir={props.dir ?? (leftToRight.has(type) ? 'ltr' : 'auto')}
        maxLength={props.maxLength}
        minLength={props.minLength}
        pattern={props.pattern}
        placeholder={props.placeholder}
        spellCheck={props.spellCheck}
        readOnly={props.readOnly}
        list={props.list}
        data-suggest={props.suggestUrl}
      />
    </Field>
  )
}
