/** The index cannot answer now: its server is down, too slow, too old or refuses the key. */
export class SearchUnavailable extends Error {
  override readonly name: string = 'SearchUnavailable'
}

/** The index answers, but not from everything: it must be built first, or is being built. */
export class IndexIncomplete extends SearchUnavailable {
  override readonly name = 'IndexIncomplete'
}
