/**
 * Working arrays by slot, kept from one read to the next: making them anew for each costs little,
 * but collecting them makes the collector walk the whole index. Each is given out zeroed under its
 * own name; nobody may keep one beyond the read, nor ask for a name while its array is in use.
 */
export class Scratch {
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #words = new Map<string, Uint16Array>()
  readonly #integers = new Map<string, Int32Array>()
  readonly #singles = new Map<string, Float32Array>()
  readonly #bits = new Map<string, Uint32Array>()
  readonly #doubles = new Map<string, Float64Array>()

  bytes(name: string, size: number): Uint8Array {
    return zeroed(this.#bytes, name, size, (length) => new Uint8Array(length))
  }

  words(name: string, size: number): Uint16Array {
    return zeroed(this.#words, name, size, (length) => new Uint16Array(length))
  }

  integers(name: string, size: number): Int32Array {
    return zeroed(this.#integers, name, size, (length) => new Int32Array(length))
  }

  singles(name: string, size: number): Float32Array {
    return zeroed(this.#singles, name, size, (length) => new Float32Array(length))
  }

  doubles(name: string, size: number): Float64Array {
    return zeroed(this.#doubles, name, size, (length) => new Float64Array(length))
  }

  /** Filled with NaN instead: for values that are worked out when first asked for. */
  unknowns(name: string, size: number): Float64Array {
    return this.doubles(name, size).fill(Number.NaN, 0, size)
  }

  /** As it was left: for lists whose reader knows how much of them is meant. */
  list(name: string, size: number): Int32Array {
    const found = this.#integers.get(name)
    return found && found.length >= size ? found : this.integers(name, size)
  }

  /** As it was left, likewise. */
  values(name: string, size: number): Float64Array {
    const found = this.#doubles.get(name)
    return found && found.length >= size ? found : this.doubles(name, size)
  }

  bits(name: string, size: number): Uint32Array {
    return zeroed(this.#bits, name, size, (length) => new Uint32Array(length))
  }
}

type Zeroed = { readonly length: number; fill(value: number, start: number, end: number): unknown }

function zeroed<T extends Zeroed>(
  kept: Map<string, T>,
  name: string,
  size: number,
  make: (length: number) => T,
): T {
  const found = kept.get(name)
  if (found && found.length >= size) {
    found.fill(0, 0, size)
    return found
  }
  const made = make(Math.max(1024, size + (size >> 2)))
  kept.set(name, made)
  return made
}
