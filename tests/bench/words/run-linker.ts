import { loadReference, type Reference } from '#app/domain/reference/load-reference.server.ts'
import { openDatabase } from '#db/open.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import type { VocabularyRow } from '#search/linking/vocabulary.ts'
import { answerParent } from '../in-child.ts'
import { measure, median, type Timing } from '../measure.ts'
import { sampleLabels } from './sample-labels.ts'

/** What linking words to concepts takes. */
export interface LinkFigures {
  /** One title or phrase, ten concepts. */
  readonly titles: ByLanguage
  readonly phrases: ByLanguage
  /** Finding what a long text names, as an advert or a CV is read; medians in milliseconds. */
  readonly reading: {
    readonly characters: number
    /** A text of two trades again and again. */
    readonly sameMs: number
    /** A text of as many labels as it takes. */
    readonly variedMs: number
  }
}

interface ByLanguage {
  readonly fr: Timing
  readonly en: Timing
}

const characters = 400_000

answerParent(async ({ url }: { readonly url: string }): Promise<LinkFigures> => {
  const open = openDatabase(url)
  try {
    const reference = await loadReference(open.db)
    const rows = await vocabularyRows(open.db)
    const link = async (kind: VocabularyRow['kind'], lang: 'fr' | 'en') => {
      const texts = sampleLabels(rows, { kind, lang, count: 500, seed: 1 })
      const one = kind === 'occupation' ? reference.linkTitle : reference.linkSkill
      const rounds = { times: texts.length, budgetMs: 20_000 }
      return await measure((round) => one(texts[round % texts.length] ?? '', lang, 10), rounds)
    }
    return {
      titles: { fr: await link('occupation', 'fr'), en: await link('occupation', 'en') },
      phrases: { fr: await link('skill', 'fr'), en: await link('skill', 'en') },
      reading: { characters, ...read(reference, rows) },
    }
  } finally {
    await open.close()
  }
})

function read(reference: Reference, rows: VocabularyRow[]) {
  const labels = (['occupation', 'skill'] as const).flatMap((kind) =>
    sampleLabels(rows, { kind, lang: 'fr', count: 5000, seed: 2 }),
  )
  const texts = { same: repeated('soudeur et plombier, '), varied: repeated(labels.join(', ')) }
  const time = (text: string) =>
    median(
      Array.from({ length: 3 }, () => {
        const began = performance.now()
        reference.readText(text, 'fr')
        return performance.now() - began
      }),
    )
  return { sameMs: time(texts.same), variedMs: time(texts.varied) }
}

const repeated = (text: string) =>
  text.repeat(Math.ceil(characters / text.length)).slice(0, characters)
