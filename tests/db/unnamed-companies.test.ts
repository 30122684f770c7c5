import { describe, expect, test } from 'vitest'
import { applyIndexChanges } from '#app/domain/indexing/apply-changes.server.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import { unnamedCompanies } from '#db/migrations/0015-unnamed-companies.ts'
import { searchStores } from '#tests/domain/search-support.ts'
import { dialects } from '#tests/support/database.ts'
import { company, publishedOpportunity } from '#tests/support/fixtures.ts'

// An index from before opportunities left out the names of companies that only their chamber knows.

describe.each(dialects)('an index that names hidden companies, on %s', (dialect) => {
  test('loses their names with the migration, and nothing else', async () => {
    const { stores, index } = await searchStores(dialect)
    const { db, reference, search } = stores
    const open = { db, dialect }
    const hidden = await company(open, { trade_name: 'Qwabrook' })
    const known = await company(open, { trade_name: 'Forgelune' })
    const offer = await publishedOpportunity(open, { company_id: hidden })
    const draft = await publishedOpportunity(open, { company_id: hidden, status: 'draft' })
    await publishedOpportunity(open, { company_id: known })
    await index()
    await db
      .updateTable('company')
      .set({ visibility: 'chamber' })
      .where('id', '=', hidden)
      .execute()
    const found = async (words: string) => {
      const { state } = readOpportunitySearch(new URLSearchParams({ q: words }), reference, 'CI')
      return (await searchOpportunities(stores, state, 'CI', 'fr')).total
    }
    while (await applyIndexChanges(stores));
    expect(await found('Qwabrook')).toBe(1)

    const before = await search.appliedSequence()
    const migrate = () =>
      db.transaction().execute((transaction) => unnamedCompanies(dialect).up(transaction))
    await migrate()
    const changes = await db
      .selectFrom('index_change')
      .select(['kind', 'entity_id', 'created_at'])
      .where('sequence', '>', before)
      .orderBy('sequence')
      .execute()
    expect(changes.map(({ kind, entity_id }) => [kind, entity_id])).toEqual([
      ['company', hidden],
      ...[offer, draft].sort().map((id) => ['opportunity', id]),
    ])
    for (const { created_at } of changes) {
      expect(new Date(created_at).toISOString()).toBe(created_at)
    }
    while (await applyIndexChanges(stores));
    expect(await found('Qwabrook')).toBe(0)
    expect(await found('soudeur')).toBe(2)
    expect(await found('Forgelune')).toBe(1)
    expect((await search.health()).counts).toMatchObject({ company: 1, opportunity: 2 })
  })
})
