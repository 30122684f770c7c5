import { describe, expect, test } from 'vitest'
import { removeContact, saveContact } from '#app/domain/company/change-contacts.server.ts'
import { addDocument, removeDocument } from '#app/domain/company/change-documents.server.ts'
import { editCompany } from '#app/domain/company/edit-company.server.ts'
import { locateSite } from '#app/domain/company/locate-site.server.ts'
import { readRecord } from '#app/domain/company/read-record.server.ts'
import { contactEntry, recordEdit, recordFacts } from '#app/domain/company/record.ts'
import {
  answerConfirmation,
  openConfirmation,
} from '#app/domain/relation/answer-confirmation.server.ts'
import { askConfirmation } from '#app/domain/relation/ask-confirmation.server.ts'
import { confirmationEntry } from '#app/domain/relation/confirmation.ts'
import { companyById, sitesOf } from '#db/queries/company.ts'
import { contactsOf, documentById, documentsOf, sectorsOf } from '#db/queries/company-record.ts'
import { companyIds, indexedCompanies } from '#db/queries/indexed-companies.ts'
import { confirmationsOf, relationOf } from '#db/queries/relation.ts'
import { dialects } from '../support/database.ts'
import { welder } from '../support/fixtures.ts'
import { companyWithOwner, marketplace } from './company-support.ts'
import { colleagueOf, later, officer } from './relation-support.ts'

const pdf = new TextEncoder().encode('%PDF-1.7\nextrait')
const appUrl = 'https://exemple.ci'

async function scene(dialect: (typeof dialects)[number]) {
  const deps = await marketplace(dialect)
  const { companyId, owner } = await companyWithOwner(deps)
  const staff = await officer(deps.db, 'CI', ['CI-AB'])
  const elsewhere = await officer(deps.db, 'CI', ['CI-BS'])
  const company = async () => {
    const row = await companyById(deps.db, companyId)
    if (!row) throw new Error('the company is gone')
    return row
  }
  return { deps, companyId, owner, staff, elsewhere, company }
}

describe.each(dialects)('the record of a company on %s', (dialect) => {
  test('is edited whole, by its chamber, from the version it was read at', async () => {
    const { deps, companyId, owner, staff, elsewhere, company } = await scene(dialect)
    const form = {
      legalName: 'Ateliers du Pont SARL',
      sector: '25',
      sizeBand: '2-9',
      headcount: '62',
      foundedYear: '2012',
      capitalOrigin: 'TN',
      sectors: ['33', undefined, '25'],
      roles: ['employer', 'intern-host'],
      phone: '27 20 30 40 50',
      email: 'Direction@Pont.ci',
      visibility: 'chamber',
      version: '1',
    }
    const save = (viewer: typeof staff | typeof owner, changes: object = {}) => {
      const input = recordEdit.parse({ ...form, ...changes })
      return editCompany(deps, viewer, companyId, input, recordFacts.parse(input))
    }
    await expect(save(elsewhere)).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(staff, { phone: '12' })).rejects.toMatchObject({
      fields: { phone: 'account.phoneInvalid' },
    })
    await expect(save(staff, { sectors: ['00'] })).rejects.toMatchObject({
      fields: { sectors: 'form.invalid' },
    })
    await save(staff)
    await expect(save(staff)).rejects.toMatchObject({ code: 'stale' })
    expect(await company()).toMatchObject({
      headcount: 62,
      size_band: '50-249',
      founded_year: 2012,
      capital_origin: 'TN',
      roles: '["employer","intern-host"]',
      phone: '+2252720304050',
      email: 'direction@pont.ci',
      visibility: 'chamber',
      version: 2,
    })
    expect(await sectorsOf(deps.db, companyId)).toEqual(['33'])
    expect(await indexedCompanies(deps.db, [companyId])).toEqual([])
    expect(await companyIds(deps.db)).toEqual([])
    await save(staff, { visibility: 'public', version: '2' })
    expect(await companyIds(deps.db)).toEqual([companyId])
    expect(recordFacts.safeParse({ ...form, capitalOrigin: 'XX' }).success).toBe(false)
  })

  test('its score says what to ask next', async () => {
    const { deps, companyId, staff, company } = await scene(dialect)
    const before = await readRecord(deps.db, await company())
    expect(before.missing.slice(0, 2)).toEqual(['sector', 'contact'])
    const input = contactEntry.parse({ name: 'Mme Kouassi', consent: 'asked' })
    await saveContact(deps, staff, companyId, input)
    const after = await readRecord(deps.db, await company())
    expect(after.score - before.score).toBe(12)
    expect(after.missing).toContain('consent')
  })

  test('a site stands exactly where it is, in the country', async () => {
    const { deps, companyId, staff, elsewhere } = await scene(dialect)
    const [site] = await sitesOf(deps.db, companyId)
    const siteId = site?.id ?? ''
    const put = (point: string | undefined, viewer = staff) =>
      locateSite(deps, viewer, companyId, { siteId, point })
    await expect(put('5.3364, -4.0267', elsewhere)).rejects.toMatchObject({ code: 'not-found' })
    const field = `point-${siteId}`
    await expect(put('Abidjan')).rejects.toMatchObject({
      fields: { [field]: 'relation.record.pointWrong' },
    })
    await expect(put('-4.0267, 5.3364')).rejects.toMatchObject({
      fields: { [field]: 'relation.record.pointAbroad' },
    })
    await put('5.3364, -4.0267')
    expect((await sitesOf(deps.db, companyId))[0]).toMatchObject({ lat: 5.3364, lng: -4.0267 })
    await put(undefined)
    expect((await sitesOf(deps.db, companyId))[0]).toMatchObject({ lat: null, lng: null })
  })

  test('of a person who refuses only the refusal stays', async () => {
    const { deps, companyId, staff, elsewhere } = await scene(dialect)
    const entry = {
      name: 'Mme Kouassi',
      position: 'Directrice',
      email: 'K@pont.ci',
      phone: '0707123456',
      consent: 'asked',
    }
    await expect(
      saveContact(deps, elsewhere, companyId, contactEntry.parse(entry)),
    ).rejects.toMatchObject({ code: 'not-found' })
    await saveContact(deps, staff, companyId, contactEntry.parse(entry))
    const [contact] = await contactsOf(deps.db, companyId)
    expect(contact).toMatchObject({ email: 'k@pont.ci', phone: '+2250707123456', version: 1 })
    const refusal = contactEntry.parse({
      ...entry,
      contactId: contact?.id,
      version: '1',
      consent: 'refused',
      consentDay: '2026-11-20',
    })
    await saveContact(deps, staff, companyId, refusal)
    await expect(saveContact(deps, staff, companyId, refusal)).rejects.toMatchObject({
      code: 'stale',
    })
    expect((await contactsOf(deps.db, companyId))[0]).toMatchObject({
      name: '',
      position: null,
      email: null,
      phone: null,
      consent: 'refused',
      consent_at: '2026-11-20',
    })
    await removeContact(deps, staff, companyId, contact?.id ?? '')
    expect(await contactsOf(deps.db, companyId)).toEqual([])
  })

  test('papers are kept by what their bytes are, whole', async () => {
    const { deps, companyId, staff, elsewhere } = await scene(dialect)
    const paper = { kind: 'registration', title: 'Extrait', fileName: 'a.exe', bytes: pdf } as const
    await expect(addDocument(deps, elsewhere, companyId, paper)).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const [bytes, reason] of [
      [new Uint8Array(), 'relation.documents.fileMissing'],
      [new TextEncoder().encode('<html>'), 'relation.documents.fileType'],
      [new Uint8Array(5 * 1024 * 1024 + 1), 'relation.documents.fileTooLarge'],
    ] as const) {
      await expect(addDocument(deps, staff, companyId, { ...paper, bytes })).rejects.toMatchObject({
        fields: { file: reason },
      })
    }
    const id = await addDocument(deps, staff, companyId, paper)
    expect(await documentsOf(deps.db, companyId)).toMatchObject([
      { file_name: 'a.pdf', media_type: 'application/pdf' },
    ])
    const kept = await documentById(deps.db, companyId, id)
    expect(new Uint8Array(kept?.content ?? [])).toEqual(pdf)
    await expect(removeDocument(deps, elsewhere, companyId, id)).rejects.toMatchObject({
      code: 'not-found',
    })
    await removeDocument(deps, staff, companyId, id)
    expect(await documentsOf(deps.db, companyId)).toEqual([])
  })
})

describe.each(dialects)('confirmation by the company on %s', (dialect) => {
  test('a link works once, for 30 days, and only its hash is kept', async () => {
    const { deps, companyId, staff, elsewhere } = await scene(dialect)
    const asking = { db: deps.db, now: deps.now, appUrl, locale: 'fr' } as const
    await expect(askConfirmation(asking, elsewhere, companyId, false)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(askConfirmation(asking, staff, companyId, true)).rejects.toMatchObject({
      fields: { send: 'relation.confirm.noEmail' },
    })
    const first = await askConfirmation(asking, staff, companyId, false)
    const second = await askConfirmation(asking, staff, companyId, false)
    const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
    expect(second.startsWith(`${appUrl}/fr/confirm-company/`)).toBe(true)
    const rows = await deps.db.selectFrom('company_confirmation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(tokenOf(second))
    expect(await openConfirmation(deps.db, tokenOf(first), deps.now)).toBeNull()
    expect(await openConfirmation(deps.db, 'x'.repeat(32), deps.now)).toBeNull()
    expect(await openConfirmation(deps.db, tokenOf(second), later(deps, 31).now)).toBeNull()
    expect(await openConfirmation(deps.db, tokenOf(second), later(deps, 29).now)).toMatchObject({
      answered: false,
    })
    const nothing = confirmationEntry.parse({})
    await answerConfirmation(deps, tokenOf(second), nothing)
    await expect(answerConfirmation(deps, tokenOf(second), nothing)).rejects.toMatchObject({
      code: 'gone',
    })
    expect(await openConfirmation(deps.db, tokenOf(second), deps.now)).toEqual({ answered: true })
    expect(await relationOf(deps.db, staff.chamberId, companyId)).toMatchObject({
      stage: 'contacted',
      owner_id: null,
    })
    // All is as it was: nothing to read.
    expect(await deps.db.selectFrom('task').selectAll().execute()).toEqual([])
  })

  test('an answer that says something new is a task for who looks after the firm, once', async () => {
    const { deps, companyId, staff } = await scene(dialect)
    const colleague = await colleagueOf(deps.db, staff)
    await deps.db
      .updateTable('auth_user')
      .set({ locale: 'en' })
      .where('id', '=', colleague.userId)
      .execute()
    const asking = { db: deps.db, now: deps.now, appUrl, locale: 'fr' } as const
    const answer = async (said: object) => {
      const token = (await askConfirmation(asking, staff, companyId, false)).split('/').at(-1) ?? ''
      const entry = confirmationEntry.parse(said)
      const answers = [1, 2].map(() => answerConfirmation(deps, token, entry))
      const settled = await Promise.allSettled(answers)
      expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    }
    const tasks = () =>
      deps.db
        .selectFrom('task')
        .select(['title', 'assignee_id', 'company_id', 'due_on'])
        .orderBy('id')
        .execute()
    const own = (owner_id: string | null) =>
      deps.db
        .updateTable('relation')
        .set({ owner_id })
        .where('company_id', '=', companyId)
        .execute()
    const task = { company_id: companyId, due_on: '2026-11-23' }
    const french = 'Lire ce que l’entreprise a confirmé'
    // Nobody looks after it yet: who asked.
    await answer({ headcount: '30' })
    const first = { ...task, title: french, assignee_id: staff.userId }
    expect(await tasks()).toEqual([first])
    await own(colleague.userId)
    const hire = {
      occupation0: welder,
      kind0: 'job',
      posts0: '2',
      quarter0: '2027-Q1',
      headcount: '30',
    }
    await answer(hire)
    const second = {
      ...task,
      title: 'Read what the company confirmed',
      assignee_id: colleague.userId,
    }
    expect(await tasks()).toEqual([first, second])
    // Nobody of them works there any more.
    await deps.db.deleteFrom('membership').where('org_id', '=', staff.chamberId).execute()
    await answer({ headcount: '31' })
    expect(await tasks()).toEqual([
      ...[first, second],
      { ...task, title: french, assignee_id: null },
    ])
  })

  test('the firm corrects a bounded set; staff see what changed', async () => {
    const { deps, companyId, staff, company } = await scene(dialect)
    await deps.db
      .updateTable('company')
      .set({ email: 'contact@pont.ci', sector: '25' })
      .where('id', '=', companyId)
      .execute()
    const gone = contactEntry.parse({ name: 'M. Yao', consent: 'given' })
    await saveContact(deps, staff, companyId, gone)
    const [left] = await contactsOf(deps.db, companyId)
    const asking = { db: deps.db, now: deps.now, appUrl, locale: 'fr' } as const
    const link = await askConfirmation(asking, staff, companyId, true)
    const token = link.split('/').at(-1) ?? ''
    const message = await deps.db.selectFrom('message').selectAll().executeTakeFirst()
    expect(message).toMatchObject({ channel: 'email', recipient: 'contact@pont.ci' })
    expect(message?.body).toContain(link)
    const answer = {
      headcount: '30',
      phone: '0707123456',
      sector: '25',
      left: [left?.id],
      contactName: 'Mme Bamba',
      contactConsent: 'on',
      occupation0: welder,
      kind0: 'internship',
      posts0: '3',
      quarter0: '2027-Q1',
    }
    const send = (changes: object) =>
      answerConfirmation(deps, token, confirmationEntry.parse({ ...answer, ...changes }))
    await expect(send({ contactConsent: undefined })).rejects.toMatchObject({
      fields: { contactConsent: 'relation.confirm.consentMissing' },
    })
    await expect(send({ posts0: undefined })).rejects.toMatchObject({
      fields: { posts0: 'form.required' },
    })
    await expect(send({ phone: '12', sector: '00' })).rejects.toMatchObject({
      fields: { phone: 'account.phoneInvalid', sector: 'form.invalid' },
    })
    await expect(send({ left: [companyId] })).rejects.toMatchObject({ code: 'invalid' })
    await send({})
    expect(await company()).toMatchObject({
      headcount: 30,
      size_band: '10-49',
      phone: '+2250707123456',
      legal_name: 'Ateliers du Pont SARL',
      version: 2,
    })
    expect(await contactsOf(deps.db, companyId)).toMatchObject([
      { name: 'Mme Bamba', consent: 'given' },
    ])
    const hires = await deps.db.selectFrom('intention').selectAll().execute()
    expect(hires).toMatchObject([{ source: 'company', posts: 3, chamber_id: staff.chamberId }])
    const [row] = await confirmationsOf(deps.db, staff.chamberId, companyId)
    expect(JSON.parse(row?.answer ?? '{}')).toEqual({
      changes: [
        { field: 'sizeBand', before: null, after: '10-49' },
        { field: 'headcount', before: null, after: '30' },
        { field: 'phone', before: null, after: '+2250707123456' },
      ],
      contactsAdded: 1,
      contactsLeft: 1,
      hires: 1,
    })
  })
})
