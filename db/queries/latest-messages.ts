import type { ReadDb } from '../open.ts'

/** An e-mail or SMS as the mailbox of the demonstration shows it. */
export interface MessageRow {
  readonly id: string
  readonly channel: 'email' | 'sms'
  readonly recipient: string
  readonly subject: string | null
  readonly body: string
  readonly createdAt: string
}

/** The newest messages, newest first. */
export async function latestMessages(db: ReadDb, limit: number): Promise<MessageRow[]> {
  return db
    .selectFrom('message')
    .select(['id', 'channel', 'recipient', 'subject', 'body', 'created_at as createdAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
