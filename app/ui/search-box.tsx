import { Button } from './button.tsx'
import { describedBy, FieldNotes } from './field.tsx'

type SearchBoxProps = {
  /** Id of the box, and its name unless `name` tells another. */
  id: string
  name?: string | undefined
  label: string
  hint?: string | undefined
  button: string
  /** Name of the search button, so that a form tells a search from a save. */
  buttonName?: string | undefined
  query?: string | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  /** Address that answers with suggestions, for the enhancement script; the box works without it. */
  suggestUrl?: string | undefined
  /** Adds a suggestion to this field of a picker. Without it, a suggestion is searched for. */
  suggestName?: string | undefined
}

/** A text box beside the button that searches for what it holds. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <div className="field">
      <label className="sub-label" htmlFor={props.id}>
        {props.label}
      </label>
      <FieldNotes id={props.id} hint={props.hint} />
      <div className="search-row">
        <input
          className="input"
          id={props.id}
          name={props.name ?? props.id}
          type="search"
          dir="auto"
          autoComplete="off"
          defaultValue={props.query}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          aria-describedby={describedBy(props.id, { hint: props.hint })}
          data-suggest={props.suggestUrl}
          data-suggest-name={props.suggestUrl && props.suggestName}
        />
        <Button
          icon="search"
          name={props.buttonName}
          value={props.buttonName && '1'}
          formNoValidate
        >
          {props.button}
        </Button>
      </div>
    </div>
  )
}
