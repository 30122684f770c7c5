import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/**
 * Values that many documents share (a list of contracts, a home), each with a small number and with
 * what is derived from it once. Saved as they came, for codes are numbered anew in every process.
 */
export class Table<Value, Derived> {
  readonly values: Value[] = []
  readonly derived: Derived[] = []
  readonly #numbers = new Map<string, number>()
  readonly #derive: (value: Value) => Derived

  constructor(derive: (value: Value) => Derived) {
    this.#derive = derive
  }

  get size(): number {
    return this.values.length
  }

  /** The number of a value, new for one never met. */
  number(value: Value): number {
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.values.length
    this.#numbers.set(key, number)
    this.values.push(value)
    this.derived.push(this.#derive(value))
    return number
  }

  /** The number of a value; -1 for one never met. */
  find(value: Value): number {
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    return this.#numbers.get(key) ?? -1
  }

  save(writer: SnapshotWriter, name: string): void {
    writer.json(name, this.values)
  }

  /** Takes what was saved into an empty table, under the same numbers. */
  load(reader: SnapshotReader, name: string): void {
    for (const value of reader.json(name) as Value[]) this.number(value)
  }
}
