import { parseArgs } from 'node:util'
import { LineError, readNeed, readOffer, statedId } from '#app/domain/batch/rank-lines.ts'
import { loadTaxonomyRows } from '#app/domain/reference/load-reference.server.ts'
import { type Ranked, rankAll } from '#search/batch/rank-all.ts'
import { rankAllOnThreads } from '#search/batch/rank-threads.ts'
import { buildTaxonomy } from '#search/matching/taxonomy.ts'
import { readLines } from './read-lines.ts'
import { type Task, TaskError } from './task.ts'

const usage =
  'rank --needs needs.jsonl --offers offers.jsonl [--top 20] [--reverse] [--explain] [--country CI] [--threads 1]'
const mostTop = 1000
const mostThreads = 64

/** Ranks a file of offers for each need of another file, or the other way, as the pages do. */
export const rank = {
  name: 'rank',
  summary:
    '--needs FILE --offers FILE [--top 20] [--reverse] [--explain] [--country CI] [--threads 1]: rank files of JSON lines',
  onlyPrints: true,
  /** Rejects with a `TaskError` that names the file and line of what it cannot read. */
  async run(args, context) {
    const asked = read(args)
    const rows = await loadTaxonomyRows(context.open.db)
    const taxonomy = buildTaxonomy(rows)
    if (taxonomy.occupationCount === 0) {
      throw new TaskError('The database holds no taxonomy: npm run task -- import-esco FOLDER')
    }
    const { country } = asked
    const needs = parsed(asked.needs, (text) => readNeed(text, taxonomy, country))
    const offers = parsed(asked.offers, (text) => readOffer(text, taxonomy, country))
    const { top: limit, reverse, explain, threads } = asked
    const options = { limit, reverse, explain }
    const ranked =
      threads === 1
        ? rankAll(taxonomy, needs, offers, options)
        : rankAllOnThreads(rows, needs, offers, { ...options, threads })
    for await (const { id, matches } of ranked) {
      const all = matches.map((match) => shown(match, explain))
      context.print(JSON.stringify({ id: statedId(id), matches: all }))
    }
  },
} satisfies Task

interface Asked {
  readonly needs: string
  readonly offers: string
  readonly top: number
  readonly reverse: boolean
  readonly explain: boolean
  readonly country: string
  readonly threads: number
}

function read(args: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        needs: { type: 'string' },
        offers: { type: 'string' },
        top: { type: 'string', default: '20' },
        country: { type: 'string', default: 'CI' },
        threads: { type: 'string', default: '1' },
        reverse: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
    })
    const { needs, offers, country } = values
    const top = Number(values.top)
    const threads = Number(values.threads)
    if (!needs || !offers) throw new TaskError(`Both files are needed: ${usage}`)
    if (!Number.isInteger(top) || top < 1 || top > mostTop) {
      throw new TaskError(`--top takes a whole number from 1 to ${mostTop}`)
    }
    if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
      throw new TaskError(`--threads takes a whole number from 1 to ${mostThreads}`)
    }
    if (!/^[A-Z]{2}$/.test(country)) throw new TaskError('--country takes two capital letters')
    return { ...values, needs, offers, top, country, threads }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new TaskError(`${error.message}. Usage: ${usage}`)
  }
}

function* parsed<T>(path: string, parse: (text: string) => T): Generator<T> {
  try {
    for (const { number, text } of readLines(path)) {
      try {
        yield parse(text)
      } catch (error) {
        if (!(error instanceof LineError)) throw error
        throw new TaskError(`${path}, line ${number}: ${error.message}`)
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new TaskError(`${path} cannot be read: ${error.message}`)
  }
}

/** A match as it is printed: `explanation` names each term with its points, which sum to the score. */
function shown({ id: ranked, score, explanation }: Ranked, explain: boolean) {
  const id = statedId(ranked)
  if (!explain || !explanation) return { id, score }
  const { skills, field, occupation, conditions } = explanation
  return {
    id,
    score,
    explanation: [
      ...skills.map(({ wanted, essential, state, by, points }) => ({
        term: 'skill',
        uri: wanted,
        essential,
        state,
        by,
        points,
      })),
      ...(field ? [{ term: 'field', points: field.points }] : []),
      ...(occupation
        ? [
            {
              term: 'occupation',
              uri: occupation.wanted.uri,
              by: occupation.has?.uri ?? null,
              source: occupation.source,
              points: occupation.points,
            },
          ]
        : []),
      ...conditions.map(({ facts, state, points }) => ({ term: facts.kind, state, points })),
    ],
  }
}
