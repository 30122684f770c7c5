import { describe, expect, test } from 'vitest'
import {
  hideOpportunity,
  hideProfile,
  showOpportunityAgain,
  showProfileAgain,
} from '#app/domain/match/hide-match.server.ts'
import {
  listHiddenOpportunities,
  listHiddenProfiles,
} from '#app/domain/match/list-hidden.server.ts'
import { listMatchingProfiles } from '#app/domain/match/list-matching-profiles.server.ts'
import { listOwnMatches } from '#app/domain/match/list-own-matches.server.ts'
import { readOwnMatchList, readProfileMatchList } from '#app/domain/match/match-list.ts'
import { deleteProfile } from '#app/domain/profile/delete-profile.server.ts'
import { matchFeedback } from '#app/tasks/match-feedback.ts'
import { newId } from '#db/id.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import { dialects } from '#tests/support/database.ts'
import {
  addCompany,
  addOpportunity,
  addProfile,
  addUser,
  now,
  searchStores,
  viewer,
} from './search-support.ts'

describe.each(dialects)('hidden matches, %s', (dialect) => {
  async function world() {
    const at = await searchStores(dialect)
    const { db, stores } = at
    const company = await addCompany(db, 'Métal Abidjan')
    const welder = at.occupation('soudeur')
    const placeId = at.place('Abidjan').id
    const userId = await addUser(db)
    const profileId = await addProfile(stores, userId, {
      occupation: welder,
      placeId,
      code: 'CI-OWN',
    })
    const opportunity = () =>
      addOpportunity(stores, company, { occupation_uri: welder, place_id: placeId })
    const [first, second] = [await opportunity(), await opportunity()]
    await at.index()
    const person = { ...viewer(userId, [], profileId), userId }
    const member = async () => {
      const id = await addUser(db)
      const memberships = [
        { orgKind: 'company' as const, orgId: company, role: 'recruiter' as const },
      ]
      return { ...viewer(id, memberships), userId: id }
    }
    const own = async () =>
      (
        await listOwnMatches(stores, person, readOwnMatchList(new URLSearchParams(), at.reference))
      )?.items.map(({ row }) => row.id)
    const rows = () => db.selectFrom('match_feedback').selectAll().execute()
    return { ...at, company, person, profileId, first, second, member, own, rows }
  }
  type World = Awaited<ReturnType<typeof world>>
  const profiles = async (at: World, who: Awaited<ReturnType<World['member']>>, id = at.first) =>
    (
      await listMatchingProfiles(
        at.stores,
        who,
        id,
        readProfileMatchList(new URLSearchParams('far=1')),
      )
    ).items.map(({ profile }) => profile.profile.id)

  test('a person leaves an opportunity out of their own list, and puts it back', async () => {
    const at = await world()
    const { stores, person, first, second, own, rows, reference, profileId } = at
    const before = await own()
    expect(before).toHaveLength(2)
    await hideOpportunity(stores, person, first, 'pay')
    await hideOpportunity(stores, person, first, 'place')
    expect(await own()).toEqual([second])
    expect(await listHiddenOpportunities(stores, person)).toMatchObject([
      { reason: 'pay', row: { id: first } },
    ])
    const [row, ...others] = await rows()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      side: 'person',
      profile_id: profileId,
      opportunity_id: first,
      user_id: person.userId,
      reason: 'pay',
      rank: (before ?? []).indexOf(first) + 1,
      taxonomy: reference.taxonomy.fingerprint,
      created_at: now().toISOString(),
      withdrawn_at: null,
    })
    expect(row?.score).toBeGreaterThan(0.3)
    expect(['strong', 'good', 'partial']).toContain(row?.band)
    // The company's list knows nothing of it.
    expect(await profiles(at, await at.member())).toEqual([profileId])

    await showOpportunityAgain(stores, person, first)
    expect(await own()).toEqual(before)
    expect(await listHiddenOpportunities(stores, person)).toEqual([])
    await expect(showOpportunityAgain(stores, person, first)).rejects.toMatchObject({
      code: 'not-found',
    })
    // It can be hidden once more; the log keeps both.
    await hideOpportunity(stores, person, first, 'other')
    expect((await rows()).map((one) => one.withdrawn_at === null).toSorted()).toEqual([false, true])
  })

  test('a company’s members share what they hide, for one opportunity', async () => {
    const at = await world()
    const { db, stores, profileId, first, second } = at
    const [one, other] = [await at.member(), await at.member()]
    await hideProfile(stores, one, first, profileId, 'distance')
    expect(await profiles(at, other)).toEqual([])
    expect(await profiles(at, other, second)).toEqual([profileId])
    expect(await at.own()).toContain(first)
    expect((await listHiddenProfiles(stores, other, first)).hidden).toMatchObject([
      { reason: 'distance', profile: { profile: { id: profileId } } },
    ])
    const strangerId = await addUser(db)
    const stranger = {
      ...viewer(strangerId, [
        { orgKind: 'company', orgId: await addCompany(db, 'Autre'), role: 'owner' },
      ]),
      userId: strangerId,
    }
    const refused = { code: 'not-found' }
    for (const act of [
      () => hideProfile(stores, stranger, first, profileId, 'skills'),
      () => showProfileAgain(stores, stranger, first, profileId),
      () => listHiddenProfiles(stores, stranger, first),
      () => hideProfile(stores, one, first, newId(), 'skills'),
      () => showProfileAgain(stores, one, first, '\u0000'),
      () => hideOpportunity(stores, stranger, first, 'pay'),
      () => showOpportunityAgain(stores, stranger, first),
      () => hideOpportunity(stores, at.person, newId(), 'pay'),
      () => hideOpportunity(stores, at.person, "' or 1=1", 'pay'),
    ]) {
      await expect(act()).rejects.toMatchObject(refused)
    }
    await showProfileAgain(stores, other, first, profileId)
    expect(await profiles(at, one)).toEqual([profileId])
  })

  test('no score changes by it', async () => {
    const at = await world()
    const { stores, person, first, second, reference } = at
    const scores = async () => {
      const state = readOwnMatchList(new URLSearchParams('far=1'), reference)
      const found = await listOwnMatches(stores, person, state)
      return new Map(found?.items.map((one) => [one.row.id, one.explanation.score]))
    }
    const before = await scores()
    await hideOpportunity(stores, person, first, 'trade')
    expect((await scores()).get(second)).toBe(before.get(second))
    await showOpportunityAgain(stores, person, first)
    expect(await scores()).toEqual(before)
  })

  test('a list can be tidied while the index rests', async () => {
    const { stores, person, first, rows } = await world()
    const resting = Object.create(stores.search, {
      candidates: { value: () => Promise.reject(new SearchUnavailable('down')) },
    })
    await hideOpportunity({ ...stores, search: resting }, person, first, 'pay')
    expect((await rows())[0]?.rank).toBeNull()
  })

  test('erasing a profile erases what was logged of it', async () => {
    const { db, stores, person, profileId, first, member, rows } = await world()
    await hideOpportunity(stores, person, first, 'pay')
    await hideProfile(stores, await member(), first, profileId, 'skills')
    expect(await rows()).toHaveLength(2)
    await deleteProfile({ db, dialect, now: now() }, person, 'own')
    expect(await rows()).toEqual([])
  })

  test('the counts name sides, reasons and bands, and nobody', async () => {
    const { db, stores, person, profileId, first, second, member } = await world()
    await hideOpportunity(stores, person, first, 'pay')
    await hideOpportunity(stores, person, second, 'pay')
    await showOpportunityAgain(stores, person, second)
    await hideProfile(stores, await member(), first, profileId, 'hired')
    const told = async (...args: string[]) => {
      const lines: string[] = []
      const print = (line: string) => void lines.push(line)
      // A task is given the database; only its `db` is used here.
      const open = { db } as Parameters<typeof matchFeedback.run>[1]['open']
      await matchFeedback.run(args, { open, env: {}, print, log: print })
      return lines
    }
    const [counts = ''] = await told('--json')
    const parsed = JSON.parse(counts)
    expect(parsed).toMatchObject([
      { side: 'company', reason: 'hired', count: 1, withdrawn: 0, meanRank: 1 },
      { side: 'person', reason: 'pay', count: 2, withdrawn: 1, meanRank: 1.5 },
    ])
    const table = await told()
    expect(table).toHaveLength(3)
    expect(table[0]).toMatch(/^side +reason +band +hidden +shown again +mean score +mean rank$/)
    for (const id of [profileId, first, second, person.userId]) {
      expect(counts + table.join()).not.toContain(id)
    }
    await expect(told('--all')).rejects.toThrow('only --json')
  })
})
