import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { TaskError } from '#app/tasks/task.ts'
import { evaluateLinking } from './linking.ts'
import { loadVocabulary } from './load-vocabulary.ts'
import { evaluateEvidence, evaluateLevel, type LevelFigures, type Sizes } from './rankings.ts'
import { evaluateRetrieval, type RetrievalSizes } from './retrieval.ts'
import { LEVEL_NAMES, type LevelName } from './simulator.ts'
import { printEvaluation } from './table.ts'
import { worldOf } from './world.ts'

const usage = 'npm run eval -- [--quick] [--json] [--seed 1] [--only=ranking,retrieval,linking]'
const PARTS = ['ranking', 'retrieval', 'linking'] as const
type Part = (typeof PARTS)[number]

const WHOLE = {
  ranking: { jobs: 2_000, profiles: 20_000, jobQueries: 400, profileQueries: 1_000 },
  retrieval: { jobs: 2_000, profiles: 8_000, queries: 100 },
  titles: 900,
} as const satisfies Amounts
const QUICK = {
  ranking: { jobs: 1_000, profiles: 4_000, jobQueries: 100, profileQueries: 400 },
  retrieval: { jobs: 1_000, profiles: 4_000, queries: 40 },
  titles: 200,
} as const satisfies Amounts

interface Amounts {
  readonly ranking: Sizes
  readonly retrieval: RetrievalSizes
  readonly titles: number
}

/** Everything measured, by stable keys (`tests/eval/README.md`). */
export type Evaluation = Awaited<ReturnType<typeof evaluate>>

/** `npm run eval`: a table for people; `--json` for programs. Rejects with a `TaskError` on unknown options. */
export async function runEvaluation(args: string[]): Promise<void> {
  const { json, quick, parts, seed } = readArguments(args)
  const told = (line: string) => console.error(line)
  const figures = await evaluate(quick ? QUICK : WHOLE, parts, seed, told)
  if (json) console.log(JSON.stringify(figures, null, 2))
  else printEvaluation(figures, (line) => console.log(line))
}

/** Evaluates over ESCO where `ESCO_DIR` names it, over the built-in vocabulary elsewhere. */
async function evaluate(
  amounts: Amounts,
  parts: readonly Part[],
  seed: number,
  told: (line: string) => void,
) {
  const started = performance.now()
  told('loading the vocabulary ...')
  const { source, rows, linking, taxonomy, fieldMs } = await loadVocabulary(process.env.ESCO_DIR)
  const world = worldOf(taxonomy, rows, linking.concepts)
  const sizes = amounts.ranking
  let levels: Record<LevelName, LevelFigures> | null = null
  let evidence: ReturnType<typeof evaluateEvidence> | null = null
  if (parts.includes('ranking')) {
    const measured: [LevelName, LevelFigures][] = []
    for (const level of LEVEL_NAMES) {
      told(`ranking, ${level} ...`)
      measured.push([level, evaluateLevel(world, level, sizes, seed)])
    }
    levels = Object.fromEntries(measured) as Record<LevelName, LevelFigures>
    told('ranking, evidence ...')
    evidence = evaluateEvidence(world, {
      ...sizes,
      jobQueries: Math.ceil(sizes.jobQueries / 4),
      profileQueries: Math.ceil(sizes.profileQueries / 4),
    })
  }
  if (parts.includes('retrieval')) told('retrieval ...')
  const retrieval = parts.includes('retrieval')
    ? await evaluateRetrieval(world, amounts.retrieval)
    : null
  if (parts.includes('linking')) told('linking ...')
  const linked = (lang: 'fr' | 'en') => evaluateLinking(linking, { lang, sample: amounts.titles })
  // The built-in vocabulary has no labels of ESCO's to hold out.
  const held = parts.includes('linking') && source === 'esco'
  return {
    vocabulary: {
      source,
      occupations: taxonomy.occupationCount,
      drawn: world.occupations.length,
      dimensions: taxonomy.fieldDimensions,
      fieldMs: Math.round(fieldMs),
    },
    machine: { cpu: cpus()[0]?.model ?? 'unknown', node: process.version },
    sizes,
    ranking: levels,
    evidence,
    retrieval,
    linking: held ? { fr: linked('fr'), en: linked('en') } : null,
    seconds: Math.round((performance.now() - started) / 1000),
  }
}

function readArguments(args: readonly string[]) {
  const options = {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    const wanted = values.only?.split(',') ?? PARTS
    const parts = PARTS.filter((part) => wanted.includes(part))
    const seed = Number(values.seed)
    if (parts.length !== wanted.length || !Number.isInteger(seed)) throw new TaskError(usage)
    return { json: values.json ?? false, quick: values.quick ?? false, parts, seed }
  } catch (error) {
    // An option that does not exist.
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}
