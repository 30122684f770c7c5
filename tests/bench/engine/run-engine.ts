import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchEngine } from '#search/engine.ts'
import { makeCorpus } from '../corpus/documents.ts'
import { prepareDraws } from '../corpus/draws.ts'
import { readVocabulary } from '../corpus/vocabulary.ts'
import { BarePostings, type Walk } from '../floor/postings.ts'
import { PlainSqlite } from '../floor/sqlite.ts'
import { answerParent } from '../in-child.ts'
import { measure, type Rounds, type Timing } from '../measure.ts'
import { type EngineAt, openEngine } from './open-engine.ts'
import { prepareQuestions, type Questions } from './questions.ts'

export interface EngineInput extends EngineAt {
  readonly vocabulary: string
  readonly profiles: number
  /** Whether the floor is built and measured too. */
  readonly floor: { readonly postings: boolean; readonly sqlite: boolean }
}

/** Calls of the engine, by the names that `--json` has. */
export interface CallFigures {
  readonly text: Timing
  readonly typo: Timing
  readonly prefix: Timing
  readonly faceted: Timing
  readonly near: Timing
  readonly candidates: Timing
  readonly match: Timing
  readonly matchNear: Timing
  readonly reverse: Timing
  readonly update: Timing
}

/** The least that the same work costs. */
export interface FloorFigures {
  readonly postings?: Timing
  readonly sqlText?: Timing
  readonly sqlFiltered?: Timing
  readonly sqlFaceted?: Timing
}

export interface EngineRun {
  readonly buildSeconds: number
  /** What making the documents took of that. */
  readonly generateSeconds: number
  /** Null where the data are a server's own. */
  readonly diskBytes: number | null
  readonly calls: CallFigures
  readonly floor: FloorFigures
}

answerParent(async (input: EngineInput): Promise<EngineRun> => {
  const vocabulary = await readVocabulary(input.vocabulary)
  const { taxonomy } = vocabulary.reference
  const draws = prepareDraws(vocabulary)
  const sizes = {
    profiles: input.profiles,
    opportunities: input.profiles / 5,
    companies: input.profiles / 10,
  }
  const corpus = makeCorpus(draws, sizes.companies)
  const questions = prepareQuestions(draws, corpus, sizes)
  const engine = await openEngine(input, taxonomy)
  try {
    let generating = 0
    const timed = <T>(count: number, make: (at: number) => T) =>
      generate(count, (at) => {
        const start = performance.now()
        const one = make(at)
        generating += performance.now() - start
        return one
      })
    const postings = input.floor.postings ? new BarePostings(taxonomy) : null
    const started = performance.now()
    await engine.rebuild('company', timed(sizes.companies, corpus.company), { sequence: 1 })
    await engine.rebuild('opportunity', timed(sizes.opportunities, corpus.opportunity), {
      sequence: 1,
    })
    await engine.rebuild('profile', timed(sizes.profiles, corpus.profile), { sequence: 1 })
    await engine.settled()
    const buildSeconds = (performance.now() - started) / 1000
    for (let at = 0; postings && at < sizes.profiles; at += 1) postings.add(at, corpus.profile(at))
    postings?.pack(sizes.profiles)
    globalThis.gc?.()
    const rounds: Rounds = input.meili ? { times: 100, budgetMs: 8000 } : {}
    const calls = await measureCalls(engine, questions, rounds)
    const walks = postings
      ? Array.from({ length: 500 }, (_, round) => postings.walkOf(questions.need(round)))
      : []
    const walk = postings
      ? { postings: await measure((round) => postings.best(walks[round % 500] as Walk), rounds) }
      : {}
    const sql = input.floor.sqlite ? await measureSql(input.folder, corpus, sizes, questions) : {}
    return {
      buildSeconds,
      generateSeconds: generating / 1000,
      diskBytes: input.meili ? null : bytesOf(input.folder, /^search\.db/),
      calls,
      floor: { ...walk, ...sql },
    }
  } finally {
    await engine.close()
  }
})

const profileFacets = ['admin1', 'education', 'language', 'licences', 'verified'] as const
const jobFacets = ['admin1', 'contract', 'sector', 'occupation', 'country'] as const

async function measureCalls(
  engine: SearchEngine,
  questions: Questions,
  rounds: Rounds,
): Promise<CallFigures> {
  const { text, typo, prefix, near, need, offer } = questions
  return {
    text: await measure((round) => engine.search('profile', { text: text(round) }), rounds),
    typo: await measure((round) => engine.search('profile', { text: typo(round) }), rounds),
    prefix: await measure((round) => engine.search('profile', { text: prefix(round) }), rounds),
    faceted: await measure(
      (round) =>
        engine.search('opportunity', {
          text: text(round),
          filters: { status: ['open'], country: ['CI'], kind: ['job'] },
          facets: jobFacets,
        }),
      rounds,
    ),
    near: await measure(
      (round) =>
        engine.search('profile', { filters: { near: near(round) }, sort: 'distance', size: 20 }),
      rounds,
    ),
    candidates: await measure(
      (round) => engine.candidates('profile', need(round), {}, { limit: 20 }),
      rounds,
    ),
    match: await measure(
      (round) =>
        engine.candidates(
          'profile',
          need(round),
          {
            education: { min: 1 },
            experienceMonths: { min: 6 },
            languages: [{ code: 'fr', min: 2 }],
          },
          { limit: 20, facets: profileFacets, explain: true },
        ),
      rounds,
    ),
    matchNear: await measure(
      (round) =>
        engine.candidates(
          'profile',
          need(round),
          { near: near(round) },
          { limit: 20, facets: profileFacets, explain: true },
        ),
      rounds,
    ),
    reverse: await measure(
      (round) => engine.candidates('opportunity', offer(round), {}, { limit: 20, explain: true }),
      rounds,
    ),
    update: await measure(
      async (round) => {
        const word = `nouveau${round}`
        const one = { ...offer(round), id: `p-update-${round % 50}`, code: word }
        await engine.put('profile', [{ ...one, text: { ...one.text, body: word } }])
        for (;;) {
          const { hits } = await engine.search('profile', { text: word, size: 1 })
          if (hits.some((hit) => hit.id === one.id)) return
        }
      },
      { times: Math.min(rounds.times ?? 100, 100), budgetMs: rounds.budgetMs ?? 4000 },
    ),
  }
}

async function measureSql(
  folder: string,
  corpus: ReturnType<typeof makeCorpus>,
  sizes: { profiles: number; opportunities: number },
  { text }: Questions,
): Promise<FloorFigures> {
  const plain = new PlainSqlite(join(folder, 'plain.db'))
  try {
    plain.addOpportunities(generate(sizes.opportunities, corpus.opportunity))
    plain.addPeople(generate(sizes.profiles, (at) => corpus.profile(at).text))
    const filter = { kind: 'job', country: 'CI', admin1: 'CI-AB' }
    return {
      sqlText: await measure((round) => plain.text(text(round))),
      sqlFiltered: await measure(() => plain.filtered(filter)),
      sqlFaceted: await measure((round) =>
        plain.faceted(text(round), { kind: 'job', country: 'CI' }),
      ),
    }
  } finally {
    plain.close()
  }
}

function* generate<T>(count: number, make: (at: number) => T): Generator<T> {
  for (let at = 0; at < count; at += 1) yield make(at)
}

function bytesOf(folder: string, name: RegExp): number {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}
