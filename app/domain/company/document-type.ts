/** The media types of papers that may be kept. */
export type DocumentType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ending that a file of a type is given when it is downloaded. */
export const documentEndings: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** The largest paper, in bytes. */
export const mostDocumentBytes = 5 * 1024 * 1024

const beginnings: readonly (readonly [DocumentType | 'zip', readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
]

/**
 * What a file is, from its bytes alone: neither its name nor what the browser says is believed. Null
 * for everything that is not kept, Office files with macros among it.
 */
export function documentTypeOf(bytes: Uint8Array): DocumentType | null {
  const found = beginnings.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0]
  if (found !== 'zip') return found ?? null
  if (!holds(bytes, '[Content_Types].xml') || holds(bytes, 'vbaProject.bin')) return null
  if (holds(bytes, 'word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  }
  if (holds(bytes, 'xl/workbook.xml')) {
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  }
  return null
}

/** True when the name of an entry stands in the archive: names are never compressed. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].map((letter) => letter.charCodeAt(0))
  const last = bytes.length - wanted.length
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0 && at <= last; ) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  }
  return false
}

/** A file's name as it may stand in a header and on any disk: letters, digits, dashes, and the ending of its type. */
export function safeFileName(name: string, type: DocumentType): string {
  const bare = name
    .replace(/\.\w{1,8}$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${bare || 'document'}.${documentEndings[type]}`
}
