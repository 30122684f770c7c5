import type { Lang, VocabularyRow } from '#search/linking/vocabulary.ts'
import { randomFrom } from '#tests/search/corpus.ts'

export interface LabelSample {
  readonly kind: VocabularyRow['kind']
  readonly lang: Lang
  readonly count: number
  readonly seed: number
}

/**
 * Alternative labels of a vocabulary, not a deployer's, each once: the same for the same seed, fewer than `count` where there
 * are not so many.
 */
export function sampleLabels(
  rows: Iterable<VocabularyRow>,
  { kind, lang, count, seed }: LabelSample,
): string[] {
  const texts = new Set<string>()
  for (const row of rows) {
    if (row.kind !== kind) continue
    for (const label of row.labels) {
      if (label.lang !== lang || label.role !== 'alternative') continue
      if (label.source !== 'deployer') texts.add(label.text)
    }
  }
  const left = [...texts].sort()
  const random = randomFrom(seed)
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(random.below(left.length), 1)[0] ?? '',
  )
}
