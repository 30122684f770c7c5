const NO_SLOTS = new Int32Array(0)

/** The slots that hold one skill, each with a value: parallel arrays, only `count` are meant. */
export interface SkillPostings {
  slots: Int32Array
  values: Float32Array
  count: number
}

/**
 * Postings by skill. They change in place (the last one fills a gap), so that an update leaves
 * nothing behind to skip or compact; their order means nothing.
 */
export class PostingsBySkill {
  readonly #lists: (SkillPostings | undefined)[] = []

  get(skill: number): SkillPostings | undefined {
    return this.#lists[skill]
  }

  add(skill: number, slot: number, value: number): void {
    while (this.#lists.length <= skill) this.#lists.push(undefined)
    let list = this.#lists[skill]
    if (!list) {
      list = { slots: NO_SLOTS, values: new Float32Array(0), count: 0 }
      this.#lists[skill] = list
    }
    if (list.count === list.slots.length) {
      const size = Math.max(4, list.count + (list.count >> 1))
      const slots = new Int32Array(size)
      const values = new Float32Array(size)
      slots.set(list.slots)
      values.set(list.values)
      list.slots = slots
      list.values = values
    }
    list.slots[list.count] = slot
    list.values[list.count] = value
    list.count++
  }

  remove(skill: number, slot: number): void {
    const list = this.#lists[skill]
    if (!list) return
    const at = list.slots.indexOf(slot)
    if (at < 0 || at >= list.count) return
    const last = list.count - 1
    list.slots[at] = list.slots[last] ?? 0
    list.values[at] = list.values[last] ?? 0
    list.count = last
  }
}
