import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'

/** An e-mail or SMS that leaves after the transaction that queued it commits. */
export interface NewMessage {
  readonly channel: 'email' | 'sms'
  /** An e-mail address, or a phone number in E.164. */
  readonly recipient: string
  /** Null for an SMS. */
  readonly subject: string | null
  readonly body: string
}

/** Queues a message. Call it inside the transaction that it belongs to. */
export async function queueMessage(db: Db, message: NewMessage, now: Date): Promise<void> {
  const at = toInstant(now)
  await db
    .insertInto('message')
    .values({ id: newId(), ...message, created_at: at, due_at: at, attempts: 0 })
    .execute()
}

/** Queues a one-time code, in the language of the account that has the address, else in French. */
export async function queueCode(
  db: Db,
  code: { channel: 'email' | 'sms'; recipient: string; code: string; now: Date },
): Promise<void> {
  const user = await db
    .selectFrom('auth_user')
    .select('locale')
    .where(code.channel === 'email' ? 'email' : 'phoneNumber', '=', code.recipient)
    .executeTakeFirst()
  const t = translator(isLocale(user?.locale) ? user.locale : 'fr')
  await queueMessage(
    db,
    {
      channel: code.channel,
      recipient: code.recipient,
      subject: code.channel === 'email' ? t('account.codeSubject') : null,
      body: t('account.codeBody', { code: code.code }),
    },
    code.now,
  )
}
