import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inChild } from '../in-child.ts'
import type { Timing } from '../measure.ts'
import type { ImportFigures, ImportInput } from './import-taxonomy.ts'
import type { DemoFigures } from './load-demo.ts'
import type { LinkFigures } from './run-linker.ts'
import type { SuggestFigures } from './run-suggester.ts'

/** What words cost: bringing them in, suggesting while people type, linking titles and reading texts. */
export interface WordsRun {
  readonly import: ImportFigures
  readonly suggest: SuggestFigures
  readonly link: LinkFigures
  readonly demo: DemoFigures
}

/** Measures words, each part in a process of its own; of ESCO where `escoFolder` names its download, else of the built-in vocabulary. */
export async function benchWords(escoFolder?: string): Promise<WordsRun> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-words-'))
  const at = (name: string) => `file:${join(folder, name)}`
  try {
    const input = { url: at('words.db'), escoFolder: escoFolder ?? null }
    console.error('words: import ...')
    const imported = await inChild<ImportInput, ImportFigures>('./words/import-taxonomy.ts', input)
    console.error('words: questions ...')
    return {
      import: imported,
      suggest: await inChild<object, SuggestFigures>('./words/run-suggester.ts', input),
      link: await inChild<object, LinkFigures>('./words/run-linker.ts', input),
      demo: await inChild<object, DemoFigures>('./words/load-demo.ts', { url: at('demo.db') }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const seconds = (value: number) => `${value.toFixed(1)} s`
const ms = (value: number, digits = 0) => `${value.toFixed(digits)} ms`
const count = (value: number) => value.toLocaleString('en')
const ends = ({ p50, p95 }: Timing) => `p50 ${ms(p50, 2)}, p95 ${ms(p95, 2)}`

/** The figures as lines for people. */
export function wordsLines({ import: imported, suggest, link, demo }: WordsRun): string[] {
  return [
    'Words',
    `  import of ${count(imported.occupations)} occupations and ${count(imported.skills)} skills (${imported.source}): ${seconds(imported.seconds)}` +
      ` (rows ${seconds(imported.rows)}, field ${seconds(imported.field)}, linking ${seconds(imported.linking)})`,
    `  suggestions, a keystroke: occupations ${ends(suggest.occupations)}; skills ${ends(suggest.skills)}; made ready in ${ms(suggest.buildMs)}`,
    `  titles linked: fr ${ends(link.titles.fr)}; en ${ends(link.titles.en)}`,
    `  phrases linked to skills: fr ${ends(link.phrases.fr)}; en ${ends(link.phrases.en)}`,
    `  ${count(link.reading.characters)} characters read: two trades over and over ${ms(link.reading.sameMs)}, a label after the other ${ms(link.reading.variedMs)}`,
    `  demonstration of ${count(demo.profiles)} profiles and ${count(demo.companies)} companies loaded: ${seconds(demo.seconds)};` +
      ` a search for ${count(demo.search.characters)} characters in it: ${ms(demo.search.ms)} at most`,
  ]
}
