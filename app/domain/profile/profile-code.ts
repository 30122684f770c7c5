/** Letters and digits that nobody mistakes for one another when reading them aloud: 31, a prime number. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const randomLength = 5

/** The character that completes a code: it catches one wrong character and two that changed places. */
function checkCharacter(text: string): string {
  const sum = [...text].reduce(
    (total, character, at) => total + (at + 2) * (alphabet.indexOf(character) + 1),
    0,
  )
  return alphabet[sum % alphabet.length] ?? ''
}

/**
 * A public code such as `CI-7KQ4-M2`: the country, five random characters and a check character.
 * `random` gives a whole number from 0 up to, not including, its argument. 28 million codes a
 * country: the caller tries again when one is taken.
 */
export function makeProfileCode(country: string, random: (below: number) => number): string {
  const body = Array.from({ length: randomLength }, () => alphabet[random(alphabet.length)]).join(
    '',
  )
  const all = body + checkCharacter(body)
  return `${country}-${all.slice(0, 4)}-${all.slice(4)}`
}

/**
 * The code that somebody typed, with or without dashes, in any case; null when it cannot be one.
 */
export function readProfileCode(typed: string): string | null {
  const compact = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const parts = /^([A-Z]{2})([2-9A-Z]{4})([2-9A-Z]{2})$/.exec(compact)
  if (!parts) return null
  const body = `${parts[2]}${parts[3]}`
  return checkCharacter(body.slice(0, randomLength)) === body.slice(randomLength)
    ? `${parts[1]}-${parts[2]}-${parts[3]}`
    : null
}
