import { describe, expect, test } from 'vitest'
import type { Membership, SignedIn } from '#app/domain/access.ts'
import { type CompanyEdit, companyEdit } from '#app/domain/company/company.ts'
import { decideClaim } from '#app/domain/company/decide-claim.server.ts'
import { editCompany } from '#app/domain/company/edit-company.server.ts'
import { registerCompany } from '#app/domain/company/register-company.server.ts'
import { applyIndexChanges } from '#app/domain/indexing/apply-changes.server.ts'
import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import { readOpportunityView } from '#app/domain/opportunity/read-opportunity-view.server.ts'
import { answerConfirmation } from '#app/domain/relation/answer-confirmation.server.ts'
import { askConfirmation } from '#app/domain/relation/ask-confirmation.server.ts'
import { confirmationEntry } from '#app/domain/relation/confirmation.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import type { Dialect } from '#db/dialect.ts'
import { companyById, openClaims } from '#db/queries/company.ts'
import { companyIds } from '#db/queries/indexed-companies.ts'
import { indexedOpportunities } from '#db/queries/indexed-opportunities.ts'
import { opportunityCards } from '#db/queries/opportunity-cards.ts'
import { dialects } from '#tests/support/database.ts'
import { company, publishedOpportunity } from '#tests/support/fixtures.ts'
import { account, again, ci, companyWithOwner, form, marketplace } from './company-support.ts'
import { officer } from './relation-support.ts'
import { now, searchStores } from './search-support.ts'

const legalName = 'Zyxoforge SARL'
const tradeName = 'Qwabrook'

/** A company that only its chamber knows, with an offer in the index, and what the public reads of it. */
async function scene(dialect: Dialect) {
  const { stores, index } = await searchStores(dialect)
  const { db, reference } = stores
  const deps = { db, dialect, reference, now: now() }
  const firm = await company(deps, {
    legal_name: legalName,
    trade_name: tradeName,
    visibility: 'chamber',
  })
  const offer = await publishedOpportunity(deps, { company_id: firm })
  await index()
  const member = async (role: Membership['role'], orgId = firm): Promise<SignedIn> => ({
    ...(await account(db)),
    memberships: [{ orgKind: 'company', orgId, role }],
  })
  const edit = async (viewer: SignedIn, changes: Partial<CompanyEdit>) => {
    const row = await companyById(db, firm)
    const input = companyEdit.parse({ legalName, tradeName, version: row?.version, ...changes })
    await editCompany(deps, viewer, firm, input)
    // What the worker does next: nothing is built anew.
    while (await applyIndexChanges(stores));
  }
  return {
    deps,
    offer,
    member,
    edit,
    owner: await member('owner'),
    visibility: async () => (await companyById(db, firm))?.visibility,
    /** Each way in which the public may learn a name: what it reads there. */
    async read() {
      const { state } = readOpportunitySearch(
        new URLSearchParams({ q: tradeName }),
        reference,
        'CI',
      )
      const [indexed] = await indexedOpportunities(db, [offer])
      if (!indexed) throw new Error('not indexed')
      return {
        card: (await opportunityCards(db, [offer], '2026-11-23'))[0]?.company_name,
        page: (await readOpportunityView(db, reference, offer, 'fr')).company.name,
        document: opportunityDocument(indexed, reference).companyName,
        found: (await searchOpportunities(stores, state, 'CI', 'fr')).total,
        listed: (await companyIds(db)).includes(firm),
      }
    },
    acts: () =>
      db
        .selectFrom('audit_event')
        .select(['actor_id', 'action', 'detail'])
        .where('entity_id', '=', firm)
        .orderBy('id')
        .execute(),
  }
}

const unnamed = { card: null, page: null, document: '', found: 0, listed: false }
const named = { card: tradeName, page: tradeName, document: tradeName, found: 1, listed: true }

describe.each(dialects)('who may know a company by name, on %s', (dialect) => {
  test('is chosen by its owner: card, page, document and list follow', async () => {
    const { edit, owner, read, acts } = await scene(dialect)
    expect(await read()).toEqual(unnamed)
    await edit(owner, { visibility: 'public' })
    expect(await read()).toEqual(named)
    await edit(owner, {})
    expect(await read()).toEqual(named)
    await edit(owner, { visibility: 'chamber' })
    expect(await read()).toEqual(unnamed)
    const told = (await acts()).map(({ actor_id, action, detail }) => ({
      by: actor_id,
      action,
      visibility: JSON.parse(detail).visibility,
    }))
    const act = { by: owner.userId, action: 'company.edited' }
    expect(told).toEqual([
      { ...act, visibility: 'public' },
      { ...act, visibility: undefined },
      { ...act, visibility: 'chamber' },
    ])
  })

  test('is not for strangers, owners of another firm or recruiters to choose', async () => {
    const { deps, edit, member, read, acts } = await scene(dialect)
    const other = await company(deps)
    const refused = [
      [await account(deps.db), 'not-found'],
      [await member('owner', other), 'not-found'],
      [await member('recruiter'), 'forbidden'],
    ] as const
    for (const [viewer, code] of refused) {
      await expect(edit(viewer, { visibility: 'public' })).rejects.toMatchObject({ code })
    }
    expect(await read()).toEqual(unnamed)
    expect(await acts()).toEqual([])
  })

  test('an old version changes nothing, and so does a word that is no choice', async () => {
    const { edit, owner, read } = await scene(dialect)
    await expect(edit(owner, { visibility: 'public', version: 7 })).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await read()).toEqual(unnamed)
    expect(
      companyEdit.safeParse({ legalName, version: '1', visibility: 'everybody' }).success,
    ).toBe(false)
  })

  test('begins in public for who registers a firm, and stays as it is through claim and confirmation', async () => {
    const deps = await marketplace(dialect)
    const { companyId, owner } = await companyWithOwner(deps)
    const visibility = async () => (await companyById(deps.db, companyId))?.visibility
    expect(await visibility()).toBe('public')
    await deps.db
      .updateTable('company')
      .set({ visibility: 'chamber' })
      .where('id', '=', companyId)
      .execute()

    const claimant = await account(deps.db)
    await registerCompany(deps, claimant, ci, form(deps))
    const [claim] = await openClaims(deps.db, [companyId])
    const decision = { claimId: claim?.id ?? '', decision: 'owner' } as const
    await decideClaim(deps, owner, companyId, decision)
    expect((await again(deps.db, claimant)).memberships).toMatchObject([{ role: 'owner' }])
    expect(await visibility()).toBe('chamber')

    const staff = await officer(deps.db, 'CI', ['CI-AB'])
    const asking = {
      db: deps.db,
      now: deps.now,
      appUrl: 'https://exemple.ci',
      locale: 'fr',
    } as const
    const link = await askConfirmation(asking, staff, companyId, false)
    const said = confirmationEntry.parse({ headcount: '30', visibility: 'public' })
    await answerConfirmation(deps, link.split('/').at(-1) ?? '', said)
    expect(await companyById(deps.db, companyId)).toMatchObject({
      headcount: 30,
      visibility: 'chamber',
    })
  })
})
