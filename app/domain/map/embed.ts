/** The public map of a country, one of its areas or a list below it; the address without its language. */
const publicMap = /^\/map\/[A-Z]{2}(\/[\w.-]+){0,2}$/

/**
 * True for an address that another site may show in a frame: the public map, asked for as `embed=1`.
 * Then it comes without header and footer. Nothing of it depends on who asks.
 */
export function isEmbedded(path: string, search: string): boolean {
  return publicMap.test(path) && new URLSearchParams(search).get('embed') === '1'
}
