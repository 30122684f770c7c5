import { beforeAll, describe, expect, test } from 'vitest'
import { scorePrepared, sumOf, weightsFor } from '#search/matching/match.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { jobDocument, prepareCorpus, profileDocument } from './corpus.ts'
import { loadVocabulary } from './load-vocabulary.ts'
import { evaluateLevel } from './rankings.ts'
import { evaluateRetrieval } from './retrieval.ts'
import { jobsForProfile, profilesForJob, type Terms } from './score-pairs.ts'
import { LEVELS, type SimulatedJob, type SimulatedProfile, simulate } from './simulator.ts'
import { beatenBy } from './table.ts'
import { gradeByOccupation, gradeBySkills } from './truth.ts'
import { type World, worldOf } from './world.ts'

const sizes = { jobs: 60, profiles: 400 }
let world: World

beforeAll(async () => {
  const { taxonomy, rows, linking } = await loadVocabulary(undefined)
  world = worldOf(taxonomy, rows, linking.concepts)
})

describe('the simulator', () => {
  test('draws the same from the same seed, and other from another', () => {
    const ids = (seed: number) =>
      simulate(world, 'medium', sizes, seed).profiles.map(({ skills }) => skills)
    expect(ids(1)).toEqual(ids(1))
    expect(ids(1)).not.toEqual(ids(2))
  })

  test('draws what its levels say', () => {
    for (const name of ['low', 'high', 'short'] as const) {
      const { jobs, profiles } = simulate(world, name, sizes)
      for (const { truth, skills } of jobs) {
        expect(truth.essential.length).toBeGreaterThanOrEqual(5)
        expect(truth.essential.length).toBeLessThanOrEqual(12)
        expect(skills.some(({ essential }) => essential)).toBe(true)
      }
      const most = LEVELS[name].declares[1]
      for (const { skills, truth } of profiles) {
        expect(truth.occupations.length).toBeGreaterThanOrEqual(1)
        // Each skill declared brings at most one of noise.
        expect(skills.length).toBeLessThanOrEqual(2 * most)
        expect(new Set(skills.map(({ uri }) => uri)).size).toBe(skills.length)
      }
    }
    const { jobs, profiles } = simulate(world, 'medium', { jobs: 500, profiles: 800 })
    const share = <T>(list: readonly T[], is: (one: T) => boolean) =>
      list.filter(is).length / list.length
    expect(share(jobs, ({ stated, truth }) => stated !== truth.occupation)).toBeCloseTo(0.1, 1)
    expect(share(profiles, ({ declared }) => declared.mixed.length === 0)).toBeCloseTo(0.3, 1)
    expect(share(profiles, ({ truth }) => truth.occupations.length === 2)).toBeCloseTo(0.4, 1)
  })

  test('knows the truth: the same occupation, and the skills truly held', () => {
    const { jobs, profiles } = simulate(world, 'low', { jobs: 12, profiles: 400 })
    for (const job of jobs) {
      for (const profile of profiles) {
        const same = profile.truth.occupations.includes(job.truth.occupation)
        const has = job.truth.essential.filter((skill) => profile.truth.held.has(skill)).length
        const most = has >= 0.6 * job.truth.essential.length
        expect([gradeByOccupation(job, profile) === 3, gradeBySkills(job, profile) === 3]).toEqual([
          same,
          most,
        ])
      }
    }
  })
})

test('the terms of both directions sum to the score that pages show', () => {
  const { jobs, profiles } = simulate(world, 'medium', sizes)
  const { taxonomy } = world
  const corpus = prepareCorpus(taxonomy, jobs, profiles)
  const pair = (job: SimulatedJob, profile: SimulatedProfile) => {
    const need = prepareNeed(taxonomy, jobDocument(job))
    const offer = prepareOffer(taxonomy, profileDocument(profile, [], profile.skills))
    return { weights: weightsFor(taxonomy, need), ...scorePrepared(taxonomy, need, offer) }
  }
  const check = (terms: Terms, at: number, shown: ReturnType<typeof pair>) => {
    const skills = shown.weights.skill * (terms.skill[at] ?? -1)
    const field = shown.weights.field * (terms.field[at] ?? -1)
    expect(skills).toBe(shown.parts.skills)
    expect(field).toBe(shown.parts.field)
    expect(sumOf({ ...shown.parts, skills, field })).toBe(shown.score)
  }
  const [job] = jobs
  const [profile] = profiles
  if (!job || !profile) throw new Error('nothing was drawn')
  const forJob = profilesForJob(corpus, 0)
  profiles.forEach((one, at) => {
    check(forJob, at, pair(job, one))
  })
  const forProfile = jobsForProfile(corpus, 0)
  jobs.forEach((one, at) => {
    check(forProfile, at, pair(one, profile))
  })
})

test('the formula is above every baseline on the built-in vocabulary too', () => {
  const figures = evaluateLevel(world, 'medium', {
    jobs: 300,
    profiles: 800,
    jobQueries: 60,
    profileQueries: 150,
  })
  const { formula, withoutOccupation } = figures.methods
  expect(formula.A.profilesForJob.queries).toBeGreaterThan(50)
  expect(formula.A.profilesForJob.ndcg).toBeGreaterThan(withoutOccupation.A.profilesForJob.ndcg)
  const levels = { low: figures, medium: figures, high: figures, short: figures }
  expect(beatenBy({ ranking: levels }, 'medium')).toEqual([])
})

test('the embedded engine gives the exact best twenty', async () => {
  const { embedded } = await evaluateRetrieval(world, { jobs: 200, profiles: 1000, queries: 20 }, [
    'embedded',
  ])
  if (!embedded) throw new Error('nothing was measured')
  expect(embedded.profiles.all.recall).toBeGreaterThanOrEqual(0.99)
  expect(embedded.profiles.narrow.recall).toBeGreaterThanOrEqual(0.99)
  expect(embedded.opportunities.all.recall).toBeGreaterThanOrEqual(0.99)
  expect(embedded.opportunities.narrow.recall).toBeGreaterThanOrEqual(0.99)
})
