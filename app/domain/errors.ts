/** Why something that was asked for is not done, in ways that people meet and that a page explains. */
export type ExpectedCode =
  | 'not-found'
  | 'forbidden'
  | 'sign-in'
  | 'gone'
  | 'stale'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'invalid'

/** An expected end of a use case. The server turns its code into a status and a page in the reader's language. */
export class ExpectedError extends Error {
  readonly code: ExpectedCode
  constructor(code: ExpectedCode, message: string = code) {
    super(message)
    this.name = 'ExpectedError'
    this.code = code
  }
}

/** What a use case answers when single fields are wrong: message keys by field name. */
export class FieldErrors extends Error {
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super('field errors')
    this.name = 'FieldErrors'
    this.fields = fields
  }
}
