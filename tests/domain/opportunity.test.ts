import { describe, expect, test } from 'vitest'
import { chooseOccupation } from '#app/domain/opportunity/choose-occupation.server.ts'
import { chooseSkills } from '#app/domain/opportunity/choose-skills.server.ts'
import { createOpportunity } from '#app/domain/opportunity/create-opportunity.server.ts'
import { deleteDraft } from '#app/domain/opportunity/delete-draft.server.ts'
import { duplicateOpportunity } from '#app/domain/opportunity/duplicate-opportunity.server.ts'
import { editOpportunity } from '#app/domain/opportunity/edit-opportunity.server.ts'
import { expireOpportunities } from '#app/domain/opportunity/expire-opportunities.server.ts'
import { moveOpportunity } from '#app/domain/opportunity/move-opportunity.server.ts'
import { basics, conditions, type Move } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { readOpportunityView } from '#app/domain/opportunity/read-opportunity-view.server.ts'
import { setConditions } from '#app/domain/opportunity/set-conditions.server.ts'
import { sitesOf } from '#db/queries/company.ts'
import { opportunityById } from '#db/queries/opportunity.ts'
import { dialects } from '../support/database.ts'
import { chamberStaff, companyWithOwner, indexed, marketplace, place } from './company-support.ts'

const first = (changes: Record<string, unknown> = {}) =>
  basics.parse({ kind: 'job', title: 'Soudeur', contract: 'cdi', remote: 'on', ...changes })

describe.each(dialects)('opportunities on %s', (dialect) => {
  async function begun() {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const id = await createOpportunity(deps, owner, companyId, first())
    const occupation = deps.reference.suggest.occupations('soudeur', 'fr', 1)[0]?.uri ?? ''
    const row = async () => {
      const found = await opportunityById(deps.db, id)
      if (!found) throw new Error('gone')
      return found
    }
    const move = async (to: Move) =>
      moveOpportunity(deps, owner, id, { move: to, version: (await row()).version })
    return { deps, companyId, owner, id, occupation, row, move }
  }

  test('a draft becomes public when it is complete, and the index hears of every change', async () => {
    const { deps, owner, id, occupation, row, move } = await begun()
    expect(await move('publish')).toEqual(['occupation'])
    expect(await row()).toMatchObject({ status: 'draft', version: 1 })
    await chooseOccupation(deps, owner, id, { occupation, version: 1 })
    expect(await indexed(deps.db, 'opportunity')).toEqual([])

    expect(await move('publish')).toEqual([])
    expect(await row()).toMatchObject({ status: 'published', version: 3 })
    await editOpportunity(deps, owner, id, { ...first({ title: 'Soudeur TIG' }), version: 3 })
    await move('pause')
    expect(await indexed(deps.db, 'opportunity')).toEqual([id, id, id])
    await editOpportunity(deps, owner, id, { ...first(), version: 5 })
    expect(await indexed(deps.db, 'opportunity')).toHaveLength(3)
    await move('resume')
    await move('fill')
    expect(await indexed(deps.db, 'opportunity')).toHaveLength(5)
    expect(await row()).toMatchObject({ status: 'filled', closed_at: deps.now.toISOString() })
    await expect(move('publish')).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      editOpportunity(deps, owner, id, { ...first(), version: (await row()).version }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  test('what is public stays complete', async () => {
    const { deps, owner, id, occupation, row, move } = await begun()
    await chooseOccupation(deps, owner, id, { occupation, version: 1 })
    await move('publish')
    const { version } = await row()
    await expect(
      chooseOccupation(deps, owner, id, { occupation: 'none', version }),
    ).rejects.toMatchObject({ fields: { occupation: 'opportunity.occupationNeeded' } })
    await expect(
      editOpportunity(deps, owner, id, { ...first({ remote: undefined }), version }),
    ).rejects.toMatchObject({ fields: { where: 'opportunity.placeNeeded' } })
  })

  test('the second editor is told and overwrites nothing', async () => {
    const { deps, owner, id, row } = await begun()
    await editOpportunity(deps, owner, id, { ...first({ title: 'Premier' }), version: 1 })
    await expect(
      editOpportunity(deps, owner, id, { ...first({ title: 'Second' }), version: 1 }),
    ).rejects.toMatchObject({ code: 'stale' })
    await expect(
      moveOpportunity(deps, owner, id, { move: 'publish', version: 1 }),
    ).rejects.toMatchObject({ code: 'stale' })
    const skills = { essential: [], useful: [], version: 1 }
    await expect(chooseSkills(deps, owner, id, skills)).rejects.toMatchObject({ code: 'stale' })
    expect(await row()).toMatchObject({ title: 'Premier', version: 2 })
  })

  test('members of other companies and other chambers find nothing; the own chamber may edit', async () => {
    const { deps, companyId, id } = await begun()
    const other = await companyWithOwner(deps, { identifiers: { ncc: '0607846R' } })
    const outsiders = [
      other.owner,
      await chamberStaff(deps.db, 'TN'),
      await chamberStaff(deps.db, 'CI', ['CI-BS']),
    ]
    for (const viewer of outsiders) {
      const refused = { code: 'not-found' }
      await expect(editableOpportunity(deps.db, viewer, id)).rejects.toMatchObject(refused)
      await expect(createOpportunity(deps, viewer, companyId, first())).rejects.toMatchObject(
        refused,
      )
      await expect(
        moveOpportunity(deps, viewer, id, { move: 'publish', version: 1 }),
      ).rejects.toMatchObject(refused)
      await expect(duplicateOpportunity(deps, viewer, id)).rejects.toMatchObject(refused)
      await expect(deleteDraft(deps, viewer, id)).rejects.toMatchObject(refused)
    }
    const staff = await chamberStaff(deps.db, 'CI', ['CI-AB'])
    expect((await editableOpportunity(deps.db, staff, id)).as).toBe('chamber')
    await editOpportunity(deps, staff, id, { ...first({ title: 'Par la chambre' }), version: 1 })
  })

  test('a site of another company and a place of another country are refused', async () => {
    const { deps, companyId, owner } = await begun()
    const other = await companyWithOwner(deps, { identifiers: { ncc: '0607846R' } })
    const [site] = await sitesOf(deps.db, other.companyId)
    const create = (changes: Record<string, unknown>) =>
      createOpportunity(deps, owner, companyId, first(changes))
    await expect(create({ where: site?.id })).rejects.toMatchObject({
      fields: { where: 'form.invalid' },
    })
    await expect(
      create({ where: 'other', place: place(deps, 'TN', 'Tunis') }),
    ).rejects.toMatchObject({ fields: { place: 'opportunity.placeMissing' } })
    await expect(create({ contract: 'stage' })).rejects.toMatchObject({
      fields: { contract: 'opportunity.contractOfOtherKind' },
    })
    const [own] = await sitesOf(deps.db, companyId)
    const id = await create({ where: own?.id })
    expect(await opportunityById(deps.db, id)).toMatchObject({
      site_id: own?.id,
      place_id: own?.place_id,
    })
  })

  test('skills and conditions are kept, and the page shows them in the reader’s words', async () => {
    const { deps, owner, id, occupation } = await begun()
    const uris = deps.reference.skillsOf(occupation).map((one) => one.uri)
    await expect(
      chooseSkills(deps, owner, id, { essential: [occupation], useful: [], version: 1 }),
    ).rejects.toMatchObject({ fields: { essential: 'form.invalid' } })
    await chooseSkills(deps, owner, id, {
      essential: uris.slice(0, 2),
      useful: uris.slice(1, 4),
      version: 1,
    })
    const asked = conditions.parse({
      languages: [{ language: 'fr', level: '4', required: 'on' }, undefined],
      education: '3',
      experienceMonths: '24',
      licences: ['B', 'B'],
      payMin: '90 000',
      payMax: '120000',
      payPeriod: 'month',
      startDate: '2027-01-04',
      deadline: '2026-12-15',
      version: '2',
    })
    await setConditions(deps, owner, id, asked)
    const view = await readOpportunityView(deps.db, deps.reference, id, 'en')
    expect(view).toMatchObject({
      status: 'draft',
      contract: 'Permanent contract (CDI)',
      languages: [{ code: 'fr', name: 'French', level: 4, required: true }],
      education: { level: 3 },
      experienceMonths: 24,
      licences: ['B'],
      pay: { min: 90_000, max: 120_000, currency: 'XOF', period: 'month' },
      startDate: '2027-01-04',
      deadline: '2026-12-15',
      remote: true,
    })
    expect(view.essentialSkills).toHaveLength(2)
    expect(view.usefulSkills).toHaveLength(2)
    await expect(
      setConditions(deps, owner, id, {
        ...asked,
        version: 3,
        payMax: 1,
        deadline: '2026-11-22',
        startDate: '2026-11-23',
      }),
    ).rejects.toMatchObject({
      fields: {
        payMax: 'opportunity.payMaxBelowMin',
        deadline: 'opportunity.deadlinePast',
        startDate: 'opportunity.startPast',
      },
    })
    await expect(readOpportunityView(deps.db, deps.reference, 'x', 'fr')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('an opportunity whose day has gone by expires once and leaves the index', async () => {
    const { deps, owner, id, occupation, row, move } = await begun()
    await chooseOccupation(deps, owner, id, { occupation, version: 1 })
    await setConditions(deps, owner, id, conditions.parse({ deadline: '2026-11-23', version: 2 }))
    await move('publish')
    const expire = (instant: string) =>
      expireOpportunities(deps.db, deps.dialect, new Date(instant))
    expect(await expire('2026-11-23T23:59:59Z')).toBe(0)
    expect(await expire('2026-11-24T00:00:01Z')).toBe(1)
    expect(await expire('2026-11-24T00:00:02Z')).toBe(0)
    expect((await row()).status).toBe('expired')
    expect(await indexed(deps.db, 'opportunity')).toEqual([id, id])

    const later = { ...deps, now: new Date('2026-11-25T08:00:00Z') }
    const { version } = await row()
    expect(await moveOpportunity(later, owner, id, { move: 'publish', version })).toEqual([
      'deadline',
    ])
    const renewed = conditions.parse({ deadline: '2026-12-24', version })
    await setConditions(later, owner, id, renewed)
    const again = { move: 'publish' as const, version: version + 1 }
    expect(await moveOpportunity(later, owner, id, again)).toEqual([])
  })

  test('a copy is a draft without days; only drafts can be deleted', async () => {
    const { deps, owner, id, occupation, move } = await begun()
    await chooseOccupation(deps, owner, id, { occupation, version: 1 })
    await setConditions(deps, owner, id, conditions.parse({ deadline: '2026-12-01', version: 2 }))
    await move('publish')
    const copy = await duplicateOpportunity(deps, owner, id)
    expect(await opportunityById(deps.db, copy)).toMatchObject({
      status: 'draft',
      version: 1,
      title: 'Soudeur',
      occupation_uri: occupation,
      deadline: null,
      published_at: null,
    })
    await deleteDraft(deps, owner, copy)
    expect(await opportunityById(deps.db, copy)).toBeNull()
    await expect(deleteDraft(deps, owner, id)).rejects.toMatchObject({ code: 'conflict' })
  })
})
