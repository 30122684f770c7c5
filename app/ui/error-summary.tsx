import { Icon } from './icon.tsx'

export type FormError = {
  message: string
  /** Id of the field to mend; without it the error concerns the whole form. */
  fieldId?: string | undefined
}

/** What is wrong in a form, said once at its top, with a link to each field. Takes the focus. */
export function ErrorSummary(props: { title: string; errors: readonly FormError[]; id?: string }) {
  if (props.errors.length === 0) return null
  const titleId = `${props.id ?? 'error-summary'}-title`
  return (
    <div
      className="error-summary"
      id={props.id ?? 'error-summary'}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      // biome-ignore lint/a11y/noAutofocus: a form sent back with errors must say so at once
      autoFocus
    >
      <h2 id={titleId}>
        <Icon name="attention" />
        {props.title}
      </h2>
      <ul>
        {props.errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
