import { describe, expect, test } from 'vitest'
import { browseOpportunities } from '#app/domain/search/browse-opportunities.server.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import { dialects } from '#tests/support/database.ts'
import { addCompany, addOpportunity, searchStores } from './search-support.ts'

describe.each(dialects)('ways on from a search, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const company = await addCompany(at.db, 'Métal Abidjan')
    const abidjan = at.place('Abidjan')
    const bouake = at.place('Bouaké')
    const add = (occupation: string, given: Parameters<typeof addOpportunity>[2] = {}) =>
      addOpportunity(at.stores, company, {
        title: occupation,
        occupation_uri: at.occupation(occupation),
        place_id: abidjan.id,
        ...given,
      })
    const read = (query: string) =>
      readOpportunitySearch(new URLSearchParams(query), at.reference, 'CI')
    const find = async (query: string) => {
      const { state, country } = read(query)
      return searchOpportunities(at.stores, state, country, 'fr')
    }
    const browse = async (query: string) => {
      const { state, country } = read(query)
      return browseOpportunities(at.stores, state, country)
    }
    return { ...at, company, abidjan, bouake, add, read, find, browse }
  }

  test('other words are proposed only where they find more, and never the same ones', async () => {
    const { add, index, find } = await world()
    await add('soudeur')
    await add('plombier')
    await index()
    for (const query of ['sudeur+aluminum', 'soudeur+xyzzyq', 'soudr', 'plonbyer']) {
      const { help, total } = await find(`q=${query}`)
      const asked = query.replace('+', ' ')
      for (const proposal of help.words) {
        expect(proposal.text).not.toBe(asked)
        expect(proposal.total).toBeGreaterThan(total)
        const again = await find(new URLSearchParams({ q: proposal.text }).toString())
        expect(again.total).toBe(proposal.total)
      }
    }
    expect((await find('q=sudeur+aluminum')).help.words[0]).toEqual({ text: 'soudeur', total: 1 })
    expect((await find('q=soudeur+xyzzyq')).help.words[0]).toEqual({ text: 'soudeur', total: 1 })
    // A trade that nobody offers is not proposed, nor anything for words without a meaning.
    expect((await find('q=chirurgen')).help.words).toEqual([])
    expect((await find('q=qqqqqq')).help.words).toEqual([])
    expect((await find('')).help).toEqual({ words: [], trades: null, unfiltered: null })
  })

  test('proposals keep to the filters', async () => {
    const { add, index, find, bouake } = await world()
    await add('soudeur')
    await add('plombier', { place_id: bouake.id, kind: 'internship' })
    await index()
    expect((await find('q=sudeur+aluminum&kind=internship')).help.words).toEqual([])
    const { help } = await find('q=soudeur&kind=internship')
    expect(help).toMatchObject({ words: [], unfiltered: 1 })
    expect((await find('q=soudeur&place=Bouaké&km=10')).help.unfiltered).toBe(1)
    expect((await find('q=soudeur')).help.unfiltered).toBeNull()
  })

  test('words that name an occupation offer it and its neighbours in ISCO, counted', async () => {
    const { reference, add, occupation, index, find } = await world()
    const welder = occupation('soudeur')
    await add('soudeur')
    await add('soudeur', { title: 'Un autre titre' })
    await add('chaudronnier')
    await add('comptable')
    await index()
    const { trades } = (await find('q=soudeur')).help
    expect(trades?.named).toEqual({ uri: welder, count: 2 })
    const group = reference.isco08(welder)?.slice(0, 3)
    expect(trades?.near.map((one) => one.uri)).toEqual([occupation('chaudronnier')])
    for (const one of trades?.near ?? []) expect(reference.isco08(one.uri)?.slice(0, 3)).toBe(group)
    for (const one of [trades?.named, ...(trades?.near ?? [])]) {
      const query = new URLSearchParams({ occupation: one?.uri ?? '' })
      expect((await find(query.toString())).total).toBe(one?.count)
    }
    expect((await find('q=travail')).help.trades).toBeNull()
    expect(
      (await find(`q=soudeur&occupation=${encodeURIComponent(welder)}`)).help.trades,
    ).toBeNull()
  })

  test('several words name the occupation that they mean, unless they mean a skill or little', async () => {
    const { reference, add, occupation, index, find } = await world()
    await add('réparateur de téléphones')
    await add('électricien photovoltaïque')
    await add('aviculteur')
    await index()
    for (const [words, meant] of [
      ['réparer les téléphones', 'réparateur de téléphones'],
      ['installation de panneaux solaires', 'électricien photovoltaïque'],
    ] as const) {
      // No label is like them.
      expect(reference.suggest.occupations(words, 'fr', 1)[0]?.score).toBeLessThan(0.8)
      const { trades } = (await find(new URLSearchParams({ q: words }).toString())).help
      expect(trades?.named, words).toEqual({ uri: occupation(meant), count: 1 })
    }
    for (const words of [
      'élevage de poulets',
      'je cherche un travail',
      'temps partiel',
      'Abidjan',
    ]) {
      const { trades } = (await find(new URLSearchParams({ q: words }).toString())).help
      expect(trades, words).toBeNull()
    }
  })

  test('browsing without an index keeps to every filter that searching does', async () => {
    const { add, index, find, browse, bouake, company, occupation, stores } = await world()
    await add('soudeur')
    await add('soudeur', { kind: 'internship', contract: 'stage-ecole' })
    await add('plombier', { place_id: bouake.id })
    await add('plombier', { place_id: null })
    await add('plombier', { deadline: '2026-11-22' })
    await add('plombier', { deadline: '2026-11-23' })
    await add('comptable', { status: 'paused' })
    await addOpportunity(stores, company)
    await index()
    const uri = encodeURIComponent(occupation('soudeur'))
    const queries = [
      '',
      'kind=job',
      'kind=internship',
      'contract=stage-ecole',
      'admin1=CI-AB',
      'admin1=CI-AB&admin1=CI-VB',
      'sector=C',
      'sector=A',
      `occupation=${uri}`,
      `occupation=${uri}&kind=job`,
      'education=2',
      'remote=1',
      'place=Bouaké&km=10',
      'place=Abidjan&km=100&kind=job',
      'place=Atlantide',
      'country=TN',
      'page=7',
    ]
    for (const query of queries) {
      const [found, browsed] = [await find(query), await browse(query)]
      const ids = (one: typeof found) => one.items.map(({ row }) => row.id).sort()
      expect(ids(browsed), query).toEqual(ids(found))
      expect(browsed.total, query).toBe(found.total)
      expect(browsed.page, query).toBe(found.page)
    }
    const near = await browse('place=Abidjan&km=25')
    expect(near.items.length).toBeGreaterThan(0)
    for (const one of near.items) expect(one.distanceKm).toBeLessThanOrEqual(25)
  })

  test('browsing turns pages newest first, without overlap or gap', async () => {
    const { db, add, browse } = await world()
    const ids: string[] = []
    for (let at = 0; at < 45; at++) {
      const id = await add('soudeur')
      const published_at = `2026-11-${String(1 + (at % 20)).padStart(2, '0')}T08:00:00.000Z`
      await db.updateTable('opportunity').set({ published_at }).where('id', '=', id).execute()
      ids.push(id)
    }
    const pages = [await browse(''), await browse('page=2'), await browse('page=3')]
    const seen = pages.flatMap((page) => page.items.map(({ row }) => row.id))
    expect(seen.toSorted()).toEqual(ids.toSorted())
    const days = pages.flatMap((page) => page.items.map(({ row }) => row.published_at ?? ''))
    expect(days).toEqual(days.toSorted().reverse())
    expect(await browse('page=99')).toMatchObject({ page: 3, pages: 3, total: 45 })
  })
})
