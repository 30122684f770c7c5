import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readLinking } from '#app/domain/reference/linking-index.server.ts'
import { vocabularyRows } from '#db/queries/taxonomy.ts'
import { type LinkedConcept, type Linker, openLinker } from '#search/linking/linker.ts'
import type { Lang } from '#search/linking/vocabulary.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

const mostMatches = 100

interface Input {
  /** Lines of text; standard input unless a test brings its own. */
  readonly lines?: AsyncIterable<string>
}

/** Links titles to occupations, one a line of standard input, one JSON line each on standard output. */
export const linkTitles = {
  name: 'link-titles',
  summary:
    '--lang fr|en|ar [--top 10] < titles.txt: the occupations that titles mean, a JSON line a title',
  onlyPrints: true,
  run: (args, context, input: Input = {}) =>
    linkLines('link-titles', args, context, input, (linker, text, lang, top) =>
      linker.titles(text, lang, top).map(({ uri, isco08, label, score }) => ({
        uri,
        isco: isco08,
        label,
        score,
      })),
    ),
} satisfies Task

/** Links phrases to skills, like titles. */
export const linkSkills = {
  name: 'link-skills',
  summary:
    '--lang fr|en|ar [--top 10] < phrases.txt: the skills that phrases mean, a JSON line a phrase',
  onlyPrints: true,
  run: (args, context, input: Input = {}) =>
    linkLines('link-skills', args, context, input, (linker, text, lang, top) =>
      linker.phrases(text, lang, top).map(({ uri, label, score }) => ({ uri, label, score })),
    ),
} satisfies Task

type Find = (
  linker: Linker,
  text: string,
  lang: Lang,
  top: number,
) => Partial<LinkedConcept & { isco: string | null }>[]

async function linkLines(
  name: string,
  args: readonly string[],
  { open, log, print }: Pick<TaskContext, 'open' | 'log' | 'print'>,
  { lines = standardInput(name) }: Input,
  find: Find,
): Promise<void> {
  const { lang, top } = readArguments(name, args)
  const indexOf = await readLinking(open.db)
  let missing = false
  const linker = openLinker(await vocabularyRows(open.db), (kind, language) => {
    const index = indexOf(kind, language)
    if (!index) missing = true
    return index
  })
  for await (const line of lines) {
    const title = line.trim()
    if (title === '') continue
    print(JSON.stringify({ title, matches: find(linker, title, lang, top) }))
    if (missing) {
      throw new TaskError(
        'The words of the loaded vocabulary are not indexed yet: run npm run task -- build-linking first.',
      )
    }
  }
  log(`${name}: done`)
}

function standardInput(name: string): AsyncIterable<string> {
  if (process.stdin.isTTY) {
    throw new TaskError(
      `${name} reads standard input, one a line: npm run -s task -- ${name} < file`,
    )
  }
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

function readArguments(name: string, args: readonly string[]): { lang: Lang; top: number } {
  const usage = `npm run -s task -- ${name} --lang fr|en|ar [--top 10] < file`
  const wrong = (problem: string) => new TaskError(`${problem}\n${usage}`)
  const options = { lang: { type: 'string' }, top: { type: 'string', default: '10' } } as const
  let values: { lang?: string | undefined; top: string }
  try {
    values = parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    throw error instanceof TypeError ? wrong(error.message) : error
  }
  const { lang } = values
  if (lang !== 'fr' && lang !== 'en' && lang !== 'ar') {
    throw wrong(lang === undefined ? '--lang is missing' : `--lang ${lang} is none of fr, en, ar`)
  }
  const top = Number(values.top)
  if (!Number.isInteger(top) || top < 1 || top > mostMatches) {
    throw wrong(`--top must be a whole number from 1 to ${mostMatches}`)
  }
  return { lang, top }
}
