import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** Changes whenever what any part saves changes its shape or its meaning. */
const FORMAT = 2
const MAGIC = 'PSSNAP\r\n'
/** Magic, place, length and checksum of the directory, which comes last. */
const HEADER_BYTES = 32
/** Arrays begin at multiples of this. */
const ALIGNMENT = 64
/** What one call to the system reads or writes at most. */
const MOST_BYTES = 1 << 30

export type SnapshotArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array

interface Kinds {
  readonly Int8Array: Int8Array<ArrayBuffer>
  readonly Uint8Array: Uint8Array<ArrayBuffer>
  readonly Int16Array: Int16Array<ArrayBuffer>
  readonly Uint16Array: Uint16Array<ArrayBuffer>
  readonly Int32Array: Int32Array<ArrayBuffer>
  readonly Uint32Array: Uint32Array<ArrayBuffer>
  readonly Float32Array: Float32Array<ArrayBuffer>
  readonly Float64Array: Float64Array<ArrayBuffer>
}
export type SnapshotArrayKind = keyof Kinds

const CONSTRUCTORS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const

/**
 * Takes named arrays and values; a name may be used once. Arrays are written later, from where they are: they may
 * change, as what they belong to does, but must not be used for anything else.
 */
export interface SnapshotWriter {
  array(name: string, values: SnapshotArray): void
  json(name: string, value: unknown): void
  /** The same writer, with this before every name. */
  part(prefix: string): SnapshotWriter
}

/** Gives back what was written; throws for a name that was not, or an array of another kind. */
export interface SnapshotReader {
  /**
   * The array, in memory of its own that may be kept and changed.
   * @param room least length of the array given back: what is beyond the saved values is 0
   */
  array<K extends SnapshotArrayKind>(name: string, kind: K, room?: number): Kinds[K]
  /** How many values an array has. */
  length(name: string): number
  json(name: string): unknown
  part(prefix: string): SnapshotReader
}

/** Whose state a snapshot is. All but the change must be the same for it to be read. */
export interface SnapshotIdentity {
  /** Of the index file, made up when it was created. */
  readonly nonce: string
  readonly kind: string
  readonly generation: number
  /** Of the taxonomy. */
  readonly fingerprint: string
}

/** The last change that a snapshot includes, with the id that the file's change has. */
export interface SnapshotPlace {
  readonly change: number
  readonly changeId: string | null
}

interface Entry {
  readonly name: string
  readonly kind: SnapshotArrayKind | 'json'
  readonly offset: number
  /** Values of an array, bytes of a JSON text. */
  readonly length: number
}

interface Directory {
  readonly format: number
  readonly identity: SnapshotIdentity
  readonly place: SnapshotPlace
  readonly entries: readonly Entry[]
}

/** What is written at once before others may go on. */
const STRIDE_BYTES = 1 << 23

/** What was to be saved changed while it was being written. */
export class SnapshotOvertaken extends Error {
  constructor() {
    super('What was to be saved has changed')
  }
}

interface Piece {
  readonly offset: number
  readonly bytes: Uint8Array
}

/**
 * Writes a snapshot: under a temporary name beside it, then to the disk, then in the place of the one before.
 * @param save called at once; what it gives must not change until `isStill` has said that it has
 * @param isStill asked between strides; null writes all without a break, so that nothing can change
 * @throws SnapshotOvertaken when `isStill` says no
 */
export async function writeSnapshot(
  path: string,
  identity: SnapshotIdentity,
  place: SnapshotPlace,
  save: (writer: SnapshotWriter) => void,
  isStill: (() => boolean) | null,
): Promise<void> {
  const temporary = `${path}.${process.pid}`
  const pieces = piecesOf(identity, place, save)
  try {
    const fd = openSync(temporary, 'w')
    try {
      for (const { offset, bytes } of pieces) {
        for (let at = 0; at < bytes.byteLength; at += STRIDE_BYTES) {
          writeBytes(fd, bytes.subarray(at, at + STRIDE_BYTES), offset + at)
          if (!isStill) continue
          await new Promise((resolve) => setImmediate(resolve))
          if (!isStill()) throw new SnapshotOvertaken()
        }
      }
    } finally {
      closeSync(fd)
    }
    const handle = await open(temporary, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function piecesOf(
  identity: SnapshotIdentity,
  place: SnapshotPlace,
  save: (writer: SnapshotWriter) => void,
): Piece[] {
  const entries = new Map<string, Entry>()
  const pieces: Piece[] = []
  let offset = HEADER_BYTES
  const add = (name: string, kind: Entry['kind'], length: number, bytes: Uint8Array) => {
    if (entries.has(name)) throw new Error(`Saved twice: ${name}`)
    offset = Math.ceil(offset / ALIGNMENT) * ALIGNMENT
    entries.set(name, { name, kind, offset, length })
    pieces.push({ offset, bytes })
    offset += bytes.byteLength
  }
  const writerOf = (prefix: string): SnapshotWriter => ({
    array: (name, values) => {
      const kind = values.constructor.name as SnapshotArrayKind
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      add(prefix + name, kind, values.length, bytes)
    },
    json: (name, value) => {
      const bytes = Buffer.from(JSON.stringify(value))
      add(prefix + name, 'json', bytes.length, bytes)
    },
    part: (more) => writerOf(`${prefix}${more}.`),
  })
  save(writerOf(''))
  const directory: Directory = { format: FORMAT, identity, place, entries: [...entries.values()] }
  const bytes = Buffer.from(JSON.stringify(directory))
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(MAGIC, 'latin1')
  header.writeDoubleLE(offset, 8)
  header.writeUInt32LE(bytes.length, 16)
  header.writeUInt32LE(crc32(bytes), 20)
  // The header last: without it there is no snapshot.
  return [...pieces, { offset, bytes }, { offset: 0, bytes: header }]
}

function writeBytes(fd: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.byteLength; ) {
    at += writeSync(fd, bytes, at, bytes.byteLength - at, offset + at)
  }
}

/** The place of the snapshot in a file; null when it is torn, of another state, or not there. */
export function snapshotPlace(path: string, identity: SnapshotIdentity): SnapshotPlace | null {
  return withDirectory(path, identity, (_, { place }) => place)
}

/**
 * Reads a snapshot by handing a reader to `load`. Null, and `load` not called, when the file is torn, belongs to another
 * state or is not there.
 * @throws what `load` throws
 */
export function readSnapshot<T>(
  path: string,
  identity: SnapshotIdentity,
  load: (reader: SnapshotReader, place: SnapshotPlace) => T,
): T | null {
  return withDirectory(path, identity, (fd, directory) => {
    const entries = new Map(directory.entries.map((entry) => [entry.name, entry]))
    const entry = (name: string, kind?: Entry['kind']) => {
      const found = entries.get(name)
      if (!found || (kind && found.kind !== kind)) throw new Error(`Not in the snapshot: ${name}`)
      return found
    }
    const readerOf = (prefix: string): SnapshotReader => ({
      array: (name, kind, room = 0) => {
        const { offset, length } = entry(prefix + name, kind)
        const make = CONSTRUCTORS[kind]
        const size = Math.max(length, room) * make.BYTES_PER_ELEMENT
        // Not zeroed first: all of it is about to be written.
        const bytes = Buffer.allocUnsafeSlow(size)
        const used = length * make.BYTES_PER_ELEMENT
        readBytes(fd, bytes.subarray(0, used), offset)
        bytes.fill(0, used)
        return new make(bytes.buffer, 0, size / make.BYTES_PER_ELEMENT) as never
      },
      length: (name) => entry(prefix + name).length,
      json: (name) => {
        const { offset, length } = entry(prefix + name, 'json')
        const bytes = Buffer.allocUnsafeSlow(length)
        readBytes(fd, bytes, offset)
        return JSON.parse(bytes.toString())
      },
      part: (more) => readerOf(`${prefix}${more}.`),
    })
    return load(readerOf(''), directory.place)
  })
}

function withDirectory<T>(
  path: string,
  identity: SnapshotIdentity,
  use: (fd: number, directory: Directory) => T,
): T | null {
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const directory = directoryOf(fd)
    if (!directory || !isSame(directory.identity, identity)) return null
    return use(fd, directory)
  } finally {
    closeSync(fd)
  }
}

function directoryOf(fd: number): Directory | null {
  const { size } = fstatSync(fd)
  if (size < HEADER_BYTES) return null
  const header = Buffer.alloc(HEADER_BYTES)
  readBytes(fd, header, 0)
  const offset = header.readDoubleLE(8)
  const length = header.readUInt32LE(16)
  if (header.toString('latin1', 0, 8) !== MAGIC || offset + length !== size) return null
  const bytes = Buffer.alloc(length)
  readBytes(fd, bytes, offset)
  if (crc32(bytes) !== header.readUInt32LE(20)) return null
  const directory = JSON.parse(bytes.toString()) as Directory
  return directory.format === FORMAT ? directory : null
}

function isSame(a: SnapshotIdentity, b: SnapshotIdentity): boolean {
  return (
    a.nonce === b.nonce &&
    a.kind === b.kind &&
    a.generation === b.generation &&
    a.fingerprint === b.fingerprint
  )
}

function readBytes(fd: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.byteLength; ) {
    const read = readSync(fd, bytes, at, Math.min(MOST_BYTES, bytes.byteLength - at), offset + at)
    if (read === 0) throw new Error('The snapshot ended early')
    at += read
  }
}
