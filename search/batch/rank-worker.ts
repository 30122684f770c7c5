import { parentPort, workerData } from 'node:worker_threads'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { buildTaxonomy, type TaxonomyRows } from '../matching/taxonomy.ts'
import {
  type Packed,
  type PackedSnapshot,
  packedNeedsFrom,
  packedOffersFrom,
  type RankedAll,
  type RankOptions,
} from './rank-all.ts'

// A thread of `rankAllOnThreads`: takes what was packed, then ranks it for each part it is sent.

/** What a thread is told when it starts. */
export interface Start {
  readonly rows: TaxonomyRows
  readonly packed: PackedSnapshot
  readonly reverse: boolean
  readonly options: Omit<RankOptions, 'reverse'>
}

export type Question = (Need | Offer)[]
export type Answer = RankedAll[]

const { rows, packed, reverse, options } = workerData as Start
const taxonomy = buildTaxonomy(rows)
const ranked: Packed<Need & Offer> = reverse
  ? packedNeedsFrom(taxonomy, packed)
  : packedOffersFrom(taxonomy, packed)

parentPort?.on('message', (part: Question) => {
  const answer: Answer = part.map((one) => ({
    id: one.id,
    matches: ranked.rank(one as Need & Offer, options),
  }))
  parentPort?.postMessage(answer)
})
