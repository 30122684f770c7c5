import { zipOf } from '#app/domain/export/zip.server.ts'
import type { ZipPart } from './zip-bounds.server.ts'

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/
const textPart = /\.(xml|rels)$/
/** Between the beginning of a cell and its formula stand an address and a style: a few dozen characters. */
const longestHead = 512

/**
 * The workbook with the formula itself wherever a cell has one that nobody has computed yet, as programs leave it that
 * write workbooks without opening them: such a cell would otherwise be read as empty, or make the whole file unreadable. Where there
 * is none, the bytes as they are.
 */
export async function withFormulasTold(bytes: Buffer, parts: readonly ZipPart[]): Promise<Buffer> {
  const told = new Map<string, string>()
  for (const part of parts) {
    if (!sheetPart.test(part.name)) continue
    const content = part.read()
    if (!content.includes('<f') && !content.includes(':f')) continue
    const text = tellFormulas(content.toString())
    if (text !== null) told.set(part.name, text)
  }
  if (told.size === 0) return bytes
  const texts = parts.filter(({ name }) => textPart.test(name))
  const pieces: Uint8Array[] = []
  const entries = texts.map((part) => ({
    name: part.name,
    content: [told.get(part.name) ?? part.read().toString()],
  }))
  for await (const piece of zipOf(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/**
 * A sheet (SpreadsheetML) in which each cell with a formula and no value of it holds the formula as its text; null where there is
 * no such cell. `t="str"` with an empty value is a formula that gave an empty text.
 */
export function tellFormulas(xml: string): string | null {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(xml)?.[1] ?? ''
  const formula = new RegExp(`<${prefix}f(?=[\\s/>])([^<>]*)>`, 'g')
  const value = new RegExp(`<${prefix}v(?:\\s[^<>]*)?>([^<]*)</${prefix}v>`)
  const emptyValue = new RegExp(`<${prefix}v(?:\\s[^<>]*)?/?>`)
  const pieces: string[] = []
  let written = 0
  for (let found = formula.exec(xml); found; found = formula.exec(xml)) {
    const from = Math.max(written, found.index - longestHead)
    const at = xml.slice(from, found.index).lastIndexOf(`<${prefix}c `)
    if (at < 0) continue
    const afterFormula = formula.lastIndex
    const end = xml.indexOf(`</${prefix}c>`, afterFormula)
    if (end < 0) break
    const start = from + at
    if (xml.slice(start, found.index).includes(`</${prefix}c>`)) continue
    // A cell has one formula: each stretch of the sheet is read once, however it is made.
    formula.lastIndex = end
    const alone = found[1]?.endsWith('/')
    const rest = xml.slice(afterFormula, end)
    const close = alone ? 0 : rest.indexOf(`</${prefix}f>`)
    if (close < 0) continue
    const head = xml.slice(start + prefix.length + 2, xml.indexOf('>', start))
    const after = rest.slice(close)
    if (value.exec(after)?.[1]) continue
    if (/\st=["']str["']/.test(head) && emptyValue.test(after)) continue
    // Some programs write the sign with it.
    const said = rest.slice(0, close).replace(/^\s*=/, '')
    const kept = head.replace(/\s(?:t|s)=(?:"[^"]*"|'[^']*')/g, '')
    pieces.push(
      xml.slice(written, start),
      `<${prefix}c${kept} t="inlineStr"><${prefix}is><${prefix}t>=${said}</${prefix}t></${prefix}is>`,
    )
    written = end
  }
  if (pieces.length === 0) return null
  return [...pieces, xml.slice(written)].join('')
}
