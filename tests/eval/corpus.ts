import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { ProfileDocument, ProfileOccupation, ProfileSkill } from '#search/documents/profile.ts'
import {
  type PreparedNeed,
  type PreparedOffer,
  prepareNeed,
  prepareOffer,
} from '#search/matching/prepare.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { opportunityWith, profileWith } from '#tests/search/corpus.ts'
import type { SimulatedJob, SimulatedProfile } from './simulator.ts'

/** Documents of which every condition is open: they differ in skills and occupation only. */
export function jobDocument({ id, stated, skills }: SimulatedJob): OpportunityDocument {
  return opportunityWith(id, {
    occupation: { uri: stated.uri, isco08: stated.isco08 },
    skills,
  })
}

export function profileDocument(
  { id }: SimulatedProfile,
  occupations: readonly ProfileOccupation[],
  skills: readonly ProfileSkill[],
): ProfileDocument {
  return profileWith(id, { occupations, skills })
}

/** Prepared documents, and for each skill those that have it. */
export interface Corpus {
  readonly taxonomy: Taxonomy
  readonly needs: readonly PreparedNeed[]
  /** Without declared occupations: these differ with what is evaluated. */
  readonly offers: readonly PreparedOffer[]
  readonly needsBySkill: Postings
  readonly offersBySkill: Postings
}

export interface Postings {
  /** Places in the corpus of the documents that have a skill. */
  of(skill: number): readonly number[]
  readonly count: number
  readonly meanLength: number
  readonly lengths: readonly number[]
}

export function prepareCorpus(
  taxonomy: Taxonomy,
  jobs: readonly SimulatedJob[],
  profiles: readonly SimulatedProfile[],
): Corpus {
  const needs = jobs.map((job) => prepareNeed(taxonomy, jobDocument(job)))
  const offers = profiles.map((profile) =>
    prepareOffer(taxonomy, profileDocument(profile, [], profile.skills)),
  )
  return {
    taxonomy,
    needs,
    offers,
    needsBySkill: postingsOf(needs),
    offersBySkill: postingsOf(offers),
  }
}

function postingsOf(documents: readonly { readonly skills: readonly number[] }[]): Postings {
  const lists = new Map<number, number[]>()
  let sum = 0
  documents.forEach(({ skills }, at) => {
    sum += skills.length
    for (const skill of skills) {
      const list = lists.get(skill)
      if (list) list.push(at)
      else lists.set(skill, [at])
    }
  })
  const none: readonly number[] = []
  return {
    of: (skill) => lists.get(skill) ?? none,
    count: documents.length,
    meanLength: sum / documents.length,
    lengths: documents.map(({ skills }) => skills.length),
  }
}
