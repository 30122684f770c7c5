/** Codes that Meilisearch compares as they are. */
const PLAIN = /^[a-z0-9:/.,#?=&_*+-]*$/
const OTHER = /[^a-z0-9:/.,#?=&_*+-]/g
const ESCAPED = /\^([a-z])|~([0-9a-f]+)~/g

/**
 * A code (URI, country, status...) as filters compare it. Meilisearch takes `CI` and `ci`, or `é` and
 * its decomposed form, for the same word: here each code has a spelling of its own that no such
 * folding changes, and that needs no quoting in a filter.
 */
export function encodeCode(code: string): string {
  if (PLAIN.test(code)) return code
  return code.replace(OTHER, (letter) =>
    /[A-Z]/.test(letter) ? `^${letter.toLowerCase()}` : `~${letter.charCodeAt(0).toString(16)}~`,
  )
}

/** The code that `encodeCode` was given. */
export function decodeCode(encoded: string): string {
  return encoded.replace(ESCAPED, (_, capital: string | undefined, unit: string | undefined) =>
    capital ? capital.toUpperCase() : String.fromCharCode(Number.parseInt(unit ?? '', 16)),
  )
}

/**
 * The primary key of a document: its id in hexadecimal. Keys may only hold letters, digits, `-` and
 * `_`, are sorted without regard to case, and only their first 468 bytes count; this way any id of up
 * to 234 bytes is a key, and keys sort as ids do.
 */
export function keyOf(id: string): string {
  return Buffer.from(id, 'utf8').toString('hex')
}
