import { sumOf, type Weights, weightsFor } from '#search/matching/match.ts'
import { occupationScore } from '#search/matching/occupation-score.ts'
import type { PreparedNeed, PreparedOffer } from '#search/matching/prepare.ts'
import { prepareOffer } from '#search/matching/prepare.ts'
import { type Corpus, prepareCorpus, profileDocument } from './corpus.ts'
import { figuresOf, Means, type RankingFigures, RECALL_CUT, topOf } from './metrics.ts'
import { jobsForProfile, profilesForJob, type Terms } from './score-pairs.ts'
import {
  DECLARATIONS,
  type Declaration,
  type LevelName,
  type SimulatedJob,
  type SimulatedProfile,
  simulate,
} from './simulator.ts'
import { GRADE, TRUTHS, type Truth } from './truth.ts'
import type { World } from './world.ts'

/** Ways of ranking, by stable keys: the formula, it without one of its terms, and baselines. */
export const METHODS = [
  'formula',
  'withoutOccupation',
  'withoutInference',
  'withoutField',
  'withoutNearSkills',
  'withoutDamping',
  'overlap',
  'jaccard',
  'coverage',
  'bm25',
  'geometric',
] as const
export type Method = (typeof METHODS)[number]

export const BASELINES: readonly Method[] = ['overlap', 'jaccard', 'coverage', 'bm25', 'geometric']

/** Who is ranked: profiles for a job, or jobs for a profile. */
export const DIRECTIONS = ['profilesForJob', 'jobsForProfile'] as const
export type Direction = (typeof DIRECTIONS)[number]

type PerTruth = { readonly [T in Truth]: { readonly [D in Direction]: RankingFigures } }

export interface LevelFigures {
  /** With occupations declared as `mixed` says. */
  readonly methods: { readonly [M in Method]: PerTruth }
  /** The formula where occupations are declared otherwise. */
  readonly declarations: { readonly [D in Declaration]: PerTruth }
}

export interface Sizes {
  readonly jobs: number
  readonly profiles: number
  /** How many of each are asked for; the first, which are as random as any. */
  readonly jobQueries: number
  readonly profileQueries: number
}

/** Draws a corpus of one level and ranks it by every method, scoring every pair exactly. */
export function evaluateLevel(
  world: World,
  level: LevelName,
  sizes: Sizes,
  seed?: number,
): LevelFigures {
  const { jobs, profiles } = simulate(world, level, sizes, seed)
  const run = new Run(prepareCorpus(world.taxonomy, jobs, profiles), jobs, profiles)
  for (let at = 0; at < Math.min(sizes.jobQueries, jobs.length); at++) run.rankProfiles(at)
  for (let at = 0; at < Math.min(sizes.profileQueries, profiles.length); at++) run.rankJobs(at)
  return run.figures
}

/** What evidence brings: the same profiles at medium noise, with some skills checked and without. */
export function evaluateEvidence(
  world: World,
  sizes: Sizes,
): { readonly checked: PerTruth; readonly ownWord: PerTruth } {
  const { jobs, profiles } = simulate(world, 'medium', sizes)
  const corpus = prepareCorpus(world.taxonomy, jobs, profiles)
  const offers = profiles.map((profile, at) =>
    prepareOffer(
      world.taxonomy,
      profileDocument(profile, [], profile.checked),
      corpus.offers[at]?.inferred,
    ),
  )
  const [ownWord, checked] = [corpus, { ...corpus, offers }].map((one) => {
    const run = new Run(one, jobs, profiles)
    for (let at = 0; at < Math.min(sizes.jobQueries, jobs.length); at++) run.rankProfiles(at)
    for (let at = 0; at < Math.min(sizes.profileQueries, profiles.length); at++) run.rankJobs(at)
    return run.figures.methods.formula
  }) as [PerTruth, PerTruth]
  return { checked, ownWord }
}

type Held = Pick<PreparedOffer, 'declared' | 'declaredIsco' | 'inferred'>

const NOTHING_INFERRED = { occupations: [], probabilities: [] }

class Run {
  readonly #corpus: Corpus
  readonly #jobs: readonly SimulatedJob[]
  readonly #profiles: readonly SimulatedProfile[]
  readonly #held: { readonly [D in Declaration]: readonly Held[] }
  /** As `mixed`, nothing inferred. */
  readonly #declaredOnly: readonly Held[]
  readonly #means = new Map<string, Means>()

  constructor(
    corpus: Corpus,
    jobs: readonly SimulatedJob[],
    profiles: readonly SimulatedProfile[],
  ) {
    const { taxonomy, offers } = corpus
    const declaring = (declaration: Declaration) =>
      profiles.map(({ declared }, at): Held => {
        const said = declared[declaration]
        const numbers = said.map(({ uri }) => taxonomy.occupation(uri))
        return {
          declared: numbers,
          declaredIsco: numbers.map((occupation) => taxonomy.isco(occupation)),
          inferred: offers[at]?.inferred ?? NOTHING_INFERRED,
        }
      })
    this.#corpus = corpus
    this.#jobs = jobs
    this.#profiles = profiles
    this.#held = {
      known: declaring('known'),
      wrong20: declaring('wrong20'),
      mixed: declaring('mixed'),
    }
    this.#declaredOnly = this.#held.mixed.map((held) => ({ ...held, inferred: NOTHING_INFERRED }))
  }

  rankProfiles(query: number): void {
    const need = this.#corpus.needs[query]
    const job = this.#jobs[query]
    if (!need || !job) return
    const needs = () => need
    const grades = (truth: Truth) =>
      Uint8Array.from(this.#profiles, (profile) => GRADE[truth](job, profile))
    this.#rank('profilesForJob', profilesForJob(this.#corpus, query), needs, (at) => at, grades)
  }

  rankJobs(query: number): void {
    const profile = this.#profiles[query]
    if (!profile) return
    const { needs } = this.#corpus
    const grades = (truth: Truth) =>
      Uint8Array.from(this.#jobs, (job) => GRADE[truth](job, profile))
    const needAt = (at: number) => needs[at] as PreparedNeed
    this.#rank('jobsForProfile', jobsForProfile(this.#corpus, query), needAt, () => query, grades)
  }

  #rank(
    direction: Direction,
    terms: Terms,
    needAt: (place: number) => PreparedNeed,
    offerAt: (place: number) => number,
    gradesBy: (truth: Truth) => Uint8Array,
  ): void {
    const { taxonomy } = this.#corpus
    const count = terms.skill.length
    const weights = weightsFor(taxonomy, needAt(0))
    const occupationsBy = (held: readonly Held[]) => {
      const scores = new Float64Array(count)
      for (let at = 0; at < count; at++) {
        scores[at] = occupationScore(taxonomy, needAt(at), held[offerAt(at)] as Held)
      }
      return scores
    }
    const occupations = Object.fromEntries(
      DECLARATIONS.map((declaration) => [declaration, occupationsBy(this.#held[declaration])]),
    ) as Record<Declaration, Float64Array>
    const { mixed } = occupations
    const declaredOnly = occupationsBy(this.#declaredOnly)
    const { skill, field } = terms
    const bare = weightsFor({ ...taxonomy, fieldDimensions: 0 }, needAt(0))
    const rankings: [string, Float64Array][] = [
      ...DECLARATIONS.map((declaration): [string, Float64Array] => [
        `declared ${declaration}`,
        scoresOf(weights, skill, field, occupations[declaration]),
      ]),
      ['formula', scoresOf(weights, skill, field, mixed)],
      ['withoutOccupation', scoresOf({ ...weights, occupation: 0 }, skill, field, mixed)],
      ['withoutInference', scoresOf(weights, skill, field, declaredOnly)],
      ['withoutField', scoresOf(bare, skill, field, mixed)],
      ['withoutNearSkills', scoresOf(weights, terms.sameSkills, field, mixed)],
      ['withoutDamping', scoresOf(weights, terms.undamped, field, mixed)],
      ['overlap', terms.overlap],
      ['jaccard', terms.jaccard],
      ['coverage', terms.coverage],
      ['bm25', terms.bm25],
      ['geometric', terms.geometric],
    ]
    const graded = TRUTHS.map((truth) => [truth, gradesBy(truth)] as const)
    for (const [name, scores] of rankings) {
      const top = topOf(scores, RECALL_CUT)
      for (const [truth, grades] of graded) {
        const key = `${name} ${truth} ${direction}`
        const means = this.#means.get(key) ?? new Means()
        this.#means.set(key, means)
        means.add(figuresOf(scores, grades, top))
      }
    }
  }

  get figures(): LevelFigures {
    const of = (name: string): PerTruth => {
      const figures = (truth: Truth, direction: Direction) =>
        (this.#means.get(`${name} ${truth} ${direction}`) ?? new Means()).figures
      const both = (truth: Truth) => ({
        profilesForJob: figures(truth, 'profilesForJob'),
        jobsForProfile: figures(truth, 'jobsForProfile'),
      })
      return { A: both('A'), B: both('B') }
    }
    const all = <K extends string>(keys: readonly K[], name: (key: K) => string) =>
      Object.fromEntries(keys.map((key) => [key, of(name(key))])) as { [Key in K]: PerTruth }
    return {
      methods: all(METHODS, (method) => method),
      declarations: all(DECLARATIONS, (declaration) => `declared ${declaration}`),
    }
  }
}

/** The score of every pair, summed as `search/matching/match.ts` sums it. */
function scoresOf(
  weights: Weights,
  skill: Float64Array,
  field: Float64Array,
  occupation: Float64Array,
): Float64Array {
  const scores = new Float64Array(skill.length)
  for (let at = 0; at < scores.length; at++) {
    scores[at] = sumOf({
      skills: weights.skill * (skill[at] ?? 0),
      field: weights.field * (field[at] ?? 0),
      occupation: weights.occupation * (occupation[at] ?? 0),
      conditions: 0,
    })
  }
  return scores
}
