import { availableParallelism } from 'node:os'
import { packOffers } from '#search/batch/rank-all.ts'
import { rankPackedOnThreads } from '#search/batch/rank-threads.ts'
import { makeCorpus } from '../corpus/documents.ts'
import { prepareDraws } from '../corpus/draws.ts'
import { readVocabulary } from '../corpus/vocabulary.ts'
import { answerParent } from '../in-child.ts'

export interface AllPairs {
  /** What packing the profiles took, which an engine has done already. */
  readonly packSeconds: number
  /** By the clock, on as many threads as the machine runs at once: handing them what was packed is in it. */
  readonly seconds: number
  readonly threads: number
  /** Processor time of all threads, in seconds. */
  readonly cpuSeconds: number
  /** Pairs looked at: needs times offers. */
  readonly pairs: number
  readonly memoryBytes: number
}

/** The best twenty profiles for every opportunity: documents in memory are packed, then ranked. */
answerParent(async (input: { vocabulary: string; profiles: number }): Promise<AllPairs> => {
  const vocabulary = await readVocabulary(input.vocabulary)
  const corpus = makeCorpus(prepareDraws(vocabulary), input.profiles / 10, { words: false })
  const needs = Array.from({ length: input.profiles / 5 }, (_, at) => corpus.opportunity(at))
  const offers = Array.from({ length: input.profiles }, (_, at) => corpus.profile(at))
  const { taxonomy } = vocabulary.reference
  const { rows } = vocabulary
  const packing = performance.now()
  const packed = packOffers(taxonomy, offers)
  const threads = availableParallelism()
  const started = performance.now()
  const cpu = process.cpuUsage()
  let ranked = 0
  const all = rankPackedOnThreads(rows, packed.snapshot(), needs, { limit: 20, threads })
  for await (const { matches } of all) ranked += matches.length
  const { user, system } = process.cpuUsage(cpu)
  if (ranked === 0) throw new Error('nothing was ranked')
  return {
    packSeconds: (started - packing) / 1000,
    seconds: (performance.now() - started) / 1000,
    threads,
    cpuSeconds: (user + system) / 1e6,
    pairs: needs.length * offers.length,
    memoryBytes: process.memoryUsage.rss(),
  }
})
