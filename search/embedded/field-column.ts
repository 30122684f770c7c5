import { type FieldVector, fieldCosine } from '../matching/field.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Slots whose vectors share one array: growing copies nothing. */
const CHUNK_BITS = 14
const CHUNK = 1 << CHUNK_BITS

/** FIELD vectors by slot, in whole numbers; their cosines are those of the formula to the last bit. */
export class FieldColumn {
  readonly #dimensions: number
  readonly #chunks: Int8Array[] = []
  /** Euclidean norms; 0 for no vector. */
  #lengths = new Float64Array(1024)

  constructor(dimensions: number) {
    this.#dimensions = dimensions
  }

  set(slot: number, vector: FieldVector | null): void {
    if (slot >= this.#lengths.length) {
      const grown = new Float64Array(Math.max(slot + 1, this.#lengths.length * 1.5))
      grown.set(this.#lengths)
      this.#lengths = grown
    }
    this.#lengths[slot] = vector?.length ?? 0
    if (!vector) return
    while (this.#chunks.length <= slot >>> CHUNK_BITS) {
      this.#chunks.push(new Int8Array(CHUNK * this.#dimensions))
    }
    this.#chunks[slot >>> CHUNK_BITS]?.set(vector.values, (slot & (CHUNK - 1)) * this.#dimensions)
  }

  /** A view that lasts until the slot changes. */
  get(slot: number): FieldVector | null {
    const length = this.#lengths[slot] ?? 0
    const chunk = this.#chunks[slot >>> CHUNK_BITS]
    if (length === 0 || !chunk) return null
    const start = (slot & (CHUNK - 1)) * this.#dimensions
    return { values: chunk.subarray(start, start + this.#dimensions), length }
  }

  /** FIELD of a slot and another vector. */
  score(slot: number, other: FieldVector): number {
    const length = this.#lengths[slot] ?? 0
    const chunk = this.#chunks[slot >>> CHUNK_BITS]
    if (length === 0 || !chunk) return 0
    return fieldCosine(
      product(other.values, chunk, (slot & (CHUNK - 1)) * this.#dimensions),
      other.length,
      length,
    )
  }

  save(writer: SnapshotWriter, slots: number): void {
    writer.json('chunks', this.#chunks.length)
    writer.array('lengths', this.#lengths.subarray(0, slots))
    this.#chunks.forEach((chunk, at) => {
      writer.array(`chunk${at}`, chunk)
    })
  }

  load(reader: SnapshotReader): void {
    this.#lengths = reader.array('lengths', 'Float64Array', 1024)
    const count = reader.json('chunks') as number
    for (let at = 0; at < count; at++) this.#chunks.push(reader.array(`chunk${at}`, 'Int8Array'))
  }
}

/** Four sums at once: one alone waits for each addition. */
function product(vector: Int8Array, all: Int8Array, start: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  const whole = vector.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a = (a + Math.imul(vector[i] ?? 0, all[start + i] ?? 0)) | 0
    b = (b + Math.imul(vector[i + 1] ?? 0, all[start + i + 1] ?? 0)) | 0
    c = (c + Math.imul(vector[i + 2] ?? 0, all[start + i + 2] ?? 0)) | 0
    d = (d + Math.imul(vector[i + 3] ?? 0, all[start + i + 3] ?? 0)) | 0
  }
  for (let i = whole; i < vector.length; i++) a += (vector[i] ?? 0) * (all[start + i] ?? 0)
  return a + b + c + d
}
