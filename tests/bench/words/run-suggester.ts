import { openDatabase } from '#db/open.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import { buildSuggester } from '#search/linking/suggest.ts'
import { answerParent } from '../in-child.ts'
import { measure, type Timing } from '../measure.ts'
import { keystrokes } from './keystrokes.ts'

/** What suggesting while people type takes. */
export interface SuggestFigures {
  /** Making the suggesters of a whole vocabulary, in milliseconds. */
  readonly buildMs: number
  /** One keystroke, eight suggestions. */
  readonly occupations: Timing
  readonly skills: Timing
}

answerParent(async ({ url }: { readonly url: string }): Promise<SuggestFigures> => {
  const open = openDatabase(url)
  try {
    const rows = await vocabularyRows(open.db)
    const began = performance.now()
    const suggester = buildSuggester(rows)
    const buildMs = performance.now() - began
    const rounds = { times: keystrokes.length, budgetMs: 20_000 }
    const typed = (round: number) => keystrokes[round % keystrokes.length] ?? ''
    return {
      buildMs,
      occupations: await measure((round) => suggester.occupations(typed(round), 'fr', 8), rounds),
      skills: await measure((round) => suggester.skills(typed(round), 'fr', 8), rounds),
    }
  } finally {
    await open.close()
  }
})
