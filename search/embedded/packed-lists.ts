import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Room a list gets when it first holds something. */
const FIRST_ROOM = 2
const FIRST_SIZE = 1024

/**
 * Many lists of 32-bit numbers in one array, by list number. A list that outgrows its room moves to
 * the end; when a third of the array is left behind that way, all lists are moved together.
 */
export class PackedLists {
  /** Where `start` points into. Another array after any change: do not keep it. */
  data = new Uint32Array(FIRST_SIZE)
  #starts = new Int32Array(FIRST_SIZE)
  #counts = new Int32Array(FIRST_SIZE)
  #rooms = new Int32Array(FIRST_SIZE)
  #size = 0
  #used = 0
  #wasted = 0

  /** One more than the greatest list number ever used. */
  get size(): number {
    return this.#size
  }

  /** Where a list begins in `data`. */
  start(list: number): number {
    return this.#starts[list] ?? 0
  }

  /** How many numbers a list holds; 0 for one never used. */
  count(list: number): number {
    return this.#counts[list] ?? 0
  }

  /** Replaces a list. */
  set(list: number, values: ArrayLike<number>): void {
    const start = this.#reserve(list, values.length)
    for (let at = 0; at < values.length; at++) this.data[start + at] = values[at] ?? 0
    this.#counts[list] = values.length
  }

  /** Puts a number into a list at a place, those from there on one further. */
  insert(list: number, place: number, value: number): void {
    const count = this.count(list)
    const start = this.#reserve(list, count + 1)
    if (place < count) this.data.copyWithin(start + place + 1, start + place, start + count)
    this.data[start + place] = value
    this.#counts[list] = count + 1
  }

  /** Takes the number at a place out of a list. */
  delete(list: number, place: number): void {
    const start = this.start(list)
    const count = this.count(list)
    this.data.copyWithin(start + place, start + place + 1, start + count)
    this.#counts[list] = count - 1
  }

  /** Makes room at once for so many numbers in each list, in an empty one. */
  reserve(counts: Int32Array): void {
    let used = 0
    this.#growLists(counts.length)
    for (let list = 0; list < counts.length; list++) {
      const room = counts[list] ?? 0
      this.#starts[list] = used
      this.#rooms[list] = room
      used += room
    }
    this.#size = counts.length
    this.#used = used
    this.data = new Uint32Array(spare(used))
  }

  save(writer: SnapshotWriter): void {
    let held = 0
    for (let list = 0; list < this.#size; list++) held += this.#counts[list] ?? 0
    if (this.#used > held + (held >> 2)) this.#repack(held, 0)
    writer.array('starts', this.#starts.subarray(0, this.#size))
    writer.array('counts', this.#counts.subarray(0, this.#size))
    writer.array('rooms', this.#rooms.subarray(0, this.#size))
    writer.array('data', this.data.subarray(0, this.#used))
    writer.json('wasted', this.#wasted)
  }

  /** Takes what was saved in place of what is there. */
  load(reader: SnapshotReader): void {
    const size = reader.length('starts')
    const room = spare(size)
    this.#starts = reader.array('starts', 'Int32Array', room)
    this.#counts = reader.array('counts', 'Int32Array', room)
    this.#rooms = reader.array('rooms', 'Int32Array', room)
    this.#size = size
    this.#used = reader.length('data')
    this.#wasted = reader.json('wasted') as number
    this.data = reader.array('data', 'Uint32Array', spare(this.#used))
  }

  /** Makes room for so many numbers; gives the start of the list. */
  #reserve(list: number, wanted: number): number {
    if (list >= this.#starts.length) this.#growLists(list)
    if (list >= this.#size) this.#size = list + 1
    const room = this.#rooms[list] ?? 0
    if (wanted <= room) return this.#starts[list] ?? 0
    const next = Math.max(FIRST_ROOM, wanted, room + (room >> 1))
    if (this.#used + next > this.data.length) this.#growData(next)
    // Read now: growing may have moved it.
    const before = this.#starts[list] ?? 0
    const count = this.#counts[list] ?? 0
    this.data.copyWithin(this.#used, before, before + count)
    this.#wasted += this.#rooms[list] ?? 0
    this.#starts[list] = this.#used
    this.#rooms[list] = next
    this.#used += next
    return this.#starts[list] ?? 0
  }

  #growLists(list: number): void {
    const size = ample(list + 1)
    const grown = (values: Int32Array) => {
      const bigger = new Int32Array(size)
      bigger.set(values)
      return bigger
    }
    this.#starts = grown(this.#starts)
    this.#counts = grown(this.#counts)
    this.#rooms = grown(this.#rooms)
  }

  #growData(wanted: number): void {
    if (this.#wasted > this.#used / 3) {
      this.#repack(ample(this.#used - this.#wasted + wanted), 3)
      if (this.#used + wanted <= this.data.length) return
    }
    const grown = new Uint32Array(ample(this.#used + wanted))
    grown.set(this.data.subarray(0, this.#used))
    this.data = grown
  }

  /**
   * Moves all lists together into a new array.
   * @param share what part of itself a list keeps as room to grow, as a power of a half; 0 for none
   */
  #repack(size: number, share: number): void {
    const roomOf = (count: number) => (share > 0 ? count + (count >> share) : count)
    let wanted = 0
    for (let list = 0; list < this.#size; list++) wanted += roomOf(this.#counts[list] ?? 0)
    const packed = new Uint32Array(Math.max(FIRST_SIZE, size, wanted))
    let used = 0
    for (let list = 0; list < this.#size; list++) {
      const start = this.#starts[list] ?? 0
      const count = this.#counts[list] ?? 0
      if (count <= 4) {
        // A call for so few costs more than they do.
        for (let at = 0; at < count; at++) packed[used + at] = this.data[start + at] ?? 0
      } else {
        packed.set(this.data.subarray(start, start + count), used)
      }
      this.#starts[list] = used
      this.#rooms[list] = roomOf(count)
      used += roomOf(count)
    }
    this.data = packed
    this.#used = used
    this.#wasted = 0
  }
}

/** A size with an eighth to spare. */
export function spare(size: number): number {
  return Math.max(FIRST_SIZE, size + (size >> 3))
}

/** A size with half to spare, a quarter of what is very large: growing copies everything. */
function ample(size: number): number {
  return Math.max(FIRST_SIZE, size + (size >> (size < 1 << 26 ? 1 : 2)))
}
