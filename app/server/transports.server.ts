import { createTransport } from 'nodemailer'
import type { Transports } from '#app/domain/messages/send-messages.server.ts'
import type { Config } from './config.server.ts'

/** The ways out for messages: SMTP for e-mail, a webhook (JSON `{to, text}`) for SMS; null where the config names none. */
export function createTransports(config: Config): Transports {
  const { smtp, sms } = config
  const mailer = smtp && createTransport(smtp.url)
  return {
    email: mailer && {
      async send(message) {
        await mailer.sendMail({
          from: smtp.from,
          to: message.recipient,
          subject: message.subject ?? '',
          text: message.body,
        })
      },
    },
    sms: sms && {
      async send(message) {
        const response = await fetch(sms.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(sms.token ? { authorization: `Bearer ${sms.token}` } : {}),
          },
          body: JSON.stringify({ to: message.recipient, text: message.body }),
          signal: AbortSignal.timeout(10_000),
        })
        if (!response.ok) throw new Error(`SMS gateway answered ${response.status}`)
      },
    },
  }
}
