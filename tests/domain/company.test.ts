import { describe, expect, test } from 'vitest'
import { addSite } from '#app/domain/company/add-site.server.ts'
import { chooseMainSite, removeSite } from '#app/domain/company/change-sites.server.ts'
import { companyEdit } from '#app/domain/company/company.ts'
import { editableCompany, managedCompany } from '#app/domain/company/company-scope.server.ts'
import { decideClaim } from '#app/domain/company/decide-claim.server.ts'
import { editCompany } from '#app/domain/company/edit-company.server.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import { claimsOfUser, companyById, openClaims, sitesOf } from '#db/queries/company.ts'
import { dialects } from '../support/database.ts'
import {
  account,
  again,
  chamberStaff,
  ci,
  companyWithOwner,
  form,
  indexed,
  marketplace,
  place,
  tn,
} from './company-support.ts'

describe.each(dialects)('companies on %s', (dialect) => {
  test('who registers a company becomes its owner, and the index hears of it', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    expect(owner.memberships).toEqual([{ orgKind: 'company', orgId: companyId, role: 'owner' }])
    expect(await sitesOf(deps.db, companyId)).toMatchObject([{ is_main: 1, name: 'Abidjan' }])
    expect(await indexed(deps.db, 'company')).toEqual([companyId])
    expect(await companyById(deps.db, companyId)).toMatchObject({ version: 1, verified_at: null })
  })

  test('identifiers, place and sector are refused beside their fields, and nothing is written', async () => {
    const deps = await marketplace(dialect)
    const viewer = await account(deps.db)
    const register = (changes: Record<string, unknown>) =>
      registerCompany(deps, viewer, ci, form(deps, changes))
    await expect(register({ identifiers: {} })).rejects.toMatchObject({
      fields: { 'identifiers.rccm': 'company.identifierReason.empty' },
    })
    await expect(
      register({ identifiers: { rccm: 'CI-ABJ-2999-B-1', ncc: '06' }, sector: 'A' }),
    ).rejects.toMatchObject({
      fields: {
        'identifiers.rccm': 'company.identifierReason.year',
        'identifiers.ncc': 'company.identifierReason.length',
        sector: 'form.invalid',
      },
    })
    await expect(register({ place: place(deps, 'TN', 'Sfax') })).rejects.toMatchObject({
      fields: { place: 'company.placeMissing' },
    })
    expect(await deps.db.selectFrom('company').select('id').execute()).toEqual([])
  })

  test('a second registration of one legal entity is a claim, not a twin', async () => {
    const deps = await marketplace(dialect)
    const first = await account(deps.db)
    const second = await account(deps.db)
    const tunis = { place: place(deps, 'TN', 'Tunis') }
    const { companyId } = await registerCompany(
      deps,
      first,
      tn,
      form(deps, { ...tunis, identifiers: { 'matricule-fiscal': '1182431M/A/M/000' } }),
    )
    const branch = form(deps, {
      ...tunis,
      identifiers: { 'matricule-fiscal': '1182431 M A E 002' },
      position: 'Chef d’atelier',
    })
    expect(await registerCompany(deps, second, tn, branch)).toEqual({
      outcome: 'claimed',
      companyId,
    })
    expect(await registerCompany(deps, second, tn, branch)).toMatchObject({ outcome: 'claimed' })
    expect(await registerCompany(deps, first, tn, branch)).toMatchObject({ outcome: 'member' })
    expect(await openClaims(deps.db, [companyId])).toMatchObject([{ message: 'Chef d’atelier' }])
    expect(await deps.db.selectFrom('company').select('id').execute()).toHaveLength(1)
    expect((await again(deps.db, second)).memberships).toEqual([])
  })

  test('two people who register one firm in the same moment make one company', async () => {
    const deps = await marketplace(dialect)
    const people = await Promise.all([account(deps.db), account(deps.db)])
    const outcomes = await Promise.all(
      people.map((viewer) => registerCompany(deps, viewer, ci, form(deps))),
    )
    expect(outcomes.map((one) => one.outcome).sort()).toEqual(['claimed', 'created'])
  })

  test('an owner or the chamber decides a claim, once; the person is told', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const claimant = await account(deps.db, 'awa@example.ci')
    await registerCompany(deps, claimant, ci, form(deps))
    const [claim] = await openClaims(deps.db, [companyId])
    const claimId = claim?.id ?? ''
    const stranger = (await companyWithOwner(deps, { identifiers: { ncc: '0607846R' } })).owner
    const decide = (viewer: typeof owner) =>
      decideClaim(deps, viewer, companyId, { claimId, decision: 'recruiter' })
    await expect(decide(claimant)).rejects.toMatchObject({ code: 'not-found' })
    await expect(decide(stranger)).rejects.toMatchObject({ code: 'not-found' })
    await decide(owner)
    await expect(decide(await chamberStaff(deps.db, 'CI'))).rejects.toMatchObject({
      code: 'conflict',
    })
    const member = await again(deps.db, claimant)
    expect(member.memberships).toEqual([
      { orgKind: 'company', orgId: companyId, role: 'recruiter' },
    ])
    expect(await deps.db.selectFrom('message').select(['recipient', 'channel']).execute()).toEqual([
      { recipient: 'awa@example.ci', channel: 'email' },
    ])
    await expect(managedCompany(deps.db, member, companyId)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await editableCompany(deps.db, member, companyId)).as).toBe('recruiter')
  })

  test('a refused claim gives nothing and may be filed again; nobody decides about themselves', async () => {
    const deps = await marketplace(dialect)
    const { companyId } = await companyWithOwner(deps)
    const staff = await chamberStaff(deps.db, 'CI')
    const claimant = await account(deps.db)
    await registerCompany(deps, claimant, ci, form(deps))
    const [claim] = await openClaims(deps.db, [companyId])
    const input = { claimId: claim?.id ?? '', decision: 'refuse' as const }
    await decideClaim(deps, staff, companyId, input)
    expect((await again(deps.db, claimant)).memberships).toEqual([])
    expect(await claimsOfUser(deps.db, claimant.userId)).toMatchObject([{ status: 'refused' }])
    await registerCompany(deps, claimant, ci, form(deps))
    expect(await openClaims(deps.db, [companyId])).toHaveLength(1)

    await registerCompany(deps, staff, ci, form(deps))
    const own = await claimsOfUser(deps.db, staff.userId)
    await expect(
      decideClaim(deps, staff, companyId, { claimId: own[0]?.id ?? '', decision: 'owner' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an edit of an older version is refused and overwrites nothing', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const edit = (changes: Record<string, unknown>) =>
      editCompany(deps, owner, companyId, companyEdit.parse({ legalName: 'A1', ...changes }))
    await edit({ version: 1, legalName: 'Premier', website: 'pont.ci' })
    await expect(edit({ version: 1, legalName: 'Second' })).rejects.toMatchObject({ code: 'stale' })
    expect(await companyById(deps.db, companyId)).toMatchObject({
      legal_name: 'Premier',
      website: 'https://pont.ci',
      version: 2,
    })
  })

  test('a missing number may be added, but not one of another company; a verified name cannot change unseen', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    await companyWithOwner(deps, { identifiers: { ncc: '0607846R' } })
    await deps.db
      .updateTable('company')
      .set({ verified_at: '2026-01-01T00:00:00.000Z' })
      .where('id', '=', companyId)
      .execute()
    const edit = (changes: Record<string, unknown>) =>
      editCompany(
        deps,
        owner,
        companyId,
        companyEdit.parse({ legalName: 'Ateliers du Pont SARL', version: 1, ...changes }),
      )
    await expect(edit({ identifiers: { ncc: '0607846R' } })).rejects.toMatchObject({
      fields: { 'identifiers.ncc': 'company.identifierTaken' },
    })
    await edit({ identifiers: { ncc: '0607847S', rccm: 'CI-ABJ-2001-B-1' } })
    const numbers = await deps.db
      .selectFrom('company_identifier')
      .select(['scheme', 'value'])
      .where('company_id', '=', companyId)
      .orderBy('scheme')
      .execute()
    expect(numbers).toEqual([
      { scheme: 'ncc', value: '0607847S' },
      { scheme: 'rccm', value: 'CI-ABJ-2017-B-12345' },
    ])
    expect((await companyById(deps.db, companyId))?.verified_at).not.toBeNull()
    await edit({ version: 2, legalName: 'Autre nom' })
    expect((await companyById(deps.db, companyId))?.verified_at).toBeNull()
  })

  test('sites: one is the main one, the last one stays, those of others are not found', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const other = await companyWithOwner(deps, { identifiers: { ncc: '0607846R' } })
    const [first] = await sitesOf(deps.db, companyId)
    const firstId = first?.id ?? ''
    await expect(removeSite(deps, owner, companyId, firstId)).rejects.toMatchObject({
      code: 'conflict',
    })
    const secondId = await addSite(deps, owner, companyId, {
      name: 'Atelier',
      place: place(deps, 'CI', 'Bouaké'),
    })
    await chooseMainSite(deps, owner, companyId, secondId)
    expect(await sitesOf(deps.db, companyId)).toMatchObject([
      { id: secondId, is_main: 1 },
      { id: firstId, is_main: 0 },
    ])
    await expect(removeSite(deps, other.owner, companyId, firstId)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(removeSite(deps, other.owner, other.companyId, firstId)).rejects.toMatchObject({
      code: 'not-found',
    })
    await removeSite(deps, owner, companyId, secondId)
    expect(await sitesOf(deps.db, companyId)).toMatchObject([{ id: firstId, is_main: 1 }])
  })

  test('ids that are no ids are not found', async () => {
    const deps = await marketplace(dialect)
    const { owner } = await companyWithOwner(deps)
    for (const id of ['', 'x', "' or 1=1 --", 'a\u0000b', '../..']) {
      await expect(editableCompany(deps.db, owner, id)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })
})
