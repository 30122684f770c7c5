import { parse } from 'csv-parse/sync'
import { fileBounds, TableError } from './import.ts'

const separators = [';', ',', '\t', '|'] as const

/** The text of a file: by its byte order mark, else UTF-8, else Windows-1252, which old programs write. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) throw new TableError('notTable')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** How often each separator stands outside of quotes, line by line. */
function countSeparators(text: string): number[][] {
  const lines: number[][] = []
  let counts = separators.map(() => 0)
  let quoted = false
  for (const letter of text.slice(0, 50_000)) {
    if (letter === '"') quoted = !quoted
    else if (letter === '\n' && !quoted) {
      lines.push(counts)
      if (lines.length === 50) break
      counts = separators.map(() => 0)
    } else if (!quoted) {
      const at = separators.indexOf(letter as ';')
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
    }
  }
  lines.push(counts)
  return lines
}

/** The separator that most lines agree on: the one whose commonest count, times its lines, is greatest. */
export function sniffSeparator(text: string): string {
  const lines = countSeparators(text)
  let best = { separator: ';' as string, weight: 0 }
  separators.forEach((separator, at) => {
    const counts = lines.map((line) => line[at] ?? 0).filter((count) => count > 0)
    const groups = Map.groupBy(counts, (count) => count)
    const agree = Math.max(0, ...[...groups.values()].map((group) => group.length))
    const most = Math.max(0, ...[...groups].filter(([, g]) => g.length === agree).map(([n]) => n))
    const weight = agree * Math.min(most, 5)
    if (weight > best.weight) best = { separator, weight }
  })
  return best.separator
}

/** The records of a text file, each a list of texts. Throws a `TableError`. */
export function readCsv(bytes: Buffer): string[][] {
  let text = decodeText(bytes).replace(/^\uFEFF/, '')
  const told = /^sep=(.)\r?\n/i.exec(text)
  // Kept as an empty line, so that rows have the numbers that a spreadsheet program shows.
  if (told) text = text.slice(told[0].length - 1)
  const options = {
    delimiter: told?.[1] ?? sniffSeparator(text),
    relax_column_count: true,
    skip_empty_lines: false,
    to: fileBounds.rows + 500,
    max_record_size: fileBounds.columns * fileBounds.cell * 4,
  }
  try {
    return parse(text, options)
  } catch {
    // A quotation mark that nobody closes would swallow the rest of the list: then it is a letter.
    try {
      return parse(text, { ...options, quote: null })
    } catch {
      throw new TableError('damaged')
    }
  }
}
