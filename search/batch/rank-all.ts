import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { countIn, listIn, setTo } from '../embedded/bits.ts'
import { NeedIndex } from '../embedded/need-index.ts'
import { OfferIndex } from '../embedded/offer-index.ts'
import {
  type Pairing,
  type Ranking,
  rankAllEligible,
  rankByPostings,
  refinedFor,
} from '../embedded/pairing.ts'
import { Scratch } from '../embedded/scratch.ts'
import { type MemorySnapshot, readSnapshot, takeSnapshot } from '../embedded/snapshot-in-memory.ts'
import type { Explanation } from '../matching/explain.ts'
import { type ScoreParts, sumOf } from '../matching/match.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'

export interface RankOptions {
  /** Pairs for each; 20 unless told. */
  readonly limit?: number
  /** Whether each pair comes with its explanation. */
  readonly explain?: boolean
  /** Needs for each offer, instead of offers for each need. */
  readonly reverse?: boolean
}

/** A pair as it was found: the other side's id. */
export interface Ranked {
  readonly id: string
  readonly score: number
  readonly parts: ScoreParts
  readonly explanation: Explanation | null
}

/** The best of the other side for one need or offer. */
export interface RankedAll {
  readonly id: string
  /** By score, then id; no pair that a hard condition excludes or that shares neither skill nor occupation. */
  readonly matches: readonly Ranked[]
}

const DEFAULT_LIMIT = 20

/**
 * Ranks offers for each need, or needs for each offer, in memory and by the core that the embedded
 * engine runs on: the same scores and the same order. What is ranked is packed (about 600 bytes an
 * offer); those it is ranked for are read one at a time. A repeated id replaces the one before.
 */
export function* rankAll(
  taxonomy: Taxonomy,
  needs: Iterable<Need>,
  offers: Iterable<Offer>,
  { limit, explain, reverse = false }: RankOptions = {},
): Generator<RankedAll> {
  const asked = { limit, explain }
  if (reverse) {
    const packed = packNeeds(taxonomy, needs)
    for (const offer of offers) yield { id: offer.id, matches: packed.rank(offer, asked) }
  } else {
    const packed = packOffers(taxonomy, offers)
    for (const need of needs) yield { id: need.id, matches: packed.rank(need, asked) }
  }
}

/** Documents packed to be ranked for those of the other side, one after the other. */
export interface Packed<Asking> {
  rank(asking: Asking, options?: Omit<RankOptions, 'reverse'>): Ranked[]
  /** All of it, for `packed...From`: on another thread that takes a fraction of packing. */
  snapshot(): PackedSnapshot
}

export interface PackedSnapshot {
  readonly ids: readonly string[]
  readonly index: MemorySnapshot
}

/** Packs offers, to be ranked for needs. */
export function packOffers(taxonomy: Taxonomy, offers: Iterable<Offer>): Packed<Need> {
  const scratch = new Scratch()
  const index = new OfferIndex(taxonomy, scratch)
  const ids = indexed(offers, (slot, offer) => index.put(slot, offer))
  return packedOffers(taxonomy, index, scratch, ids)
}

/** Offers that another thread packed, with the same taxonomy. */
export function packedOffersFrom(
  taxonomy: Taxonomy,
  { ids, index: saved }: PackedSnapshot,
): Packed<Need> {
  const scratch = new Scratch()
  const index = new OfferIndex(taxonomy, scratch)
  index.load(readSnapshot(saved))
  return packedOffers(taxonomy, index, scratch, ids)
}

function packedOffers(
  taxonomy: Taxonomy,
  index: OfferIndex,
  scratch: Scratch,
  ids: readonly string[],
): Packed<Need> {
  return {
    rank(need, options) {
      if (asksNothing(taxonomy, need)) return []
      const pairing = index.pairing(prepareNeed(taxonomy, need), need)
      return best(pairing, ids, options, scratch)
    },
    snapshot: () => ({ ids, index: takeSnapshot((writer) => index.save(writer)) }),
  }
}

/** Packs needs, to be ranked for offers. */
export function packNeeds(taxonomy: Taxonomy, needs: Iterable<Need>): Packed<Offer> {
  const scratch = new Scratch()
  const index = new NeedIndex(taxonomy, scratch)
  const ids = indexed(needs, (slot, need) => {
    // Its slot stays empty, also where the same id asked for something before.
    if (asksNothing(taxonomy, need)) index.clear(slot)
    else index.put(slot, need)
  })
  return packedNeeds(taxonomy, index, scratch, ids)
}

/** Needs that another thread packed, with the same taxonomy. */
export function packedNeedsFrom(
  taxonomy: Taxonomy,
  { ids, index: saved }: PackedSnapshot,
): Packed<Offer> {
  const scratch = new Scratch()
  const index = new NeedIndex(taxonomy, scratch)
  index.load(readSnapshot(saved))
  return packedNeeds(taxonomy, index, scratch, ids)
}

function packedNeeds(
  taxonomy: Taxonomy,
  index: NeedIndex,
  scratch: Scratch,
  ids: readonly string[],
): Packed<Offer> {
  return {
    rank(offer, options) {
      const pairing = index.pairing(prepareOffer(taxonomy, offer), offer)
      return best(pairing, ids, options, scratch)
    },
    snapshot: () => ({ ids, index: takeSnapshot((writer) => index.save(writer)) }),
  }
}

/** Whether nobody can share a skill or the occupation with a need: it names none that is known. */
function asksNothing(taxonomy: Taxonomy, need: Need): boolean {
  if (need.skills.length > 0) return false
  const { occupation, isco } = prepareNeed(taxonomy, need)
  return occupation < 0 && isco < 0
}

/** Puts each into its slot; gives the ids by slot. */
function indexed<T extends { readonly id: string }>(
  all: Iterable<T>,
  put: (slot: number, one: T) => void,
): string[] {
  const ids: string[] = []
  const slots = new Map<string, number>()
  for (const one of all) {
    const slot = slots.get(one.id) ?? ids.length
    slots.set(one.id, slot)
    ids[slot] = one.id
    put(slot, one)
  }
  return ids
}

function best(
  pairing: Pairing,
  ids: readonly string[],
  { limit = DEFAULT_LIMIT, explain = false }: RankOptions = {},
  scratch: Scratch,
): Ranked[] {
  const id = (slot: number) => ids[slot] ?? ''
  const { best: ranked } = ranking(pairing, ids.length, limit, id, scratch)
  return ranked.map(({ slot, parts }) => ({
    id: id(slot),
    score: sumOf(parts),
    parts,
    explanation: explain ? pairing.explain(slot, parts) : null,
  }))
}

function ranking(
  pairing: Pairing,
  size: number,
  limit: number,
  id: (slot: number) => string,
  scratch: Scratch,
): Ranking {
  const words = pairing.likely()
  if (countIn(words) > pairing.effort.many) {
    // Nobody counts how many there are: distances are looked at only of those found, unless few are left.
    const found = rankByPostings(pairing, { words, reached: false }, limit, id, scratch)
    if (found.scored >= refinedFor(pairing, limit)) return found
  }
  const selection = listIn(words, scratch.list('eligible', size))
  pairing.keepReached(selection)
  if (selection.count <= pairing.effort.narrow) {
    return rankAllEligible(pairing, selection, limit, id, scratch)
  }
  setTo(words, selection)
  return rankByPostings(pairing, { words, reached: true }, limit, id, scratch)
}
