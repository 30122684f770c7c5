import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kind } from '../engine.ts'
import { isAlive } from './alive.ts'
import type { KindIndex } from './kind-index.ts'
import {
  readSnapshot,
  SnapshotOvertaken,
  type SnapshotPlace,
  snapshotPlace,
  writeSnapshot,
} from './snapshot.ts'

/** What an index file tells of a snapshot of it. */
interface Told {
  readonly nonce: string
  placeAt(change: number): SnapshotPlace
}

/**
 * Snapshots of what memory holds, a file for each generation of each kind beside the index file, so
 * that starting need not read every row. Any of them may be missing: rows are read instead.
 */
export class Snapshots {
  readonly #file: string
  readonly #fingerprint: string
  readonly #failures = new Map<Kind, string>()

  /** @param file path of the index file */
  constructor(file: string, fingerprint: string) {
    this.#file = file
    this.#fingerprint = fingerprint
  }

  /**
   * Why the last one of a kind could not be written, such as a full disk, without paths; null where all could. Nothing but a slow
   * start comes of it.
   */
  get failure(): string | null {
    const [failure = null] = this.#failures.values()
    return failure
  }

  /**
   * Fills an empty index from its snapshot. Null when there is none that fits; one that was spoilt is deleted, and the index
   * may then be half filled: use another.
   */
  load(index: KindIndex<Kind>, nonce: string): SnapshotPlace | null {
    const path = this.#path(index.kind, index.generation)
    try {
      const place = readSnapshot(path, this.#identity(index, nonce), (reader, place) => {
        index.load(reader)
        return place
      })
      if (place) {
        this.needsNone(index.kind)
        return place
      }
    } catch {
      // Whatever is wrong with it: rows are read instead.
    }
    this.delete(index.kind, index.generation)
    return null
  }

  /** The last change that the snapshot of an index includes; -1 when there is none. */
  change(index: KindIndex<Kind>, nonce: string): number {
    const path = this.#path(index.kind, index.generation)
    try {
      return snapshotPlace(path, this.#identity(index, nonce))?.change ?? -1
    } catch {
      // What cannot be read might as well not be there.
      return -1
    }
  }

  /** Notes that a kind has its snapshot, whoever wrote it, or is not worth one: no failure is left to tell. */
  needsNone(kind: Kind): void {
    this.#failures.delete(kind)
  }

  /**
   * Writes what memory holds at the time of the call; resolves when it is on the disk.
   * @param atOnce without a break, so that no write can come between
   * @throws SnapshotOvertaken when one did
   */
  async write(
    index: KindIndex<Kind>,
    { nonce, placeAt }: Told,
    { atOnce }: { readonly atOnce: boolean },
  ): Promise<void> {
    const path = this.#path(index.kind, index.generation)
    const { version } = index
    try {
      await writeSnapshot(
        path,
        this.#identity(index, nonce),
        placeAt(index.change),
        (writer) => index.save(writer),
        atOnce ? null : () => index.version === version,
      )
      this.needsNone(index.kind)
    } catch (error) {
      if (!(error instanceof SnapshotOvertaken)) {
        this.#failures.set(index.kind, withoutPaths(error))
      }
      throw error
    }
  }

  /** What cannot be deleted stays: whoever reads it asks whether it fits. */
  delete(kind: Kind, generation: number): void {
    deleteFile(this.#path(kind, generation))
  }

  /** Deletes what nobody will read: those of other generations up to this one, and what a process did not live to finish. */
  tidy(kind: Kind, generation: number): void {
    const prefix = `${basename(this.#file)}.${kind}-`
    let names: string[]
    try {
      names = readdirSync(dirname(this.#file))
    } catch {
      return
    }
    for (const name of names) {
      if (!name.startsWith(prefix)) continue
      const parts = /^(\d+)\.snapshot(?:\.(\d+))?$/.exec(name.slice(prefix.length))
      if (!parts) continue
      const isOld = Number(parts[1]) < generation
      const isUnfinished = parts[2] !== undefined && !isAlive(Number(parts[2]))
      if (isOld || isUnfinished) deleteFile(join(dirname(this.#file), name))
    }
  }

  /** Deletes all of them: the index file they belong to is gone. */
  deleteAll(): void {
    for (const kind of ['profile', 'opportunity', 'company'] as const) {
      this.tidy(kind, Number.POSITIVE_INFINITY)
    }
  }

  #path(kind: Kind, generation: number): string {
    return `${this.#file}.${kind}-${generation}.snapshot`
  }

  #identity(index: KindIndex<Kind>, nonce: string) {
    const { kind, generation } = index
    return { nonce, kind, generation, fingerprint: this.#fingerprint }
  }
}

function deleteFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A folder of that name, or one that nothing can be taken out of: no reason not to start.
  }
}

/** What the system says, without the paths that it quotes: health is shown to anybody who asks whether the server is ready. */
function withoutPaths(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/ '.*$/s, '')
}
