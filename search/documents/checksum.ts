import { hash } from 'node:crypto'

/**
 * A checksum of a document that does not depend on the order of its keys, so that documents built
 * from the database and documents read from an index can be compared.
 */
export function checksumOf(document: object): string {
  return hash('sha256', canonical(document), 'base64url').slice(0, 22)
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const inner of value) text += text === '' ? canonical(inner) : `,${canonical(inner)}`
    return `[${text}]`
  }
  const entries = value as { readonly [key: string]: unknown }
  for (const key of Object.keys(entries).sort()) {
    const inner = entries[key]
    if (inner === undefined) continue
    if (text !== '') text += ','
    text += `${JSON.stringify(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}
