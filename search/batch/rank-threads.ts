import { Worker } from 'node:worker_threads'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { buildTaxonomy, type TaxonomyRows } from '../matching/taxonomy.ts'
import {
  type Packed,
  type PackedSnapshot,
  packNeeds,
  packOffers,
  type RankedAll,
  type RankOptions,
} from './rank-all.ts'
import type { Answer, Question, Start } from './rank-worker.ts'

/** How many are sent to a thread at once, and how many such parts wait there: it never stands idle. */
const PART = 64
const WAITING = 2

/**
 * Ranks as `rankAll` does, in the same order, on several threads. One packs, the others take what it
 * packed: each needs as much memory as the one. Rejects when a thread fails; all have ended then.
 */
export async function* rankAllOnThreads(
  rows: TaxonomyRows,
  needs: Iterable<Need>,
  offers: Iterable<Offer>,
  options: RankOptions & { readonly threads: number },
): AsyncGenerator<RankedAll> {
  const taxonomy = buildTaxonomy(rows)
  const { reverse = false } = options
  const packed: Packed<never> = reverse ? packNeeds(taxonomy, needs) : packOffers(taxonomy, offers)
  yield* rankPackedOnThreads(rows, packed.snapshot(), reverse ? offers : needs, options)
}

/** Ranks what was packed with that taxonomy for each of the other side, in their order. */
export async function* rankPackedOnThreads(
  rows: TaxonomyRows,
  packed: PackedSnapshot,
  asking: Iterable<Need | Offer>,
  { limit, explain, reverse = false, threads }: RankOptions & { readonly threads: number },
): AsyncGenerator<RankedAll> {
  const start: Start = {
    rows: asArrays(rows),
    packed,
    reverse,
    options: { limit, explain },
  }
  const ranking = Array.from({ length: threads }, () => new RankingThread(start))
  try {
    const waiting: Promise<RankedAll[]>[] = []
    let next = 0
    const ask = (part: (Need | Offer)[]) => {
      const answer = (ranking[next++ % threads] as RankingThread).rank(part)
      // Whoever comes to it rethrows; until then it is not unheard of.
      answer.catch(() => undefined)
      waiting.push(answer)
    }
    for (const part of partsOf(asking)) {
      ask(part)
      if (waiting.length >= threads * WAITING) yield* (await waiting.shift()) ?? []
    }
    for (const answer of waiting) yield* await answer
  } finally {
    await Promise.all(ranking.map((thread) => thread.end()))
  }
}

class RankingThread {
  readonly #worker: Worker
  readonly #waiting: { resolve(ranked: RankedAll[]): void; reject(error: unknown): void }[] = []
  #failure: unknown = null

  constructor(start: Start) {
    this.#worker = new Worker(new URL('./rank-worker.ts', import.meta.url), { workerData: start })
    // Answers come in the order of the questions.
    this.#worker.on('message', (answer: Answer) => this.#waiting.shift()?.resolve(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A ranking thread ended')))
  }

  rank(part: Question): Promise<RankedAll[]> {
    if (this.#failure) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(part)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure)
  }
}

function* partsOf<T>(all: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const one of all) {
    part.push(one)
    if (part.length < PART) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** Rows that can be sent. */
function asArrays({ skills, occupations, field }: TaxonomyRows): TaxonomyRows {
  return {
    skills: [...skills],
    occupations: [...occupations],
    ...(field && { field: { ...field, skills: [...field.skills] } }),
  }
}
