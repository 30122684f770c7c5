import { FieldGroup, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { SearchBox } from './search-box.tsx'

export type SearchSelectItem = { value: string; label: string; detail?: string | undefined }

export type SearchSelectProps = FieldProps & {
  /** Label of the text box, inside the question asked by `label`. */
  searchLabel: string
  /** What was searched last. */
  query?: string | undefined
  /** What the search found; null before any search. */
  results?: readonly SearchSelectItem[] | null | undefined
  chosen: readonly SearchSelectItem[]
  words: {
    search: string
    add: string
    remove: string
    results: string
    noResults: string
    chosen: string
  }
  /** Address that answers with suggestions, for the enhancement script; the form works without it. */
  suggestUrl?: string | undefined
  placeholder?: string | undefined
}

/**
 * Search, then add, without script. Every button submits the form around it: `name-search` asks for
 * results, `name-add` and `name-remove` carry a value; what is chosen travels as hidden `name` inputs.
 * `readSearchSelect` reads it all back.
 */
export function SearchSelect(props: SearchSelectProps) {
  const { name, words } = props
  const id = props.id ?? name
  const chosen = new Set(props.chosen.map((item) => item.value))
  const offered = props.results?.filter((item) => !chosen.has(item.value)) ?? null
  return (
    <FieldGroup {...props} id={id}>
      <div className="picker">
        {props.chosen.length > 0 && (
          <div>
            <p className="sub-label">{words.chosen}</p>
            <ul className="tags">
              {props.chosen.map((item) => (
                <li key={item.value}>
                  <input type="hidden" name={name} value={item.value} />
                  <button
                    className="tag tag-button"
                    type="submit"
                    name={`${name}-remove`}
                    value={item.value}
                    formNoValidate
                  >
                    <bdi>{item.label}</bdi>
                    <span className="sr-only"> : {words.remove}</span>
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <SearchBox
          id={`${id}-query`}
          name={`${name}-query`}
          label={props.searchLabel}
          button={words.search}
          buttonName={`${name}-search`}
          query={props.query}
          placeholder={props.placeholder}
          suggestUrl={props.suggestUrl}
          suggestName={name}
        />
        {offered && (
          <div className="results" id={`${id}-results`}>
            <p className="sub-label" role="status">
              {offered.length > 0 ? words.results : words.noResults}
            </p>
            {offered.length > 0 && (
              <ul>
                {offered.map((item) => (
                  <li key={item.value}>
                    <button
                      className="result"
                      type="submit"
                      name={`${name}-add`}
                      value={item.value}
                      formNoValidate
                    >
                      <Icon name="plus" />
                      <span className="sr-only">{words.add} : </span>
                      <span>
                        <bdi>{item.label}</bdi>
                        {item.detail && (
                          <span className="result-detail">
                            <bdi>{item.detail}</bdi>
                          </span>
                        )}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </FieldGroup>
  )
}
