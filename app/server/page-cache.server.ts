/** A page as it was sent. */
export interface KeptPage {
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array<ArrayBuffer>
}

/** Keeps public pages for a moment, so that a rush for one of them renders it once. */
export interface PageCache {
  /** What the pages stand on now: kept pages of another state are not given out. */
  state(): Promise<string>
  /**
   * Notes that a page is asked for; true where it was a moment ago, too. A page that nobody asks for
   * twice is not worth keeping, nor asking where the changes stand.
   */
  isWanted(key: string): boolean
  get(key: string, state: string): KeptPage | null
  /** Keeps a page that was rendered from that state; `get` forgets it when its moment is over. */
  put(key: string, state: string, page: KeptPage): void
}

/**
 * A cache of at most `most` pages, each for at most `ms`. `state` names what pages are made from; a
 * page rendered before a change is never shown after it.
 */
export function createPageCache(
  state: () => Promise<string>,
  { ms = 30_000, most = 2000, now = () => performance.now() } = {},
): PageCache {
  const pages = new Map<string, { page: KeptPage; state: string; until: number }>()
  const asked = new Map<string, number>()
  return {
    state,
    isWanted(key) {
      const before = asked.get(key)
      if (asked.size >= most) asked.delete(asked.keys().next().value ?? '')
      asked.delete(key)
      asked.set(key, now())
      return before !== undefined && now() < before + ms
    },
    get(key, current) {
      const kept = pages.get(key)
      if (!kept) return null
      if (kept.state === current && now() < kept.until) return kept.page
      pages.delete(key)
      return null
    },
    put(key, before, page) {
      // The oldest goes first: a Map remembers in which order it was filled.
      if (pages.size >= most) pages.delete(pages.keys().next().value ?? '')
      pages.delete(key)
      pages.set(key, { page, state: before, until: now() + ms })
    },
  }
}

/** The home page, the search for opportunities and its results, in every language. */
const publicPath = /^\/(fr|en|ar)(\/opportunities(\/[\w-]+)?)?$/

/**
 * True where everybody who asks gets the same page: a public address asked for without any cookie,
 * hence without session or message.
 */
export function isSameForAll(request: Request, path: string): boolean {
  return request.method === 'GET' && publicPath.test(path) && !request.headers.has('cookie')
}
