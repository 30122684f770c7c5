import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'

/** Hands one message to the world. Rejects when it could not be handed over. */
export interface Transport {
  send(message: { recipient: string; subject: string | null; body: string }): Promise<void>
}

/** Null keeps messages of that channel in the mailbox of the demo and of development. */
export type Transports = Readonly<Record<'email' | 'sms', Transport | null>>

const batch = 20
const mostAttempts = 8

/**
 * A function that sends what is due, at most 20 messages, and answers whether more are waiting.
 * What fails is tried again after 1, 2, 4... minutes, eight times in all. The text of a sent message
 * is dropped: it held a code or a name.
 */
export function createMessageSender(
  db: Db,
  transports: Transports,
  now: () => Date,
): () => Promise<boolean> {
  return async () => {
    const channels = (['email', 'sms'] as const).filter((channel) => transports[channel])
    if (channels.length === 0) return false
    const due = await db
      .selectFrom('message')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('due_at', '<=', toInstant(now()))
      .where('channel', 'in', channels)
      .orderBy('due_at')
      .limit(batch)
      .execute()
    for (const message of due) {
      const attempts = message.attempts + 1
      const outcome = await transports[message.channel]?.send(message).then(
        () => ({ sent_at: toInstant(now()), body: '', error: null }),
        (error: unknown) => ({
          failed_at: attempts >= mostAttempts ? toInstant(now()) : null,
          due_at: toInstant(new Date(now().getTime() + 60_000 * 2 ** (attempts - 1))),
          error: error instanceof Error ? error.name : 'unknown',
        }),
      )
      await db
        .updateTable('message')
        .set({ ...outcome, attempts })
        .where('id', '=', message.id)
        .execute()
    }
    return due.length === batch
  }
}
