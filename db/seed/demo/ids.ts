import { randomFrom } from './random.ts'

/** The instant that ids say they were made at: the same for ever, so that addresses survive a fresh start. */
const epoch = Date.UTC(2026, 0, 5, 8)

/** Makes ids of the form of UUIDv7 (RFC 9562), a second apart, the same ones for the same name. */
export function idMaker(name: string): () => string {
  const random = randomFrom(`id ${name}`)
  let count = 0
  const hex = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return () => {
    const time = (epoch + 1000 * count++).toString(16).padStart(12, '0')
    const variant = '89ab'[random.below(4)]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
  }
}

/** The chamber of the demonstration: where it stands, the demonstration is loaded. */
export const demoChamberId = idMaker('chamber')()

/** The programme office of the demonstration. */
export const demoProgrammeId = idMaker('programme')()
