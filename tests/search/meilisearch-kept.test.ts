import type { Index } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ProfileDocument } from '#search/documents/profile.ts'
import { scoreMatch } from '#search/matching/match.ts'
import { candidatesOf } from '#search/meilisearch/candidates.ts'
import { Connection } from '#search/meilisearch/connection.ts'
import { MeilisearchEngine } from '#search/meilisearch/engine.ts'
import { MatchVectors } from '#search/meilisearch/match-vector.ts'
import { pairingOfNeed } from '#search/meilisearch/pairing.ts'
import { PreparedDocuments } from '#search/meilisearch/prepared-documents.ts'
import type { StoredParts } from '#search/meilisearch/stored-document.ts'
import {
  type MeilisearchForTests,
  missingMeilisearch,
  startMeilisearch,
} from '../support/meilisearch.ts'
import { opportunityWith, profileWith, seededTaxonomy, skillUri } from './corpus.ts'

const missing = missingMeilisearch()
const taxonomy = seededTaxonomy(1)
const vectors = new MatchVectors(taxonomy)
const prefix = `kept${process.pid}`
const skilled = (id: string, skills: number[], more: Partial<ProfileDocument> = {}) =>
  profileWith(id, {
    skills: skills.map((at) => ({ uri: skillUri(at), level: 2, evidence: 'self' })),
    ...more,
  })
const need = opportunityWith('o', {
  skills: [1, 2, 3].map((at) => ({ uri: skillUri(at), essential: true })),
})
const able = skilled('a', [1, 2, 3])
const before = [able, skilled('b', [1, 2]), skilled('c', [1])]
/** What another process makes of two of them: one pauses, one learns. */
const learnt = skilled('c', [1, 2, 3, 4])
const after = [skilled('b', [1, 2], { status: 'paused' }), learnt]
/** Ids and exact scores, best first. */
const ranked = (profiles: readonly ProfileDocument[]) =>
  profiles
    .map((one): [string, number] => [one.id, scoreMatch(taxonomy, need, one).score])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))

describe.skipIf(missing !== null)(
  `meilisearch: documents kept from calls before${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let server: MeilisearchForTests
    beforeAll(async () => {
      server = await startMeilisearch()
    })
    afterAll(async () => {
      const { writer } = new Connection({ url: server.url, key: server.key })
      for (const name of ['profile', 'opportunity', 'company', 'state']) {
        await writer.deleteIndex(`${prefix}_${name}`).waitTask()
      }
      await server.stop()
    })

    const engine = (plan: 'filter' | 'vector') => {
      const { url, key } = server
      const one = new MeilisearchEngine({ url, key, prefix, taxonomy, forced: { plan } })
      onTestFinished(() => one.close())
      return one
    }
    const best = async (from: MeilisearchEngine, explain: boolean) => {
      const { hits } = await from.candidates('profile', need, {}, { explain })
      expect(hits.every(({ explanation }) => (explanation !== null) === explain)).toBe(true)
      return hits.map(({ id, score }) => [id, score])
    }

    test.each(['filter', 'vector'] as const)(
      'by %s, changes of another process count in the next call',
      async (plan) => {
        const [reader, writer] = [engine(plan), engine(plan)]
        await writer.put('profile', before)
        expect(await best(reader, false)).toEqual(ranked(before))
        expect(await best(reader, true)).toEqual(ranked(before))
        await writer.put('profile', after)
        expect(await best(reader, true)).toEqual(ranked([able, learnt]))
        expect(await best(reader, false)).toEqual(ranked([able, learnt]))
      },
    )

    test.each([
      ['new', false],
      ['kept', true],
    ] as const)(
      'who changes between two requests of a call is as they are now: %s documents',
      async (_, warm) => {
        const writer = engine('vector')
        await writer.put('profile', before)
        const connection = new Connection({ url: server.url, key: server.key, prefix })
        const real = connection.writer.index<StoredParts>(`${prefix}_profile`)
        const pairing = pairingOfNeed(taxonomy, vectors, need, {})
        const kept = new PreparedDocuments<ReturnType<typeof pairing.prepare>>()
        const ask = (index: Index<StoredParts>) =>
          candidatesOf(index, pairing, kept, { explain: true }, { plan: 'vector' })
        if (warm) expect((await ask(real)).hits).toHaveLength(3)
        let changed = false
        const late = new Proxy(real, {
          get(index, name) {
            if (name !== 'getDocuments') {
              const value = Reflect.get(index, name)
              return typeof value === 'function' ? value.bind(index) : value
            }
            return async (...asked: Parameters<typeof index.getDocuments>) => {
              if (!changed) await writer.put('profile', after)
              changed = true
              return index.getDocuments(...asked)
            }
          },
        })
        const { hits } = await ask(late)
        expect(changed).toBe(true)
        expect(hits.map(({ id, score }) => [id, score])).toEqual(ranked([able, learnt]))
        expect(hits.every(({ explanation }) => explanation !== null)).toBe(true)
      },
    )
  },
)
