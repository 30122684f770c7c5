import { describe, expect, test } from 'vitest'
import { visitor } from '#app/domain/access.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { beginProfile } from '#app/domain/profile/begin-profile.server.ts'
import { deleteProfile } from '#app/domain/profile/delete-profile.server.ts'
import { editableProfile } from '#app/domain/profile/editable-profile.server.ts'
import { changeStatus } from '#app/domain/profile/publish-profile.server.ts'
import { readPublicProfile } from '#app/domain/profile/read-public-profile.server.ts'
import { skillsInText } from '#app/domain/profile/read-skills.server.ts'
import { addQualification, removeQualification } from '#app/domain/profile/save-education.server.ts'
import { removeExperience, saveExperience } from '#app/domain/profile/save-experience.server.ts'
import { saveIdentity } from '#app/domain/profile/save-identity.server.ts'
import { addLanguage, saveLanguages } from '#app/domain/profile/save-languages.server.ts'
import { savePlace } from '#app/domain/profile/save-place.server.ts'
import { addSkills, saveSkills } from '#app/domain/profile/save-skills.server.ts'
import { saveWishes } from '#app/domain/profile/save-wishes.server.ts'
import { saveWords } from '#app/domain/profile/save-words.server.ts'
import { experiencesOf, qualificationsOf, skillsOfProfile } from '#db/queries/profile.ts'
import { isStored } from '#tests/support/contents.ts'
import { dialects } from '#tests/support/database.ts'
import {
  changing,
  type Desk,
  experience,
  fillIn,
  newOwner,
  newViewer,
  person,
  profileDesk,
  stored,
  wishes,
} from './profile-support.ts'

const code = (expected: string) => expect.objectContaining({ code: expected })
const fields = (expected: Record<string, string>) => expect.objectContaining({ fields: expected })

async function published(desk: Desk) {
  const owner = await newOwner(desk)
  await fillIn(desk, owner, owner.profileId)
  await changeStatus(desk.deps, await changing(desk, owner, owner.profileId), 'publish')
  return owner
}

const changesOf = async ({ db }: Desk, id: string) =>
  (await db.selectFrom('index_change').select('sequence').where('entity_id', '=', id).execute())
    .length

describe.each(dialects)('a profile on %s', (dialect) => {
  test('is begun once, as a draft with a code of its country', async () => {
    const desk = await profileDesk(dialect)
    const viewer = await newViewer(desk)
    const id = await beginProfile(desk.deps, viewer, 'CI')
    expect(await beginProfile(desk.deps, viewer, 'CI')).toBe(id)
    expect(await stored(desk, id)).toMatchObject({ status: 'draft', version: 1, country: 'CI' })
    expect((await stored(desk, id)).code).toMatch(/^CI-\w{4}-\w{2}$/)
  })

  test('is published only with all that it must have, then paused and resumed', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const id = owner.profileId
    const move = async (to: 'publish' | 'pause' | 'resume') =>
      changeStatus(desk.deps, await changing(desk, owner, id), to)
    await expect(move('publish')).rejects.toEqual(code('conflict'))
    await fillIn(desk, owner, id)
    expect(JSON.parse((await stored(desk, id)).steps_done)).toEqual([
      'experience',
      'place',
      'wishes',
      'identity',
    ])
    expect(await changesOf(desk, id)).toBe(0)
    await move('publish')
    expect(await documentsOf('profile', [id], desk.deps)).toHaveLength(1)
    await expect(move('publish')).rejects.toEqual(code('conflict'))
    await move('pause')
    expect(await documentsOf('profile', [id], desk.deps)).toHaveLength(0)
    await move('resume')
    expect((await stored(desk, id)).status).toBe('published')
    expect(await changesOf(desk, id)).toBe(3)
  })

  test('that loses what it must have is taken from view', async () => {
    const desk = await profileDesk(dialect)
    const owner = await published(desk)
    const id = owner.profileId
    const [only] = await experiencesOf(desk.db, id)
    const before = await changesOf(desk, id)
    const changed = await removeExperience(
      desk.deps,
      await changing(desk, owner, id),
      only?.id ?? '',
    )
    expect(changed.paused).toBe(true)
    expect((await stored(desk, id)).status).toBe('paused')
    expect(await changesOf(desk, id)).toBe(before + 1)
  })

  test('is not overwritten by who comes late', async () => {
    const desk = await profileDesk(dialect)
    const owner = await published(desk)
    const change = await changing(desk, owner, owner.profileId)
    await saveWords(desk.deps, change, { headline: 'Soudeuse' })
    await expect(saveWords(desk.deps, change, { headline: 'Autre' })).rejects.toEqual(code('stale'))
    await expect(
      saveExperience(desk.deps, change, 'new', { ...experience, occupation: desk.occupation }),
    ).rejects.toEqual(code('stale'))
    expect((await stored(desk, owner.profileId)).headline).toBe('Soudeuse')
    expect(await experiencesOf(desk.db, owner.profileId)).toHaveLength(1)
  })

  test('of two who save at the same moment one is told', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const change = await changing(desk, owner, owner.profileId)
    const ends = await Promise.allSettled([
      saveWords(desk.deps, change, { headline: 'Un' }),
      saveWords(desk.deps, change, { headline: 'Deux' }),
    ])
    expect(ends.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await stored(desk, owner.profileId)).version).toBe(2)
  })

  test('shows nobody under 18, nor impossible dates', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const save = async (birthDate: string) =>
      saveIdentity(desk.deps, await changing(desk, owner, owner.profileId), {
        ...person,
        birthDate,
      })
    await expect(save('2008-11-24')).rejects.toEqual(
      fields({ birthDate: 'profile.errors.underage' }),
    )
    await expect(save('2031-01-01')).rejects.toEqual(
      fields({ birthDate: 'profile.errors.implausible' }),
    )
    await expect(save('1899-01-01')).rejects.toEqual(
      fields({ birthDate: 'profile.errors.implausible' }),
    )
    expect(await desk.db.selectFrom('identity').selectAll().execute()).toEqual([])
    expect((await stored(desk, owner.profileId)).version).toBe(1)
    await save('2008-11-23')
    expect(await desk.db.selectFrom('identity').select(['phone', 'email']).execute()).toEqual([
      { phone: '+2250707123456', email: 'awazeta@exemple.ci' },
    ])
  })

  test('its identity stands in no document, public profile or audit event', async () => {
    const desk = await profileDesk(dialect)
    const { profileId } = await published(desk)
    const shown = JSON.stringify([
      await documentsOf('profile', [profileId], desk.deps),
      await readPublicProfile(desk.db, desk.reference, profileId, 'fr'),
      await desk.db.selectFrom('audit_event').selectAll().execute(),
      await desk.db.selectFrom('index_change').selectAll().execute(),
    ])
    for (const word of [...Object.values(person), '+2250707123456', 'awazeta@exemple.ci']) {
      expect(shown).not.toContain(word)
    }
  })

  test('is found by its owner only, until it is published', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const other = await newOwner(desk)
    const { profileId } = owner
    await expect(editableProfile(desk.db, other, profileId)).rejects.toEqual(code('not-found'))
    await expect(editableProfile(desk.db, visitor, profileId)).rejects.toEqual(code('not-found'))
    await expect(editableProfile(desk.db, owner, '../etc')).rejects.toEqual(code('not-found'))
    // A forged profile id in the session's place does not help either.
    await expect(editableProfile(desk.db, { ...other, profileId }, 'own')).rejects.toEqual(
      code('not-found'),
    )
    expect((await editableProfile(desk.db, owner, 'own')).as).toBe('person')
    const read = (viewer?: typeof owner) =>
      readPublicProfile(desk.db, desk.reference, profileId, 'fr', viewer)
    await expect(read()).rejects.toEqual(code('not-found'))
    await expect(read(other)).rejects.toEqual(code('not-found'))
    expect((await read(owner)).status).toBe('draft')
    await fillIn(desk, owner, profileId)
    await changeStatus(desk.deps, await changing(desk, owner, profileId), 'publish')
    expect(await read(other)).toMatchObject({
      experienceMonths: 38,
      place: { name: 'Bouaké' },
      contracts: [{ id: 'cdi', name: 'CDI' }],
      licences: ['B'],
      minPay: { amount: 180_000, currency: 'XOF', period: 'month' },
    })
  })

  test('parts of other profiles cannot be changed or removed', async () => {
    const desk = await profileDesk(dialect)
    const owner = await published(desk)
    const other = await newOwner(desk)
    const [theirs] = await experiencesOf(desk.db, owner.profileId)
    await addQualification(desk.deps, await changing(desk, owner, owner.profileId), {
      title: 'CAP',
    })
    const [diploma] = await qualificationsOf(desk.db, owner.profileId)
    const change = () => changing(desk, other, other.profileId)
    await expect(removeExperience(desk.deps, await change(), theirs?.id ?? '')).rejects.toEqual(
      code('not-found'),
    )
    await expect(
      saveExperience(desk.deps, await change(), theirs?.id ?? '', experience),
    ).rejects.toEqual(code('not-found'))
    await expect(removeQualification(desk.deps, await change(), diploma?.id ?? '')).rejects.toEqual(
      code('not-found'),
    )
    expect(await experiencesOf(desk.db, owner.profileId)).toHaveLength(1)
  })

  test('keeps to the reference data', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const change = () => changing(desk, owner, owner.profileId)
    const save = async (input: object) =>
      saveExperience(desk.deps, await change(), 'new', { ...experience, ...input })
    await expect(save({ occupation: 'http://example.org/x' })).rejects.toEqual(
      fields({ occupation: 'form.invalid' }),
    )
    await expect(save({ country: 'XX' })).rejects.toEqual(fields({ country: 'form.invalid' }))
    await expect(save({ sector: '??' })).rejects.toEqual(fields({ sector: 'form.invalid' }))
    await expect(save({ endYear: 2027 })).rejects.toEqual(
      fields({ endYear: 'profile.errors.future' }),
    )
    await expect(save({ years: 0, months: 0 })).rejects.toEqual(
      fields({ years: 'profile.errors.duration' }),
    )
    await expect(save({ ownWords: undefined })).rejects.toEqual(
      fields({ occupation: 'profile.errors.occupation' }),
    )
    await expect(addSkills(desk.deps, await change(), [desk.occupation])).rejects.toEqual(
      fields({ add: 'form.invalid' }),
    )
    const [tunis] = desk.reference.findPlaces('TN', 'Tunis', 1)
    await expect(
      savePlace(desk.deps, await change(), {
        place: tunis?.id ?? '',
        radius: 5,
        relocate: false,
        remote: false,
      }),
    ).rejects.toEqual(fields({ place: 'profile.errors.place' }))
    await expect(
      saveWishes(desk.deps, await change(), { ...wishes, contracts: ['civp'] }),
    ).rejects.toEqual(fields({ contracts: 'form.invalid' }))
    expect((await stored(desk, owner.profileId)).version).toBe(1)
  })

  test('skills: only who checked may say so', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const id = owner.profileId
    const uris = desk.reference.skillsOf(desk.occupation).map((one) => one.uri)
    const [uri = '', other = ''] = uris
    await addSkills(desk.deps, await changing(desk, owner, id), [uri, other])
    await addSkills(desk.deps, await changing(desk, owner, id), [uri])
    expect(await skillsOfProfile(desk.db, id)).toHaveLength(2)
    const save = async (level: number, evidence: 'self' | 'certified' | 'assessed') =>
      saveSkills(desk.deps, await changing(desk, owner, id), [{ uri, level, evidence }], null)
    await expect(save(4, 'assessed')).rejects.toEqual(code('forbidden'))
    await save(3, 'certified')
    await desk.db
      .updateTable('profile_skill')
      .set({ evidence: 'assessed' })
      .where('skill_uri', '=', uri)
      .execute()
    const evidence = async () =>
      (await skillsOfProfile(desk.db, id)).find((one) => one.skill_uri === uri)?.evidence
    await save(3, 'assessed')
    expect(await evidence()).toBe('assessed')
    await save(4, 'assessed')
    expect(await evidence()).toBe('self')
    await saveSkills(desk.deps, await changing(desk, owner, id), [], uri)
    expect((await skillsOfProfile(desk.db, id)).map((one) => one.skill_uri)).toEqual([other])
  })

  test('skills are read from a text, few, none twice, none held already, and the text is not kept', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const id = owner.profileId
    const words = {
      fr: "Soudeur à Bouaké\n- souder à l'arc\n- lire un plan d'implantation\n- zérudique",
      ar: 'قيادة الشاحنات\nخياطة الملابس',
    }
    const read = async (locale: 'fr' | 'ar') => {
      const held = await skillsOfProfile(desk.db, id)
      return skillsInText(
        desk.reference,
        locale,
        words[locale],
        new Set(held.map((one) => one.skill_uri)),
      )
    }
    const found = await read('fr')
    const labels = found.map((uri) => desk.reference.label(uri, 'fr'))
    expect(labels).toEqual(
      expect.arrayContaining(["souder à l'arc", "lire un plan d'implantation"]),
    )
    expect(new Set(found).size).toBe(found.length)
    expect((await read('ar')).length).toBeGreaterThan(0)
    await addSkills(desk.deps, await changing(desk, owner, id), found.slice(0, 1))
    expect(await read('fr')).toEqual(found.slice(1))
    expect(await isStored(desk, 'zérudique')).toBe(false)
    const everything = desk.reference
      .skillsOf(desk.occupation)
      .concat(
        desk.reference.suggest
          .occupations('plombier', 'fr', 3)
          .flatMap(({ uri }) => desk.reference.skillsOf(uri)),
      )
      .map(({ uri }) => desk.reference.label(uri, 'fr'))
      .join('\n')
    expect(skillsInText(desk.reference, 'fr', everything, new Set())).toHaveLength(20)
    expect(skillsInText(desk.reference, 'fr', '', new Set())).toEqual([])
  })

  test('languages are added, changed and removed', async () => {
    const desk = await profileDesk(dialect)
    const owner = await newOwner(desk)
    const id = owner.profileId
    const add = async (language: string, level: number) =>
      addLanguage(desk.deps, await changing(desk, owner, id), { language, level })
    await add('fr', 5)
    await add('dyu', 7)
    await add('fr', 6)
    const read = async () =>
      (await readPublicProfile(desk.db, desk.reference, id, 'fr', owner)).languages.map(
        ({ code: language, level }) => [language, level],
      )
    expect(await read()).toEqual([
      ['dyu', 7],
      ['fr', 6],
    ])
    await saveLanguages(desk.deps, await changing(desk, owner, id), [{ language: 'fr', level: 4 }])
    expect(await read()).toEqual([['fr', 4]])
  })

  test('leaves nothing behind when it is erased', async () => {
    const desk = await profileDesk(dialect)
    const owner = await published(desk)
    const other = await newOwner(desk)
    const { profileId } = owner
    await expect(deleteProfile(desk.deps, other, profileId)).rejects.toEqual(code('not-found'))
    await deleteProfile(desk.deps, owner, 'own')
    for (const table of [
      'identity',
      'experience',
      'profile_skill',
      'profile_language',
      'qualification',
      'profile_confirmation',
    ] as const) {
      expect(await desk.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
    await expect(stored(desk, profileId)).rejects.toThrow('no profile')
    expect(await documentsOf('profile', [profileId], desk.deps)).toEqual([])
    expect(await changesOf(desk, profileId)).toBe(2)
  })
})
