import { describe, expect, test } from 'vitest'
import { checksumOf } from '#search/documents/checksum.ts'
import type { ProfileDocument } from '#search/documents/profile.ts'
import type { OpenEngine } from './contract.ts'
import { opportunityWith, profileWith, seededCorpus, seededTaxonomy } from './corpus.ts'

const titled = (id: string, title: string) =>
  profileWith(id, { text: { title, skills: '', place: '', body: '' } })

export function describeWrites(name: string, open: OpenEngine): void {
  const opened = () => open(seededTaxonomy(1))
  const found = async (engine: Awaited<ReturnType<OpenEngine>>, text: string) => {
    await engine.settled()
    return (await engine.search('profile', { text })).hits.map(({ id }) => id)
  }

  describe(`${name}: writes`, () => {
    test('an update replaces words, filters and facets', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'soudeur'), titled('b', 'soudeur')])
      await engine.put('profile', [{ ...titled('a', 'plombier'), country: 'TN' }])
      expect(await found(engine, 'soudeur')).toEqual(['b'])
      expect(await found(engine, 'plombier')).toEqual(['a'])
      const { facets, total } = await engine.search('profile', { facets: ['country'] })
      expect(total).toBe(2)
      expect(facets.country).toEqual([
        { value: 'CI', count: 1 },
        { value: 'TN', count: 1 },
      ])
      await engine.close()
    })

    test('the last of two documents with one id counts', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'soudeur'), titled('a', 'plombier')])
      expect(await found(engine, 'soudeur')).toEqual([])
      expect(await found(engine, 'plombier')).toEqual(['a'])
      await engine.close()
    })

    test('a removal removes; unknown ids are ignored; the id may come back', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'soudeur'), titled('b', 'soudeur')])
      await engine.remove('profile', ['a', 'nobody'])
      expect(await found(engine, 'soudeur')).toEqual(['b'])
      await engine.put('profile', [titled('c', 'couturier'), titled('a', 'plombier')])
      expect(await found(engine, 'soudeur')).toEqual(['b'])
      expect(await found(engine, 'plombier')).toEqual(['a'])
      expect((await engine.search('profile', {})).total).toBe(3)
      await engine.close()
    })

    test('changes of several kinds and their sequence are applied together', async () => {
      const engine = await opened()
      expect(await engine.appliedSequence()).toBe(0)
      await engine.put('profile', [titled('a', 'soudeur')], 4)
      await engine.apply(
        {
          put: { opportunity: [opportunityWith('o')], profile: [titled('b', 'soudeur')] },
          remove: { profile: ['a'] },
        },
        9,
      )
      expect(await found(engine, 'soudeur')).toEqual(['b'])
      expect((await engine.search('opportunity', {})).total).toBe(1)
      expect(await engine.appliedSequence()).toBe(9)
      await engine.remove('profile', [], 7)
      expect(await engine.appliedSequence()).toBe(9)
      await engine.close()
    })

    test('documents and their checksums come back as put', async () => {
      const engine = await opened()
      const { profiles } = seededCorpus(2, { profiles: 30, opportunities: 1 })
      await engine.put('profile', profiles)
      await engine.settled()
      const [one] = await engine.get('profile', ['p-000003', 'nobody'])
      expect(one).toEqual(profiles[3])
      const entries: unknown[] = []
      for await (const entry of engine.manifest('profile')) entries.push(entry)
      expect(entries).toEqual(profiles.map((p) => ({ id: p.id, checksum: checksumOf(p) })))
      await engine.close()
    })

    test('a rebuild replaces everything while reads go on and later changes survive', async () => {
      const engine = await opened()
      const { profiles } = seededCorpus(3, { profiles: 600, opportunities: 1 })
      await engine.put('profile', profiles.slice(0, 200), 5)
      await engine.settled()
      const totals = new Set<number>()
      async function* documents(): AsyncGenerator<ProfileDocument> {
        for (const [at, profile] of profiles.slice(100).entries()) {
          if (at % 50 === 0) totals.add((await engine.search('profile', {})).total)
          if (at === 300) {
            await engine.put('profile', [titled('late', 'soudeur')], 6)
            await engine.remove('profile', ['p-000150'])
          }
          yield profile
        }
      }
      const count = await engine.rebuild('profile', documents(), { sequence: 8 })
      await engine.settled()
      // 500 documents, one more put and one removed meanwhile.
      expect(count).toBe(500)
      expect((await engine.search('profile', {})).total).toBe(500)
      expect([...totals].sort()).toEqual([200])
      const ids = { filters: { id: ['late', 'p-000150', 'p-000000', 'p-000100'] } }
      const { hits } = await engine.search('profile', ids)
      expect(hits.map(({ id }) => id).sort()).toEqual(['late', 'p-000100'])
      expect(await engine.appliedSequence()).toBe(8)
      await engine.close()
    })

    test('a rebuild sets the place exactly, even back', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'soudeur')], 90)
      await engine.rebuild('profile', [titled('b', 'soudeur')], { sequence: 12 })
      expect(await engine.appliedSequence()).toBe(12)
      await engine.close()
    })

    test('is whole once a place is recorded, and no longer when it is distrusted', async () => {
      const engine = await opened()
      expect(await engine.whole()).toBe(false)
      await engine.rebuild('profile', [titled('a', 'soudeur')])
      expect(await engine.whole()).toBe(false)
      await engine.rebuild('opportunity', [opportunityWith('o')], { sequence: 5 })
      expect(await engine.whole()).toBe(true)
      await engine.distrust()
      expect(await engine.whole()).toBe(false)
      expect(await engine.appliedSequence()).toBe(0)
      expect(await found(engine, 'soudeur')).toEqual(['a'])
      await engine.rebuild('profile', [titled('b', 'soudeur')])
      await engine.rebuild('opportunity', [], { sequence: 6 })
      expect(await engine.whole()).toBe(true)
      expect(await engine.appliedSequence()).toBe(6)
      await engine.close()
    })

    test('a rebuild that fails changes nothing', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'soudeur')], 3)
      function* broken(): Generator<ProfileDocument> {
        yield titled('b', 'soudeur')
        throw new Error('the database went away')
      }
      await expect(engine.rebuild('profile', broken())).rejects.toThrow('went away')
      expect(await found(engine, 'soudeur')).toEqual(['a'])
      expect(await engine.appliedSequence()).toBe(3)
      await engine.rebuild('profile', [titled('c', 'soudeur')])
      expect(await found(engine, 'soudeur')).toEqual(['c'])
      await engine.close()
    })

    test('health counts', async () => {
      const engine = await opened()
      await engine.put('profile', [titled('a', 'x'), titled('b', 'y')], 2)
      await engine.settled()
      expect(await engine.health()).toMatchObject({
        ok: true,
        counts: { profile: 2, opportunity: 0, company: 0 },
        appliedSequence: 2,
      })
      await engine.close()
    })
  })
}
