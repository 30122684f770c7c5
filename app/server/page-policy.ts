import { isEmbedded } from '#app/domain/map/embed.ts'

/** What the headers of an address allow a browser beyond what every page may. */
export interface PagePolicy {
  readonly contentSecurityPolicy: string
  /** Other sites may show the page in a frame. */
  readonly framed: boolean
}

const interactiveMap = /^\/(chamber\/map|map\/[A-Z]{2})\/interactive$/

/**
 * The content security policy of an address. Some pages get more than the others: the embedded public
 * map may be framed, and interactive maps may load tiles from the server that `tilesUrl` names.
 */
export function pagePolicy(
  { pathname, search }: Pick<URL, 'pathname' | 'search'>,
  { nonce, tilesUrl }: { readonly nonce: string; readonly tilesUrl: string | null },
): PagePolicy {
  const path = pathname.replace(/^\/(fr|en|ar)(?=\/)/, '')
  const framed = path !== pathname && isEmbedded(path, search)
  const tiles = tilesUrl && interactiveMap.test(path) ? ` ${tileOrigin(tilesUrl)}` : ''
  return {
    framed,
    contentSecurityPolicy: [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      `img-src 'self' data:${tiles}`,
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${framed ? '*' : "'none'"}`,
    ].join('; '),
  }
}

/** Where tiles come from, as a policy names it: `https://{s}.tiles.example` is any host below. */
function tileOrigin(tilesUrl: string): string {
  const origin = /^https?:\/\/[^/]+/.exec(tilesUrl)?.[0] ?? "'none'"
  return origin.replace('{s}.', '*.')
}
