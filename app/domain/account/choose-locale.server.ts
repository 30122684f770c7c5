import type { Locale } from '#app/i18n/locales.ts'
import type { Db } from '#db/open.ts'
import { setAccountLocale } from '#db/queries/account-changes.ts'
import type { SignedIn } from '../access.ts'

/** Chooses the language in which messages are written to the viewer. */
export async function chooseLocale(db: Db, viewer: SignedIn, locale: Locale): Promise<void> {
  await setAccountLocale(db, viewer.userId, locale)
}
