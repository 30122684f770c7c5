import { ExpectedError } from '#app/domain/errors.ts'
import type { FormResult } from '#app/server/forms.server.ts'

/** Throws `ExpectedError('invalid')` when a field that a form carries unseen is wrong: nobody could mend it. */
export function refuseUnseen(
  { errors }: Pick<FormResult, 'errors'>,
  names: readonly string[],
): void {
  if (names.some((name) => errors[name])) throw new ExpectedError('invalid')
}
