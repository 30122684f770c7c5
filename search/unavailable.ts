/** The index cannot answer now: its server is down, too slow, too old or refuses the key. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}
