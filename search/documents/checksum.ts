import { createHash } from 'node:crypto'

/**
 * A checksum of a document that does not depend on the order of its keys, so that documents built
 * from the database and documents read from an index can be compared.
 */
export function checksumOf(document: object): string {
  return createHash('sha256').update(canonical(document)).digest('base64url').slice(0, 22)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
