/** Documents of a kind that are kept: about five kilobytes each over ESCO. */
const MOST = 10_000

/**
 * Documents as scoring wants them, by id, as long as their checksum stays the same: reading one from
 * the server and preparing it costs ten times what scoring it does. Who was asked for least
 * recently goes first. Belongs to one taxonomy.
 */
export class PreparedDocuments<P> {
  readonly #kept = new Map<string, { readonly checksum: string; readonly prepared: P }>()
  readonly #most: number

  constructor(most: number = MOST) {
    this.#most = most
  }

  /** Undefined for a document that is not kept, or was another then. */
  get(id: string, checksum: string): P | undefined {
    const one = this.#kept.get(id)
    if (one?.checksum !== checksum) return undefined
    // A map goes by when its keys came: this one is the newest again.
    this.#kept.delete(id)
    this.#kept.set(id, one)
    return one.prepared
  }

  keep(id: string, checksum: string, prepared: P): void {
    this.#kept.delete(id)
    this.#kept.set(id, { checksum, prepared })
    if (this.#kept.size <= this.#most) return
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest)
      return
    }
  }
}
