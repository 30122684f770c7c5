/** An e-mail or SMS to send after commit. */
export interface MessageTable {
  id: string
  channel: 'email' | 'sms'
  recipient: string
  subject: string | null
  body: string
  created_at: string
  due_at: string
  attempts: number
  sent_at: string | null
  failed_at: string | null
  error: string | null
}
