import { parseArgs } from 'node:util'
import { TaskError } from '#app/tasks/task.ts'

const parts = ['sizes', 'pages', 'chamber', 'words'] as const

export type Part = (typeof parts)[number]
export type EngineName = 'embedded' | 'meilisearch'

export interface BenchOptions {
  readonly json: boolean
  readonly parts: ReadonlySet<Part>
  /** How many profiles each corpus has. */
  readonly profiles: readonly number[]
  /** Engines asked for by name; null for those that are there. */
  readonly engine: EngineName | null
}

const usage =
  'npm run bench -- [--large] [--json] [--only sizes|engine|pages|chamber|words] [--profiles N] [--engine embedded|meilisearch]'

/** Reads the command line. Throws a `TaskError` with the usage when it makes no sense. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parse(args)
  const { only, engine, profiles } = values
  const number = profiles === undefined ? null : Number(profiles)
  const known =
    (only === undefined || only === 'engine' || parts.some((part) => part === only)) &&
    (engine === undefined || engine === 'embedded' || engine === 'meilisearch') &&
    (number === null || (Number.isInteger(number) && number >= 100))
  if (!known) throw new TaskError(usage)
  const all = [10_000, 100_000, ...(values.large ? [1_000_000] : [])]
  return {
    json: values.json ?? false,
    parts: new Set<Part>(
      only === undefined ? parts : [parts.find((part) => part === only) ?? 'sizes'],
    ),
    // `engine` is one corpus, the middle one; `sizes` is all of them.
    profiles: number !== null ? [number] : only === 'engine' ? [100_000] : all,
    engine: (engine as EngineName | undefined) ?? null,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        large: { type: 'boolean' },
        json: { type: 'boolean' },
        only: { type: 'string' },
        profiles: { type: 'string' },
        engine: { type: 'string' },
      },
    })
  } catch {
    throw new TaskError(usage)
  }
}
