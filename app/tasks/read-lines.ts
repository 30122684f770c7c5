import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const CHUNK = 1 << 20

/** A line of a file and its number, from 1. */
export interface NumberedLine {
  readonly number: number
  readonly text: string
}

/** The lines of a UTF-8 file that are not blank, a megabyte at a time. Throws as `openSync` does. */
export function* readLines(path: string): Generator<NumberedLine> {
  const file = openSync(path, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const chunk = Buffer.alloc(CHUNK)
    let rest = ''
    let number = 0
    for (;;) {
      const size = readSync(file, chunk, 0, CHUNK, null)
      rest += size === 0 ? decoder.end() : decoder.write(chunk.subarray(0, size))
      const lines = rest.split('\n')
      rest = size === 0 ? '' : (lines.pop() ?? '')
      for (const line of lines) {
        number += 1
        const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
        if (text.trim() !== '') yield { number, text }
      }
      if (size === 0) return
    }
  } finally {
    closeSync(file)
  }
}
