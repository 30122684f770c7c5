import { describe, expect, test } from 'vitest'
import { companyList } from '#app/domain/chamber/chamber.ts'
import { listCompanies, ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { verifyCompany } from '#app/domain/chamber/verify-company.server.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import { companyById } from '#db/queries/company.ts'
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
} from './company-support.ts'

describe.each(dialects)('the chamber’s desk on %s', (dialect) => {
  test('a company registered for a firm has no owner; a twin is told, not claimed', async () => {
    const deps = await marketplace(dialect)
    const staff = await chamberStaff(deps.db, 'CI')
    const done = await registerCompany(deps, staff, ci, form(deps), staff.chamberId)
    expect(done.outcome).toBe('created')
    expect((await again(deps.db, staff)).memberships).toEqual([])
    expect(await companyById(deps.db, done.companyId)).toMatchObject({
      chamber_id: staff.chamberId,
    })
    expect(await registerCompany(deps, staff, ci, form(deps), staff.chamberId)).toEqual({
      outcome: 'exists',
      companyId: done.companyId,
    })
  })

  test('verification needs a chamber that looks after the company, and can be taken back', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const staff = await chamberStaff(deps.db, 'CI', ['CI-AB'])
    const input = { evidence: 'Extrait RCCM vu sur place', version: 1 }
    for (const viewer of [
      owner,
      await chamberStaff(deps.db, 'TN'),
      await chamberStaff(deps.db, 'CI', ['CI-BS']),
    ]) {
      await expect(verifyCompany(deps, viewer, companyId, input)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await verifyCompany(deps, staff, companyId, input)
    await expect(verifyCompany(deps, staff, companyId, input)).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await companyById(deps.db, companyId)).toMatchObject({
      verified_at: deps.now.toISOString(),
      verified_by: staff.userId,
      verified_evidence: 'Extrait RCCM vu sur place',
      version: 2,
    })
    await verifyCompany(deps, staff, companyId, { evidence: null, version: 2 })
    expect(await companyById(deps.db, companyId)).toMatchObject({
      verified_at: null,
      verified_by: null,
    })
    expect(await indexed(deps.db, 'company')).toEqual([companyId, companyId, companyId])
    const acts = await deps.db.selectFrom('audit_event').select('action').orderBy('id').execute()
    expect(acts.map((one) => one.action)).toEqual([
      'company.registered',
      'company.verified',
      'relation.moved',
      'company.unverified',
    ])
  })

  test('the list is of the own ground, searched without accents, filtered, counted', async () => {
    const deps = await marketplace(dialect)
    const pont = await companyWithOwner(deps, {
      legalName: 'Ébénisterie du Pont',
      sector: '31',
      identifiers: { rccm: 'CI-ABJ-2017-B-12345' },
    })
    await companyWithOwner(deps, {
      legalName: 'Cacao de San-Pédro',
      sector: '01',
      place: place(deps, 'CI', 'San-Pédro'),
      identifiers: { ncc: '0607846R' },
    })
    await registerCompany(deps, await account(deps.db), ci, form(deps))
    const whole = await chamberStaff(deps.db, 'CI')
    await verifyCompany(deps, whole, pont.companyId, {
      evidence: 'Visite de l’atelier',
      version: 1,
    })
    const list = async (viewer: typeof whole, asked: Record<string, unknown> = {}) => {
      const chamber = await ownChamber(deps.db, viewer)
      return listCompanies(deps.db, deps.reference, chamber, companyList.parse(asked))
    }
    const all = await list(whole)
    expect(all.rows.map((row) => row.legal_name)).toEqual(
      expect.arrayContaining(['Ébénisterie du Pont', 'Cacao de San-Pédro']),
    )
    expect(all.counts).toEqual({ all: 2, verified: 1, 'to-verify': 1, claimed: 1 })
    const names = async (asked: Record<string, unknown>) =>
      (await list(whole, asked)).rows.map((row) => row.legal_name)
    expect(await names({ q: 'ebenisterie' })).toEqual(['Ébénisterie du Pont'])
    expect(await names({ q: '0607846' })).toEqual(['Cacao de San-Pédro'])
    expect(await names({ q: "%' or 1=1" })).toEqual([])
    expect(await names({ sector: 'A' })).toEqual(['Cacao de San-Pédro'])
    expect(await names({ sector: '31' })).toEqual(['Ébénisterie du Pont'])
    expect(await names({ filter: 'claimed' })).toEqual(['Ébénisterie du Pont'])
    expect(await names({ admin1: 'CI-AB' })).toEqual(['Ébénisterie du Pont'])
    expect(await names({ page: '9999' })).toHaveLength(2)

    const abidjan = await list(await chamberStaff(deps.db, 'CI', ['CI-AB']))
    expect(abidjan.counts.all).toBe(1)
    expect((await list(await chamberStaff(deps.db, 'TN'))).counts.all).toBe(0)
    await expect(ownChamber(deps.db, pont.owner)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
