import { rankAll } from '#search/batch/rank-all.ts'
import { makeCorpus } from '../corpus/documents.ts'
import { prepareDraws } from '../corpus/draws.ts'
import { readVocabulary } from '../corpus/vocabulary.ts'
import { answerParent } from '../in-child.ts'

export interface AllPairs {
  readonly seconds: number
  /** Processor time, in seconds. */
  readonly cpuSeconds: number
  /** Pairs looked at: needs times offers. */
  readonly pairs: number
  readonly memoryBytes: number
}

/** The best twenty profiles for every opportunity, from documents in memory: packing them counts. */
answerParent(async (input: { vocabulary: string; profiles: number }): Promise<AllPairs> => {
  const vocabulary = await readVocabulary(input.vocabulary)
  const corpus = makeCorpus(prepareDraws(vocabulary), input.profiles / 10, { words: false })
  const needs = Array.from({ length: input.profiles / 5 }, (_, at) => corpus.opportunity(at))
  const offers = Array.from({ length: input.profiles }, (_, at) => corpus.profile(at))
  const cpu = process.cpuUsage()
  const started = performance.now()
  let ranked = 0
  for (const one of rankAll(vocabulary.reference.taxonomy, needs, offers, { limit: 20 })) {
    ranked += one.matches.length
  }
  const { user, system } = process.cpuUsage(cpu)
  if (ranked === 0) throw new Error('nothing was ranked')
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    pairs: needs.length * offers.length,
    memoryBytes: process.memoryUsage.rss(),
  }
})
