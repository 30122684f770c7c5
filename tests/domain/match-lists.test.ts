import { describe, expect, test } from 'vitest'
import { compareOpportunities, compareProfiles } from '#app/domain/match/compare-matches.server.ts'
import { listMatchingProfiles } from '#app/domain/match/list-matching-profiles.server.ts'
import { listOwnMatches } from '#app/domain/match/list-own-matches.server.ts'
import { readOwnMatchList, readProfileMatchList } from '#app/domain/match/match-list.ts'
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

describe.each(dialects)('lists of matches, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const company = await addCompany(at.db, 'Métal Abidjan')
    const welder = at.occupation('soudeur')
    const abidjan = at.place('Abidjan')
    const bouake = at.place('Bouaké')
    const yopougon = at.place('Yopougon')
    const userId = await addUser(at.db)
    const profileId = await addProfile(at.stores, userId, {
      occupation: welder,
      placeId: abidjan.id,
      code: 'CI-OWN',
    })
    // Goes anywhere, so that distance is a wish and no hard condition.
    await at.db.updateTable('profile').set({ relocate: 1 }).where('id', '=', profileId).execute()
    const me = viewer(userId, [], profileId)
    const own = async (query = '') => {
      const state = readOwnMatchList(new URLSearchParams(query), at.reference)
      const found = await listOwnMatches(at.stores, me, state)
      if (!found) throw new Error('no profile')
      return found
    }
    const recruiter = viewer(await addUser(at.db), [
      { orgKind: 'company', orgId: company, role: 'recruiter' },
    ])
    const profiles = (opportunityId: string, query = '') =>
      listMatchingProfiles(
        at.stores,
        recruiter,
        opportunityId,
        readProfileMatchList(new URLSearchParams(query)),
      )
    return {
      ...at,
      company,
      welder,
      abidjan,
      bouake,
      yopougon,
      profileId,
      me,
      own,
      recruiter,
      profiles,
    }
  }

  test('a person sorts and narrows, and the counts are those of the choices', async () => {
    const { stores, db, company, welder, abidjan, bouake, yopougon, index, own } = await world()
    const add = (given: Parameters<typeof addOpportunity>[2]) =>
      addOpportunity(stores, company, { occupation_uri: welder, ...given })
    const here = await add({ place_id: abidjan.id, contract: 'cdi', deadline: '2026-12-20' })
    const near = await add({ place_id: yopougon.id, contract: 'cdd', kind: 'internship' })
    const far = await add({ place_id: bouake.id, contract: 'cdi', deadline: '2026-12-01' })
    await db
      .updateTable('opportunity')
      .set({ published_at: '2026-11-20T08:00:00.000Z' })
      .where('id', '=', near)
      .execute()
    await index()
    const ids = async (query: string) => (await own(query)).items.map(({ row }) => row.id)

    expect(await ids('sort=distance')).toEqual([here, near, far])
    expect((await ids('sort=newest'))[0]).toBe(near)
    expect(await ids('sort=deadline')).toEqual([far, here, near])
    expect(await ids('kind=internship')).toEqual([near])
    expect((await ids('contract=cdi')).toSorted()).toEqual([here, far].toSorted())
    expect(await ids('admin1=CI-VB')).toEqual([far])
    expect(await ids('contract=cdi&kind=internship')).toEqual([])

    // Choices of a facet that is on are counted as alternatives.
    const { facets, possible, total } = await own('kind=internship')
    expect({ possible, total }).toEqual({ possible: 1, total: 1 })
    expect(new Map(facets.kind?.map((one) => [one.value, one.count]))).toEqual(
      new Map([
        ['job', 2],
        ['internship', 1],
      ]),
    )
    expect(facets.contract?.map((one) => one.value)).toEqual(['cdd'])
  })

  test('a radius is drawn around the place that was typed, one’s own where it is that', async () => {
    const { stores, company, welder, abidjan, bouake, index, own } = await world()
    const place = (place_id: string) =>
      addOpportunity(stores, company, { occupation_uri: welder, place_id })
    const here = await place(abidjan.id)
    const far = await place(bouake.id)
    await index()
    const around = await own('place=Bouaké&km=10')
    expect(around.items.map(({ row }) => row.id)).toEqual([far])
    expect(around.items[0]?.distanceKm).toBeCloseTo(0)
    expect(around.origin.chosen?.id).toBe(bouake.id)
    const home = await own('place=Abidjan&km=5')
    expect(home.items.map(({ row }) => row.id)).toEqual([here])
    const nowhere = await own('place=Nulle-part&km=5')
    expect(nowhere.total).toBe(2)
    expect(nowhere.origin).toMatchObject({ chosen: null, home: { id: abidjan.id } })
  })

  test('pages neither overlap nor lack, and bands are counted', async () => {
    const { stores, company, welder, abidjan, index, own } = await world()
    const added = new Set<string>()
    for (let at = 0; at < 23; at++) {
      added.add(
        await addOpportunity(stores, company, { occupation_uri: welder, place_id: abidjan.id }),
      )
    }
    await index()
    const first = await own()
    const second = await own('page=2')
    expect(first).toMatchObject({ total: 23, pages: 3, cut: null })
    const third = await own('page=3')
    expect([first, second, third].map(({ items }) => items.length)).toEqual([10, 10, 3])
    expect(
      new Set([...first.items, ...second.items, ...third.items].map(({ row }) => row.id)),
    ).toEqual(added)
    expect(first.bands.reduce((sum, one) => sum + one.count, 0)).toBe(23)
    const band = first.bands.find((one) => one.count > 0)?.value ?? ''
    const others = ['strong', 'good', 'partial'].filter((one) => one !== band)
    expect((await own(`band=${band}`)).total).toBe(23)
    expect((await own(others.map((one) => `band=${one}`).join('&'))).total).toBe(0)
  })

  test('a count is what a click on it gives', async () => {
    const { stores, company, welder, occupation, abidjan, bouake, index, own } = await world()
    const cook = occupation('cuisinier')
    const places = [abidjan.id, bouake.id]
    for (let at = 0; at < 12; at++) {
      await addOpportunity(stores, company, {
        occupation_uri: at % 3 === 0 ? welder : cook,
        place_id: places[at % 2] ?? null,
        contract: at % 4 === 0 ? 'cdi' : 'cdd',
      })
    }
    await index()
    for (const query of ['', 'admin1=CI-VB', 'contract=cdi', 'far=1', 'far=1&contract=cdd']) {
      const { facets, total, possible } = await own(query)
      if (query === '') expect(total).toBeLessThan(possible)
      for (const name of ['kind', 'admin1', 'contract'] as const) {
        for (const { value, count } of facets[name] ?? []) {
          const params = new URLSearchParams(query)
          params.delete(name)
          params.set(name, value)
          expect([query, name, value, (await own(params.toString())).total]).toEqual([
            query,
            name,
            value,
            count,
          ])
        }
      }
    }
  })

  test('an empty list offers only ways that lead somewhere, and says what one’s own radius bars', async () => {
    const { stores, db, company, welder, abidjan, bouake, index, own, profileId } = await world()
    await addOpportunity(stores, company, { occupation_uri: welder, place_id: abidjan.id })
    await addOpportunity(stores, company, { occupation_uri: welder, place_id: bouake.id })
    await index()
    expect((await own('place=Agboville&km=10')).ways).toEqual({ wider: true, all: true })
    expect((await own('place=Agboville&km=10')).reach).toBeNull()
    await db
      .updateTable('profile')
      .set({ relocate: 0, radius_km: 50 })
      .where('id', '=', profileId)
      .execute()
    const barred = await own('place=Bouaké&km=10')
    expect(barred).toMatchObject({
      total: 0,
      ways: { wider: false, all: true },
      reach: { home: { id: abidjan.id }, km: 50 },
    })
    expect((await own('contract=cdd&kind=internship')).reach).toBeNull()
    expect(await own()).toMatchObject({ ways: { wider: false, all: false }, reach: null })
  })

  test('what a person’s own wishes bar since the index saw it is not shown', async () => {
    const { stores, db, company, welder, index, own } = await world()
    const id = await addOpportunity(stores, company, { occupation_uri: welder })
    await index()
    expect((await own()).items.length).toBe(1)
    await db
      .insertInto('opportunity_language')
      .values({ opportunity_id: id, language: 'de', level: 5, required: 1 })
      .execute()
    expect((await own()).items).toEqual([])
  })

  test('an employer narrows by what profiles tell', async () => {
    const { stores, db, company, welder, abidjan, bouake, index, profiles, profileId } =
      await world()
    const wanted = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: abidjan.id,
    })
    const other = await addProfile(stores, null, {
      occupation: welder,
      placeId: bouake.id,
      code: 'CI-FAR',
    })
    await db
      .updateTable('profile')
      .set({ relocate: 1, education: 6, available_from: '2027-06-01' })
      .where('id', '=', other)
      .execute()
    await db
      .insertInto('profile_language')
      .values({ profile_id: other, language: 'en', level: 4 })
      .execute()
    await index()
    const ids = async (query: string) =>
      (await profiles(wanted, query)).items.map(({ profile }) => profile.profile.id)
    expect(await ids('sort=distance')).toEqual([profileId, other])
    expect(await ids('education=5')).toEqual([other])
    expect(await ids('language=en')).toEqual([other])
    expect(await ids('available=1')).toEqual([profileId])
    expect(await ids('admin1=CI-VB')).toEqual([other])
    expect((await ids('experience=2')).length).toBe(2)
    expect(await ids('experience=10')).toEqual([])
    expect(await ids('place=Bouaké&km=25')).toEqual([other])
    const { facets } = await profiles(wanted, 'education=5')
    expect(facets.education).toContainEqual({ value: '6', count: 1 })
  })

  test('what is compared is what both lists would say of it', async () => {
    const { stores, db, company, welder, abidjan, bouake, index, me, own, recruiter, profileId } =
      await world()
    const a = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: abidjan.id,
    })
    const b = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: bouake.id,
    })
    const ended = await addOpportunity(stores, company, { status: 'closed' })
    const draft = await addOpportunity(stores, company, { status: 'draft' })
    await index()
    const compared = await compareOpportunities(stores, me, [b, ended, draft, newId(), a])
    expect(compared?.map(({ row }) => row.id)).toEqual([b, a])
    const listed = new Map((await own()).items.map((one) => [one.row.id, one]))
    for (const { row, explanation, distanceKm } of compared ?? []) {
      expect(explanation).toEqual(listed.get(row.id)?.explanation)
      expect(distanceKm).toBeCloseTo(listed.get(row.id)?.distanceKm ?? -1, 6)
    }
    expect(await compareOpportunities(stores, viewer(await addUser(db)), [a, b])).toBeNull()

    const hiddenDraft = await addProfile(stores, null, {
      occupation: welder,
      placeId: abidjan.id,
      status: 'draft',
      code: 'CI-DRAFT',
    })
    const sides = await compareProfiles(stores, recruiter, a, [hiddenDraft, profileId])
    expect(sides.profiles.map(({ profile }) => profile.profile.id)).toEqual([profileId])
    expect(sides.profiles[0]?.explanation).toEqual(
      compared?.find(({ row }) => row.id === a)?.explanation,
    )
    const rival = viewer(await addUser(db), [
      { orgKind: 'company', orgId: await addCompany(db, 'Autre'), role: 'owner' },
    ])
    await expect(compareProfiles(stores, rival, a, [profileId])).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
