/** What a form sent about a `SearchSelect`, with the addition or removal asked for already applied. */
export type SearchSelectState = {
  query: string
  chosen: string[]
  /** True when a button of the picker was pressed, or a query left unsearched: show the form again. */
  asked: boolean
}

/** Reads the picker called `name`; an addition clears the query, `single` keeps the last one only. */
export function readSearchSelect(
  data: FormData | URLSearchParams,
  name: string,
  options: { single?: boolean } = {},
): SearchSelectState {
  const add = text(data, `${name}-add`)
  const remove = text(data, `${name}-remove`)
  const query = text(data, `${name}-query`)
  const sent = data.getAll(name).filter((value) => typeof value === 'string' && value !== '')
  const chosen = new Set(sent as string[])
  if (add) {
    if (options.single) chosen.clear()
    chosen.add(add)
  }
  if (remove) chosen.delete(remove)
  return {
    query: add ? '' : query,
    chosen: [...chosen],
    asked: Boolean(add || remove || query || data.has(`${name}-search`)),
  }
}

function text(data: FormData | URLSearchParams, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
