import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Which document is in which slot. A slot is taken again once its document was removed. */
export class Slots {
  /** Made when first asked for: starting and searching do without. */
  #slotOf: Map<string, number> | null = new Map()
  #size = 0
  /** Empty for a slot without a document. */
  #ids: string[] = []
  readonly #free = new Set<number>()
  /** What `all` gives, until a document comes or goes. */
  #everything: Int32Array | null = null

  /** How many documents there are. */
  get size(): number {
    return this.#size
  }

  /** One more than the greatest slot ever used. */
  get capacity(): number {
    return this.#ids.length
  }

  /** Empty for a slot without a document. */
  id(slot: number): string {
    return this.#ids[slot] ?? ''
  }

  of(id: string): number | undefined {
    return this.#map().get(id)
  }

  /** The slots of all documents, rising. Not to be changed. */
  all(): Int32Array {
    if (!this.#everything) {
      const slots = new Int32Array(this.#size)
      let count = 0
      for (let slot = 0; slot < this.#ids.length; slot++) {
        if (this.#ids[slot] !== '') slots[count++] = slot
      }
      this.#everything = slots
    }
    return this.#everything
  }

  /** The slots that documents have or, new ones, would take. */
  planned(ids: readonly string[]): number[] {
    let fresh = this.#ids.length
    const free = this.#free.values()
    const of = this.#map()
    const planned = new Map<string, number>()
    return ids.map((id) => {
      const slot = of.get(id) ?? planned.get(id) ?? free.next().value ?? fresh++
      planned.set(id, slot)
      return slot
    })
  }

  take(slot: number, id: string): void {
    if (this.#ids[slot] === id) return
    while (this.#ids.length <= slot) {
      if (this.#ids.length < slot) this.#free.add(this.#ids.length)
      this.#ids.push('')
    }
    this.#ids[slot] = id
    this.#map().set(id, slot)
    this.#size++
    this.#free.delete(slot)
    this.#everything = null
  }

  free(slot: number): void {
    if (this.id(slot) === '') return
    this.#map().delete(this.id(slot))
    this.#size--
    this.#ids[slot] = ''
    this.#free.add(slot)
    this.#everything = null
  }

  save(writer: SnapshotWriter): void {
    writer.json('ids', this.#ids)
  }

  /** Takes what was saved, where nothing is yet. */
  load(reader: SnapshotReader): void {
    this.#ids = reader.json('ids') as string[]
    this.#slotOf = null
    this.#size = 0
    for (let slot = 0; slot < this.#ids.length; slot++) {
      if (this.#ids[slot] === '') this.#free.add(slot)
      else this.#size++
    }
  }

  #map(): Map<string, number> {
    if (!this.#slotOf) {
      this.#slotOf = new Map()
      for (let slot = 0; slot < this.#ids.length; slot++) {
        const id = this.#ids[slot] ?? ''
        if (id !== '') this.#slotOf.set(id, slot)
      }
    }
    return this.#slotOf
  }
}
