import { describe, expect, test } from 'vitest'
import { clustersIn } from '#app/domain/map/clusters.server.ts'
import { readMapView } from '#app/domain/map/view.ts'
import { dialects } from '#tests/support/database.ts'
import { company, publishedOpportunity } from '#tests/support/fixtures.ts'
import { mapOf } from './map-support.ts'

const none = { occupation: null, skill: null }

describe.each(dialects)('points of the map that moves, on %s', (dialect) => {
  test('clusters hold the companies of the box, and single ones their names', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    for (let at = 0; at < 3; at += 1) await company(open)
    await company(open, { trade_name: 'Seule' }, 'Korhogo')
    const ask = (box: [number, number, number, number], zoom: number, query = '') =>
      clustersIn(map.stores, map.scope, readMapView(new URLSearchParams(query)), none, box, zoom)
    const all = await ask([-9, 4, -2, 11], 6)
    expect(all.map((one) => one.count).toSorted()).toEqual([1, 3])
    expect(all.find((one) => one.count === 1)?.company?.name).toBe('Seule')
    expect(all.find((one) => one.count === 3)).toMatchObject({ apartAt: null, company: null })
    expect(await ask([-9, 9, -2, 11], 6)).toHaveLength(1)
    expect(await ask([-9, 4, -2, 11], 6, 'sector=41')).toEqual([])
    await company(open, {}, 'Korhogo')
    expect((await ask([-9, 9, -2, 11], 6))[0]?.count).toBe(2)
  })

  test('the public’s clusters hold verified, public companies only, under any filter', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    await company(open, { trade_name: 'Vue' }, 'Korhogo')
    await company(open, { trade_name: 'À vérifier', verified_at: null }, 'Korhogo')
    const hidden = await company(open, { trade_name: 'Discrète', visibility: 'chamber' }, 'Bouna')
    await publishedOpportunity(open, { company_id: hidden })
    const ask = (query: string, scope: typeof map.scope) =>
      clustersIn(
        map.stores,
        scope,
        readMapView(new URLSearchParams(query)),
        none,
        [-9, 4, -2, 11],
        17,
      )
    const countOf = (points: Awaited<ReturnType<typeof ask>>) =>
      points.reduce((sum, point) => sum + point.count, 0)
    for (const query of ['', 'kind=job', 'sector=25', 'size=10-49']) {
      const seen = await ask(query, map.everybody)
      expect(
        seen.map((one) => one.company?.name),
        query,
      ).toEqual(query === 'kind=job' ? [] : ['Vue'])
      expect(countOf(await ask(query, map.scope)), query).toBe(query === 'kind=job' ? 1 : 3)
    }
    // A change of visibility shows at once.
    await open.db
      .updateTable('company')
      .set({ visibility: 'public', updated_at: new Date().toISOString(), version: 2 })
      .where('id', '=', hidden)
      .execute()
    expect(countOf(await ask('', map.everybody))).toBe(2)
  })

  test('a whole country is never given as single points', async () => {
    const map = await mapOf(dialect)
    for (const town of ['Abidjan', 'Grand-Bassam']) await company(map.open, {}, town)
    const ask = (box: [number, number, number, number]) =>
      clustersIn(map.stores, map.everybody, readMapView([]), none, box, 22)
    expect(await ask([-180, -85, 180, 85])).toHaveLength(1)
    expect(await ask([-9, 4, -2, 11])).toHaveLength(2)
  })
})
