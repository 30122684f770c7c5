import { describe, expect, test } from 'vitest'
import { confirmProfile } from '#app/domain/counsellor/confirm-profile.server.ts'
import { enterProfile } from '#app/domain/counsellor/enter-profile.server.ts'
import { listProfiles } from '#app/domain/counsellor/list-profiles.server.ts'
import { profileListQuery } from '#app/domain/counsellor/profile-list.ts'
import { sendConfirmation } from '#app/domain/counsellor/send-confirmation.server.ts'
import { deleteProfile } from '#app/domain/profile/delete-profile.server.ts'
import { editableProfile } from '#app/domain/profile/editable-profile.server.ts'
import { changeStatus } from '#app/domain/profile/publish-profile.server.ts'
import { saveIdentity } from '#app/domain/profile/save-identity.server.ts'
import { dialects } from '#tests/support/database.ts'
import {
  changing,
  type Desk,
  fillIn,
  newCounsellor,
  newOwner,
  newViewer,
  now,
  person,
  profileDesk,
  stored,
} from './profile-support.ts'

const code = (expected: string) => expect.objectContaining({ code: expected })
const wrong = expect.objectContaining({ fields: { code: 'counsellor.errors.wrongCode' } })
const secret = 'a secret of these tests'

async function entered(desk: Desk) {
  const { viewer, programmeId } = await newCounsellor(desk)
  const profileId = await enterProfile(desk.deps, viewer, programmeId, person)
  return { viewer, programmeId, profileId }
}

/** Sends a code and reads it where the person would: in the message. */
async function codeFor(
  desk: Desk,
  viewer: Parameters<typeof sendConfirmation>[1],
  profileId: string,
) {
  await sendConfirmation({ ...desk.deps, secret, appUrl: 'https://exemple.ci' }, viewer, {
    profileId,
    channel: 'sms',
    locale: 'fr',
  })
  const message = await desk.db
    .selectFrom('message')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(message.recipient).toBe('+2250707123456')
  return /\b\d{6}\b/.exec(message.body)?.[0] ?? ''
}

describe.each(dialects)('a counsellor on %s', (dialect) => {
  test('enters profiles in their own programme, and sees no other', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, profileId } = await entered(desk)
    const other = await newCounsellor(desk)
    await expect(enterProfile(desk.deps, viewer, other.programmeId, person)).rejects.toEqual(
      code('not-found'),
    )
    await expect(
      enterProfile(desk.deps, viewer, viewer.memberships[0]?.orgId ?? '', {
        ...person,
        birthDate: '2010-01-01',
      }),
    ).rejects.toMatchObject({ fields: { birthDate: 'profile.errors.underage' } })
    expect(await stored(desk, profileId)).toMatchObject({ user_id: null, confirmed_at: null })
    expect((await editableProfile(desk.db, viewer, profileId)).as).toBe('counsellor')
    await expect(editableProfile(desk.db, other.viewer, profileId)).rejects.toEqual(
      code('not-found'),
    )
    const own = await newOwner(desk)
    await expect(editableProfile(desk.db, viewer, own.profileId)).rejects.toEqual(code('not-found'))
  })

  test('publishes only what the person confirmed', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, profileId } = await entered(desk)
    await fillIn(desk, viewer, profileId)
    const publish = async () =>
      changeStatus(desk.deps, await changing(desk, viewer, profileId), 'publish')
    await expect(publish()).rejects.toEqual(code('conflict'))
    const typed = await codeFor(desk, viewer, profileId)
    const kept = await desk.db.selectFrom('profile_confirmation').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(typed)
    const person = await newViewer(desk)
    await confirmProfile({ ...desk.deps, secret }, person, { profileId, code: typed, link: false })
    expect(await desk.db.selectFrom('profile_confirmation').selectAll().execute()).toEqual([])
    await publish()
    expect((await stored(desk, profileId)).status).toBe('published')
  })

  test('a code is tried five times, then it is void', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, profileId } = await entered(desk)
    const right = await codeFor(desk, viewer, profileId)
    const not = right === '000000' ? '000001' : '000000'
    const confirm = (typed: string) =>
      confirmProfile({ ...desk.deps, secret }, viewer, { profileId, code: typed, link: false })
    for (let attempt = 0; attempt < 5; attempt++) await expect(confirm(not)).rejects.toEqual(wrong)
    await expect(confirm(right)).rejects.toEqual(wrong)
    expect((await stored(desk, profileId)).confirmed_at).toBeNull()
    await confirm(await codeFor(desk, viewer, profileId))
    expect((await stored(desk, profileId)).confirmed_at).not.toBeNull()
  })

  test('a code ends after half an hour, and when the number changes', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, profileId } = await entered(desk)
    const first = await codeFor(desk, viewer, profileId)
    const late = new Date(now.getTime() + 30 * 60_000)
    await expect(
      confirmProfile({ ...desk.deps, now: late, secret }, viewer, {
        profileId,
        code: first,
        link: false,
      }),
    ).rejects.toEqual(wrong)
    const second = await codeFor(desk, viewer, profileId)
    await saveIdentity(desk.deps, await changing(desk, viewer, profileId), {
      ...person,
      phone: '05 05 12 34 56',
    })
    await expect(
      confirmProfile({ ...desk.deps, secret }, viewer, { profileId, code: second, link: false }),
    ).rejects.toEqual(wrong)
  })

  test('the person may take the profile into their own account', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, profileId } = await entered(desk)
    const owner = await newViewer(desk)
    await confirmProfile({ ...desk.deps, secret }, owner, {
      profileId,
      code: await codeFor(desk, viewer, profileId),
      link: true,
    })
    expect((await stored(desk, profileId)).user_id).toBe(owner.userId)
    const known = { ...owner, profileId }
    expect((await editableProfile(desk.db, known, 'own')).as).toBe('person')
    expect((await editableProfile(desk.db, viewer, profileId)).as).toBe('counsellor')
    await expect(deleteProfile(desk.deps, viewer, profileId)).rejects.toEqual(code('forbidden'))
    await deleteProfile(desk.deps, known, 'own')
  })

  test('the list is narrowed by code, state and what is missing', async () => {
    const desk = await profileDesk(dialect)
    const { viewer, programmeId, profileId } = await entered(desk)
    const second = await enterProfile(desk.deps, viewer, programmeId, person)
    await entered(desk)
    await fillIn(desk, viewer, second)
    const ids = async (query: Record<string, string>) =>
      (await listProfiles(desk.db, viewer, profileListQuery.parse(query))).profiles
        .map((one) => one.id)
        .sort()
    expect(await ids({})).toEqual([profileId, second].sort())
    expect(await ids({ missing: 'place' })).toEqual([profileId])
    expect(await ids({ missing: 'confirmation' })).toHaveLength(2)
    expect(await ids({ status: 'published' })).toEqual([])
    expect(await ids({ placed: '1' })).toEqual([])
    expect(await ids({ page: '-3', status: "x' or 1=1", missing: '%' })).toHaveLength(2)
    const { code: wanted } = await stored(desk, second)
    expect(await ids({ code: wanted.toLowerCase() })).toEqual([second])
    expect(await ids({ code: '%' })).toHaveLength(2)
    const listed = await listProfiles(desk.db, viewer, profileListQuery.parse({}))
    expect(listed.profiles.find((one) => one.id === second)?.missing).toEqual([
      'skills',
      'languages',
      'education',
    ])
  })
})
