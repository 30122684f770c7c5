import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readCandidateSearch } from '#app/domain/search/candidate-search.ts'
import {
  opportunityFilterNames,
  readOpportunitySearch,
} from '#app/domain/search/opportunity-search.ts'
import { readCandidate } from '#app/domain/search/read-candidate.server.ts'
import { readPublicOpportunity } from '#app/domain/search/read-public-opportunity.server.ts'
import {
  candidateCountries,
  searchCandidates,
} from '#app/domain/search/search-candidates.server.ts'
import { searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import { suggestValues } from '#app/domain/search/suggest.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { newId } from '#db/id.ts'
import { dialects } from '#tests/support/database.ts'
import {
  addCompany,
  addOpportunity,
  addProfile,
  addUser,
  searchStores,
  viewer,
} from './search-support.ts'

describe.each(dialects)('searching, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const company = await addCompany(at.db, 'Métal Abidjan')
    const welder = at.occupation('soudeur')
    const abidjan = at.place('Abidjan')
    const bouake = at.place('Bouaké')
    const find = async (query = '') => {
      const { state, country } = readOpportunitySearch(
        new URLSearchParams(query),
        at.reference,
        'CI',
      )
      return searchOpportunities(at.stores, state, country, 'fr')
    }
    return { ...at, company, welder, abidjan, bouake, find }
  }

  test('what has ended never shows, even while the index still has it', async () => {
    const { db, stores, company, welder, index, find } = await world()
    const open = await addOpportunity(stores, company, { occupation_uri: welder })
    const ended = await Promise.all(
      (['filled', 'closed', 'expired', 'paused', 'draft'] as const).map(() =>
        addOpportunity(stores, company, { occupation_uri: welder }),
      ),
    )
    const late = await addOpportunity(stores, company, { deadline: '2026-11-22' })
    await index()
    const statuses = ['filled', 'closed', 'expired', 'paused', 'draft'] as const
    for (const [at, id] of ended.entries()) {
      await db
        .updateTable('opportunity')
        .set({ status: statuses[at] ?? 'closed' })
        .where('id', '=', id)
        .execute()
    }
    for (const query of ['', 'q=soudeur', 'sort=newest', 'kind=job']) {
      const { items } = await find(query)
      expect(items.map(({ row }) => row.id)).toEqual([open])
    }
    await expect(readPublicOpportunity(stores, late, 'fr')).rejects.toMatchObject({ code: 'gone' })
    const codes = await Promise.all(
      ended.map((id) => readPublicOpportunity(stores, id, 'fr').catch((error) => error.code)),
    )
    expect(codes).toEqual(['gone', 'gone', 'gone', 'gone', 'not-found'])
    expect(await readPublicOpportunity(stores, open, 'ar')).toMatchObject({ title: 'Soudeur' })
    for (const id of [newId(), 'x', "' or 1=1"]) {
      await expect(readPublicOpportunity(stores, id, 'fr')).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  test('filters hold, and facets count the other choices', async () => {
    const { stores, company, welder, abidjan, bouake, index, find } = await world()
    const here = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: abidjan.id,
    })
    await addOpportunity(stores, company, {
      kind: 'internship',
      place_id: bouake.id,
      title: 'Stage',
    })
    await index()
    const ids = (found: Awaited<ReturnType<typeof find>>) => found.items.map(({ row }) => row.id)
    const jobs = await find('kind=job')
    expect(ids(jobs)).toEqual([here])
    expect(jobs.facets.kind).toEqual(
      expect.arrayContaining([
        { value: 'job', count: 1 },
        { value: 'internship', count: 1 },
      ]),
    )
    expect(ids(await find('place=abidjan&km=25'))).toEqual([here])
    expect(ids(await find(`occupation=${encodeURIComponent(welder)}`))).toEqual([here])
    expect(ids(await find('sector=C&admin1=CI-AB'))).toEqual([here])
    expect((await find('sector=A')).total).toBe(0)
    const nowhere = await find('place=Atlantide')
    expect(nowhere).toMatchObject({ place: null, total: 2 })
    const near = await find('place=Abidjan&km=100&sort=distance')
    expect(near.items[0]?.distanceKm).toBeLessThan(1)
  })

  test('a place is understood however it is spelt, and proposed where it is not', async () => {
    const { stores, company, welder, place, abidjan, bouake, index, find } = await world()
    const add = (at: { id: string }) =>
      addOpportunity(stores, company, { occupation_uri: welder, place_id: at.id })
    const offers = {
      port: await add(place('San-Pédro')),
      town: await add(place('Cocody')),
      north: await add(bouake),
    }
    await add(abidjan)
    await index()
    for (const [query, id] of [
      ['place=san+pedro&km=5', offers.port],
      ['place=sanpedro&km=5', offers.port],
      ['place=cocodi&km=5', offers.town],
      ['place=Cocody,+Abidjan&km=5', offers.town],
      ['place=buaké&km=5', offers.north],
    ] as const) {
      const found = await find(query)
      expect(
        found.items.map(({ row }) => row.id),
        query,
      ).toContain(id)
      expect(found.nearPlaces).toEqual([])
    }
    const unsure = await find('place=kokody')
    expect(unsure).toMatchObject({ place: null, total: 4 })
    expect(unsure.nearPlaces[0]?.names.fr).toBe('Cocody')
  })

  test('a place behind the words is read as one', async () => {
    const { stores, company, welder, abidjan, bouake, place, reference, index, find } =
      await world()
    const add = (at: { id: string }) =>
      addOpportunity(stores, company, { occupation_uri: welder, place_id: at.id })
    await add(abidjan)
    const north = await add(bouake)
    const west = await add(place('Man'))
    await index()
    const read = (query: string) =>
      readOpportunitySearch(new URLSearchParams(query), reference, 'CI').state
    expect(read('q=soudeur+Bouaké&km=50')).toMatchObject({
      text: 'soudeur',
      place: 'Bouaké',
      km: 50,
    })
    expect(read('q=Bouaké')).toMatchObject({ text: '', place: 'Bouaké' })
    expect(read('q=soudeur+Bouaké&place=Man')).toMatchObject({ text: 'soudeur Bouaké' })
    for (const [query, id] of [
      ['q=soudeur+Bouaké', north],
      ['q=soudeur+à+bouake', north],
      ['q=Bouaké', north],
      ['q=soudeur+à+man', west],
      ['q=لحام+في+بواكي', north],
    ] as const) {
      expect(
        (await find(query)).items.map(({ row }) => row.id),
        query,
      ).toEqual([id])
    }
    // Words of trades that are names of places, too, stay words.
    for (const text of ['port', 'plateau', 'man']) {
      expect(read(`q=${text}`)).toMatchObject({ text, place: '' })
    }
    const asked = new URLSearchParams('q=soudeur+à+Man')
    expect(readCandidateSearch(asked, reference, ['CI']).state).toMatchObject({
      text: 'soudeur',
      place: 'Man',
    })
  })

  test('kinds, contracts and work from a distance are found by their names', async () => {
    const { db, stores, company, welder, index, find } = await world()
    const add = (given: Parameters<typeof addOpportunity>[2]) =>
      addOpportunity(stores, company, { occupation_uri: welder, ...given })
    const steady = await add({ contract: 'cdi' })
    const short = await add({ contract: 'cdd' })
    const agency = await add({ contract: 'interim' })
    const school = await add({ kind: 'internship', contract: 'stage-ecole' })
    const learner = await add({ kind: 'apprenticeship', contract: 'apprentissage' })
    const clerk = await add({
      kind: 'internship',
      occupation_uri: null,
      title: 'Stage, secrétaire',
    })
    const far = await add({ occupation_uri: null, title: 'Comptable' })
    await db.updateTable('opportunity').set({ remote: 1 }).where('id', '=', far).execute()
    await index()
    const ids = async (q: string) => {
      const { items } = await find(new URLSearchParams({ q }).toString())
      return items.map(({ row }) => row.id)
    }
    for (const [words, wanted] of [
      ['cdi', [steady]],
      ['CDD', [short]],
      ['intérim', [agency]],
      ['soudeur intérim', [agency]],
      ['alternance', [learner]],
      ['apprenticeship', [learner]],
      ['à distance', [far]],
      ['télétravail', [far]],
      ['عن بعد', [far]],
      ['stage soudeur', [school]],
      ['internship', [school, clerk]],
    ] as const) {
      expect((await ids(words)).sort(), words).toEqual([...wanted].sort())
    }
    // What the title says counts most.
    expect(await ids('stage')).toEqual([clerk, school])
    expect((await ids('soudeur')).length).toBe(5)
  })

  test('a page beyond the last one is the last one', async () => {
    const { stores, company, index, find } = await world()
    for (let at = 0; at < 21; at++) await addOpportunity(stores, company, { title: `Offre ${at}` })
    await index()
    expect(await find('page=2')).toMatchObject({ page: 2, pages: 2, total: 21 })
    const beyond = await find('page=99')
    expect(beyond).toMatchObject({ page: 2, pages: 2 })
    expect(beyond.items).toHaveLength(1)
  })

  test('hostile addresses find something or nothing, and never fail', async () => {
    const { stores, company, index, find } = await world()
    await addOpportunity(stores, company)
    await index()
    const names = [
      ...opportunityFilterNames,
      'q',
      'place',
      'km',
      'sort',
      'page',
      '__proto__',
      'constructor',
    ]
    const values = [
      "'; drop table opportunity; --",
      '\u0000',
      '../..',
      '1e309',
      '-1',
      '%',
      '*',
      '"',
      'NaN',
      '🙂'.repeat(300),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string())),
          {
            maxLength: 12,
          },
        ),
        async (pairs) => {
          const found = await find(new URLSearchParams(pairs).toString())
          expect(found.total).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('candidates are published, of the viewer’s country, and without identity', async () => {
    const { db, stores, reference, company, welder, abidjan, index } = await world()
    const stranger = viewer(await addUser(db))
    const recruiter = viewer(await addUser(db), [
      { orgKind: 'company', orgId: company, role: 'recruiter' },
    ])
    const shown = await addProfile(stores, null, {
      occupation: welder,
      placeId: abidjan.id,
      code: 'CI-A',
    })
    const later = await addProfile(stores, null, {
      occupation: welder,
      placeId: abidjan.id,
      code: 'CI-B',
    })
    await index()
    await db.updateTable('profile').set({ status: 'paused' }).where('id', '=', later).execute()
    await expect(candidateCountries(db, stranger)).rejects.toMatchObject({ code: 'forbidden' })
    const countries = await candidateCountries(db, recruiter)
    expect(countries).toEqual(['CI'])
    for (const query of [
      '',
      'q=soudeur',
      'admin1=CI-AB&experience=2',
      'place=Abidjan',
      'available=0',
    ]) {
      const { state, country } = readCandidateSearch(
        new URLSearchParams(query),
        reference,
        countries,
      )
      const found = await searchCandidates(stores, recruiter, state, country, 'fr')
      expect(found.items.map(({ profile }) => profile.profile.id)).toEqual([shown])
    }
    const profile = await readCandidate(stores, recruiter, shown, 'fr')
    expect(profile).toMatchObject({ code: 'CI-A' })
    for (const id of [later, newId(), 'x']) {
      await expect(readCandidate(stores, recruiter, id, 'fr')).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  test('suggestions are few, labelled, and of known kinds', async () => {
    const { reference } = await searchStores(dialect)
    const suggest = (kind: string, text: string) =>
      suggestValues(reference, { kind, text, locale: 'fr', country: 'CI' })
    expect(suggest('occupation', 'soud')[0]).toMatchObject({
      label: expect.stringMatching(/soud/i),
    })
    expect(suggest('place', 'bouak')[0]?.label).toBe('Bouaké')
    expect(suggest('skill', 'x'.repeat(100_000)).length).toBeLessThanOrEqual(8)
    expect(suggest('skill', '')).toEqual([])
    expect(() => suggest('person', 'awa')).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    )
  })

  test('suggestions go on with what a whole title means, after what is written like it', async () => {
    const { reference, occupation } = await searchStores(dialect)
    const values = (kind: 'occupation' | 'skill', text: string, locale: Locale = 'fr') =>
      suggestValues(reference, { kind, text, locale, country: 'CI' }).map(({ value }) => value)
    const written = (text: string) =>
      reference.suggest.occupations(text, 'fr', 8).map(({ uri }) => uri)
    const [market, marketBefore] = [
      values('occupation', 'vendre au marché'),
      written('vendre au marché'),
    ]
    expect(marketBefore).not.toContain(occupation('vendeur de vêtements'))
    expect(market.slice(0, marketBefore.length)).toEqual(marketBefore)
    expect(market).toContain(occupation('vendeur de vêtements'))
    expect(new Set(market).size).toBe(market.length)
    expect(market.length).toBeLessThanOrEqual(8)
    // Where the list is full, what is hardly like the words gives way; the first few never do.
    const [phones, before] = [
      values('occupation', 'réparer les téléphones'),
      written('réparer les téléphones'),
    ]
    expect(before).toHaveLength(8)
    expect(phones.slice(0, 4)).toEqual(before.slice(0, 4))
    expect(phones).toContain(occupation('technicien informatique'))
    for (const [title, locale, meant] of [
      ['technicienne de surface', 'fr', "agent d'entretien"],
      ['سياقة الشاحنات', 'ar', 'conducteur de poids lourds'],
      ['تربية الدجاج', 'fr', 'aviculteur'],
    ] as const) {
      expect(values('occupation', title, locale).slice(0, 4), title).toContain(occupation(meant))
    }
    expect(values('skill', 'élever des poulets').length).toBe(8)
    // Beginnings stay as they are; two letters and what means nothing are not guessed at.
    expect(values('occupation', 'soud')).toEqual(written('soud'))
    expect(values('occupation', 'xx')).toEqual([])
    expect(values('occupation', 'xyzzyq')).toEqual([])
  })
})
