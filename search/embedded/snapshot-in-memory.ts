import type { SnapshotArray, SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** What was saved, to be handed to another thread or loaded again. */
export interface MemorySnapshot {
  readonly arrays: ReadonlyMap<string, SnapshotArray>
  /** JSON texts. */
  readonly values: ReadonlyMap<string, string>
}

/** Saves to memory instead of a file, in arrays of its own. */
export function takeSnapshot(save: (writer: SnapshotWriter) => void): MemorySnapshot {
  const arrays = new Map<string, SnapshotArray>()
  const values = new Map<string, string>()
  const writerOf = (prefix: string): SnapshotWriter => ({
    array: (name, array) => arrays.set(prefix + name, array.slice()),
    json: (name, value) => values.set(prefix + name, JSON.stringify(value)),
    part: (more) => writerOf(`${prefix}${more}.`),
  })
  save(writerOf(''))
  return { arrays, values }
}

/** Reads what was saved to memory, as often as one likes. */
export function readSnapshot({ arrays, values }: MemorySnapshot): SnapshotReader {
  const found = <T>(map: ReadonlyMap<string, T>, name: string): T => {
    const value = map.get(name)
    if (value === undefined) throw new Error(`Not in the snapshot: ${name}`)
    return value
  }
  const readerOf = (prefix: string): SnapshotReader => ({
    array: (name, kind, room = 0) => {
      const saved = found(arrays, prefix + name)
      if (saved.constructor.name !== kind) throw new Error(`Another kind of array: ${name}`)
      const make = saved.constructor as new (length: number) => typeof saved
      const array = new make(Math.max(saved.length, room))
      array.set(saved as never)
      return array as never
    },
    length: (name) => found(arrays, prefix + name).length,
    json: (name) => JSON.parse(found(values, prefix + name)),
    part: (more) => readerOf(`${prefix}${more}.`),
  })
  return readerOf('')
}
