import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive: its text comes piece by piece. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

const localHeader = 0x04034b50
const dataDescriptor = 0x08074b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
const version = 20
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the earliest day that the format knows: files made from the same rows are the same. */
const someDay = 0x21

/**
 * A ZIP archive (APPNOTE 6.3) of files whose sizes nobody knows beforehand: each is compressed as it
 * comes and described afterwards, so that nothing is held in memory but the piece at hand.
 */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const path = Buffer.from(name)
    const start = offset
    const header = Buffer.concat([
      fields([4, localHeader], [2, version], [2, flags], [2, deflated], [2, 0], [2, someDay]),
      fields([4, 0], [4, 0], [4, 0], [2, path.length], [2, 0]),
      path,
    ])
    offset += header.length
    yield header
    const size = { crc: 0, whole: 0, packed: 0 }
    for await (const piece of deflate(content, size)) {
      size.packed += piece.length
      yield piece
    }
    const descriptor = fields([4, dataDescriptor], [4, size.crc], [4, size.packed], [4, size.whole])
    offset += size.packed + descriptor.length
    yield descriptor
    directory.push(
      Buffer.concat([
        fields([4, centralHeader], [2, version], [2, version], [2, flags], [2, deflated]),
        fields([2, 0], [2, someDay], [4, size.crc], [4, size.packed], [4, size.whole]),
        fields([2, path.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, start]),
        path,
      ]),
    )
  }
  const all = Buffer.concat(directory)
  yield all
  yield fields(
    [4, endOfDirectory],
    [2, 0],
    [2, 0],
    [2, directory.length],
    [2, directory.length],
    [4, all.length],
    [4, offset],
    [2, 0],
  )
}

/** The content compressed; what it was like before is noted in `size`. */
function deflate(
  content: ZipEntry['content'],
  size: { crc: number; whole: number },
): AsyncIterable<Uint8Array> {
  async function* noted() {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      size.crc = crc32(bytes, size.crc)
      size.whole += bytes.length
      yield bytes
    }
  }
  const packer = createDeflateRaw({ level: 4 })
  const source = Readable.from(noted(), { objectMode: false })
  source.on('error', (error) => packer.destroy(error))
  packer.on('close', () => source.destroy())
  return source.pipe(packer)
}

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function fields(...numbers: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(numbers.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of numbers) {
    if (size === 2) bytes.writeUInt16LE(value, at)
    else bytes.writeUInt32LE(value >>> 0, at)
    at += size
  }
  return bytes
}
