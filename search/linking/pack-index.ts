import type { TitleIndex } from './title-index.ts'

/** Typed arrays that an index may hold, by the name that the head gives them. */
const arrays = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
} as const

type ArrayName = keyof typeof arrays
type AnyArray = InstanceType<(typeof arrays)[ArrayName]>

interface Placed {
  readonly array: ArrayName
  readonly at: number
  readonly length: number
}

const alignment = 8

/** An index as bytes: the length of a JSON head, the head, then the arrays that it names. */
export function indexToBytes(index: TitleIndex): Uint8Array {
  const placed: { bytes: Uint8Array; at: number }[] = []
  let end = 0
  const head = JSON.stringify(index, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    const array = value as AnyArray
    const at = end
    placed.push({ bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at })
    end = aligned(at + array.byteLength)
    return { array: array.constructor.name, at, length: array.length }
  })
  const headBytes = new TextEncoder().encode(head)
  const start = aligned(4 + headBytes.length)
  const all = new Uint8Array(start + end)
  new DataView(all.buffer).setUint32(0, headBytes.length, true)
  all.set(headBytes, 4)
  for (const { bytes, at } of placed) all.set(bytes, start + at)
  return all
}

/** The index in bytes that `indexToBytes` wrote; its arrays are views on them where they lie well. */
export function indexFromBytes(bytes: Uint8Array): TitleIndex {
  // A driver's buffer need not begin where a number of 4 bytes may.
  const own = bytes.byteOffset % alignment === 0 ? bytes : Uint8Array.from(bytes)
  const length = new DataView(own.buffer, own.byteOffset, 4).getUint32(0, true)
  const start = own.byteOffset + aligned(4 + length)
  const head = new TextDecoder().decode(own.subarray(4, 4 + length))
  const buffer = own.buffer as ArrayBuffer
  return JSON.parse(head, (_, value: unknown) => {
    if (!isPlaced(value)) return value
    return new arrays[value.array](buffer, start + value.at, value.length)
  }) as TitleIndex
}

function isPlaced(value: unknown): value is Placed {
  if (typeof value !== 'object' || value === null || !('array' in value)) return false
  return typeof value.array === 'string' && value.array in arrays
}

function aligned(at: number): number {
  return Math.ceil(at / alignment) * alignment
}
