import { readVocabulary } from '../corpus/vocabulary.ts'
import { answerParent } from '../in-child.ts'
import { type EngineAt, openEngine } from './open-engine.ts'

export interface ColdStart {
  /** Reading the reference data, which any server does beside the index. */
  readonly vocabularyMs: number
  /** From opening the index to the first answer of a search. */
  readonly coldStartMs: number
  /** Resident memory before the index was opened, and after searches of all kinds. */
  readonly baseBytes: number
  readonly memoryBytes: number
}

const rss = () => {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

answerParent(async (input: EngineAt & { vocabulary: string; text: string }): Promise<ColdStart> => {
  const start = performance.now()
  const { reference } = await readVocabulary(input.vocabulary)
  const vocabularyMs = performance.now() - start
  const baseBytes = rss()
  const opening = performance.now()
  const engine = await openEngine(input, reference.taxonomy)
  await engine.search('profile', { text: input.text })
  const coldStartMs = performance.now() - opening
  await engine.search('opportunity', { text: input.text, facets: ['sector'] })
  await engine.search('company', { text: input.text })
  const memoryBytes = rss()
  await engine.close()
  return { vocabularyMs, coldStartMs, baseBytes, memoryBytes }
})
