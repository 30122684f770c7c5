import { inflateRawSync } from 'node:zlib'
import { TableError } from './import.ts'

/** A part of a zip that was looked through. */
export interface ZipPart {
  readonly name: string
  /** What it holds, unpacked. */
  read(): Buffer
}

/** A part of a zip as its directory lists it. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** A data descriptor after a part: its signature, checksum and two sizes. */
const longestDescriptor = 24
const most16 = 0xffff
const most32 = 0xffffffff

/**
 * Looks through a zip before anybody unpacks it: its directory must tell the truth, cover the whole
 * file and sum up to no more than `mostBytes`. Returns its parts. Throws a `TableError`: `bomb`,
 * `damaged`, or `locked` for one with a password.
 */
export function checkZip(bytes: Buffer, mostBytes: number): ZipPart[] {
  const entries = readDirectory(bytes)
  const sum = entries.reduce((all, one) => all + one.unpacked, 0)
  if (sum > mostBytes) throw new TableError('bomb')
  let at = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    // Whoever reads from the front would meet what lies between two parts as well.
    if (entry.offset < at || entry.offset > at + longestDescriptor) throw new TableError('damaged')
    at = checkPart(bytes, entry)
  }
  return entries.map((entry) => ({ name: entry.name, read: () => unpack(bytes, entry) }))
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) {
    throw new TableError('damaged')
  }
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  // A zip so large that it needs the long forms is none of ours.
  if (count === most16 || at === most32) throw new TableError('bomb')
  const entries: Entry[] = []
  for (let one = 0; one < count; one++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) {
      throw new TableError('damaged')
    }
    if (bytes.readUInt16LE(at + 8) & 1) throw new TableError('locked')
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry: Entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    if (entry.packed === most32 || entry.unpacked === most32) throw new TableError('bomb')
    entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks a part no further than it says it is long; the offset at which it ends. */
function checkPart(bytes: Buffer, entry: Entry): number {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) {
    throw new TableError('damaged')
  }
  const told = [bytes.readUInt32LE(offset + 18), bytes.readUInt32LE(offset + 22)]
  const due = [entry.packed, entry.unpacked]
  if (told.some((size, at) => size !== 0 && size !== due[at])) throw new TableError('damaged')
  const end = startOf(bytes, entry) + entry.packed
  if (end > bytes.length) throw new TableError('damaged')
  if (entry.method === 0 && entry.packed !== entry.unpacked) throw new TableError('damaged')
  if (entry.method !== 0 && entry.method !== 8) throw new TableError('damaged')
  unpack(bytes, entry)
  return end
}

/** Where the content of a part begins, behind its own header. */
const startOf = (bytes: Buffer, { offset }: Entry) =>
  offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)

function unpack(bytes: Buffer, entry: Entry): Buffer {
  const start = startOf(bytes, entry)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
  } catch (error) {
    const grows = error instanceof RangeError
    throw new TableError(grows ? 'bomb' : 'damaged')
  }
}
