/**
 * Where one goes after hiding a match or showing it again: back to the list as it was, which then
 * offers to undo what was hidden; or to the list of what is hidden, when one came from there.
 */
export function leaveHidePage(
  list: string,
  { query, fromHidden, hidden }: { query: string; fromHidden: boolean; hidden: string | null },
): string {
  if (fromHidden) return `${list}/hidden${query}`
  if (hidden === null) return list + query
  const params = new URLSearchParams(query)
  params.set('hidden', hidden)
  return `${list}?${params}`
}

/** What the address of a match's hide page says when one comes from the list of what is hidden. */
export function fromHiddenPage(query: string): string {
  return `${query ? `${query}&` : '?'}from=hidden`
}
