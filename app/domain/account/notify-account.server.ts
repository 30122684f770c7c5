import { queueMessage } from '#app/domain/messages/queue-message.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import type { Db } from '#db/open.ts'
import type { AccountRow } from '#db/queries/account.ts'
import { contactsOf } from './contact.ts'

/** What the owner of an account is told of it. */
export type AccountNotice = 'alreadyRegistered' | 'passwordChanged' | 'twoFactorOn' | 'twoFactorOff'

/** Queues a notice to the first contact of an account, in its language. Call it inside a transaction where there is one. */
export async function notifyAccount(
  deps: { db: Db; now: Date; appUrl: string },
  account: AccountRow,
  notice: AccountNotice,
): Promise<void> {
  const contact = contactsOf(account)[0]
  if (!contact) return
  const locale = isLocale(account.locale) ? account.locale : 'fr'
  const t = translator(locale)
  const path = notice === 'alreadyRegistered' ? '/sign-in' : '/password/forgot'
  const body = t(`account.notices.${notice}.body`, { link: deps.appUrl + localePath(locale, path) })
  await queueMessage(
    deps.db,
    contact.kind === 'email'
      ? {
          channel: 'email',
          recipient: contact.value,
          subject: t(`account.notices.${notice}.subject`),
          body,
        }
      : { channel: 'sms', recipient: contact.value, subject: null, body },
    deps.now,
  )
}
