import { describe, expect, test } from 'vitest'
import { explainMatchingProfile } from '#app/domain/match/explain-matching-profile.server.ts'
import { explainOwnMatch } from '#app/domain/match/explain-own-match.server.ts'
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

const own = (query = '') =>
  readOwnMatchList(new URLSearchParams(query), { has: () => false, sectors: [] })
const profiles = (query = '') => readProfileMatchList(new URLSearchParams(query))

describe.each(dialects)('matching, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const company = await addCompany(at.db, 'Métal Abidjan')
    const welder = at.occupation('soudeur')
    const cook = at.occupation('cuisinier')
    const abidjan = at.place('Abidjan')
    const bouake = at.place('Bouaké')
    const userId = await addUser(at.db)
    const person = async (status: 'draft' | 'published' = 'published') =>
      viewer(
        userId,
        [],
        await addProfile(at.stores, userId, {
          occupation: welder,
          placeId: abidjan.id,
          status,
          code: 'CI-OWN',
        }),
      )
    const recruiter = viewer(await addUser(at.db), [
      { orgKind: 'company', orgId: company, role: 'recruiter' },
    ])
    return { ...at, company, welder, cook, abidjan, bouake, person, recruiter }
  }

  test('a person sees what fits, best first, each score the sum of its reasons', async () => {
    const { stores, company, welder, cook, abidjan, bouake, index, person } = await world()
    const fits = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: abidjan.id,
    })
    const other = await addOpportunity(stores, company, {
      occupation_uri: cook,
      place_id: abidjan.id,
    })
    const far = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: bouake.id,
    })
    await index()
    const me = await person()
    const found = await listOwnMatches(stores, me, own())
    expect(found?.items.map(({ row }) => row.id)).toEqual([fits])
    expect(found).toMatchObject({ published: true, farther: 1, total: 1 })
    const [match] = found?.items ?? []
    const points = (list: readonly { points: number }[] = []) =>
      list.reduce((sum, one) => sum + one.points, 0)
    expect(
      points(match?.explanation.skills) +
        points(match?.explanation.conditions) +
        (match?.explanation.field?.points ?? 0) +
        (match?.explanation.occupation?.points ?? 0),
    ).toBeCloseTo(match?.explanation.score ?? -1, 9)
    const all = await listOwnMatches(stores, me, own('far=1'))
    expect(all?.items.map(({ row }) => row.id)).toEqual([fits, other])
    expect((await listOwnMatches(stores, me, own('kind=internship&far=1')))?.total).toBe(0)
    // Too far away: no list shows it, its own page says why.
    const barred = await explainOwnMatch(stores, me, far)
    expect(barred?.explanation.blockers).toEqual(['distance'])
  })

  test('what has closed since the index saw it does not show', async () => {
    const { db, stores, company, welder, index, person } = await world()
    const closed = await addOpportunity(stores, company, { occupation_uri: welder })
    const late = await addOpportunity(stores, company, { occupation_uri: welder })
    await index()
    await db.updateTable('opportunity').set({ status: 'filled' }).where('id', '=', closed).execute()
    await db
      .updateTable('opportunity')
      .set({ deadline: '2026-11-22' })
      .where('id', '=', late)
      .execute()
    const me = await person()
    expect(await listOwnMatches(stores, me, own('far=1'))).toMatchObject({ items: [], total: 0 })
    for (const id of [closed, late]) {
      await expect(explainOwnMatch(stores, me, id)).rejects.toMatchObject({ code: 'gone' })
    }
    for (const id of [newId(), '../x']) {
      await expect(explainOwnMatch(stores, me, id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('a draft profile already sees its matches, and nobody sees it', async () => {
    const { stores, company, welder, index, person, recruiter } = await world()
    const fits = await addOpportunity(stores, company, { occupation_uri: welder })
    const me = await person('draft')
    await index()
    expect(await listOwnMatches(stores, me, own())).toMatchObject({ published: false, total: 1 })
    expect((await listMatchingProfiles(stores, recruiter, fits, profiles('far=1'))).total).toBe(0)
    await expect(
      explainMatchingProfile(stores, recruiter, fits, me.profileId ?? ''),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await listOwnMatches(stores, viewer(await addUser(stores.db)), own())).toBeNull()
  })

  test('an employer sees profiles for the company’s own opportunities only', async () => {
    const { db, stores, company, welder, abidjan, index, person, recruiter } = await world()
    const wanted = await addOpportunity(stores, company, {
      occupation_uri: welder,
      place_id: abidjan.id,
    })
    const me = await person()
    const profileId = me.profileId ?? ''
    await index()
    const found = await listMatchingProfiles(stores, recruiter, wanted, profiles())
    expect(found.items.map(({ profile }) => profile.profile.id)).toEqual([profileId])
    const { explanation } = await explainMatchingProfile(stores, recruiter, wanted, profileId)
    const mine = await explainOwnMatch(stores, me, wanted)
    expect(explanation).toEqual(mine?.explanation)

    const rival = viewer(await addUser(db), [
      { orgKind: 'company', orgId: await addCompany(db, 'Autre'), role: 'owner' },
    ])
    for (const other of [rival, me]) {
      await expect(listMatchingProfiles(stores, other, wanted, profiles())).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(explainMatchingProfile(stores, other, wanted, profileId)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await db.updateTable('profile').set({ status: 'paused' }).where('id', '=', profileId).execute()
    expect((await listMatchingProfiles(stores, recruiter, wanted, profiles('far=1'))).total).toBe(0)
  })

  test('an ended opportunity looks for nobody, a draft already does', async () => {
    const { db, stores, company, welder, index, person, recruiter } = await world()
    const wanted = await addOpportunity(stores, company, {
      occupation_uri: welder,
      status: 'draft',
    })
    await person()
    await index()
    expect(await listMatchingProfiles(stores, recruiter, wanted, profiles())).toMatchObject({
      total: 1,
      own: { wanted: true, status: 'draft' },
    })
    await db.updateTable('opportunity').set({ status: 'filled' }).where('id', '=', wanted).execute()
    expect(await listMatchingProfiles(stores, recruiter, wanted, profiles())).toMatchObject({
      total: 0,
      own: { wanted: false },
    })
  })
})
