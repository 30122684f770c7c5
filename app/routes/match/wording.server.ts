import type { Wording } from '#app/routes/match/say.ts'
import type { PageContext } from '#app/server/page.server.ts'

/** The reader's language and the taxonomy's words in it, for phrasing explanations. */
export function wordingOf({ t, locale, services }: PageContext): Wording {
  return { t, locale, label: (uri) => services.reference.label(uri, locale) }
}
