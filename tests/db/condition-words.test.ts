import { describe, expect, test } from 'vitest'
import { applyIndexChanges, documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { conditionWords } from '#db/migrations/0016-condition-words.ts'
import { searchStores } from '#tests/domain/search-support.ts'
import { dialects } from '#tests/support/database.ts'
import { company, publishedOpportunity } from '#tests/support/fixtures.ts'

// An index from before opportunities were found by the words for their contract.

describe.each(dialects)('an index without the words for contracts, on %s', (dialect) => {
  test('gets them with the migration', async () => {
    const { stores, index } = await searchStores(dialect)
    const { db, search } = stores
    const open = { db, dialect }
    const firm = await company(open, {})
    const offers = [
      await publishedOpportunity(open, { company_id: firm, contract: 'cdi' }),
      await publishedOpportunity(open, { company_id: firm, contract: 'cdd' }),
    ].sort()
    await publishedOpportunity(open, { company_id: firm, status: 'draft', contract: 'cdi' })
    await index()
    const documents = await documentsOf('opportunity', offers, stores)
    const before = documents.map((one) => ({ ...one, text: { ...one.text, body: '' } }))
    await search.put('opportunity', before)
    const found = async () => (await search.search('opportunity', { text: 'CDI' })).total
    expect(await found()).toBe(0)

    const applied = await search.appliedSequence()
    await db.transaction().execute((transaction) => conditionWords(dialect).up(transaction))
    const changes = await db
      .selectFrom('index_change')
      .select(['kind', 'entity_id', 'created_at'])
      .where('sequence', '>', applied)
      .orderBy('sequence')
      .execute()
    expect(changes.map(({ kind, entity_id }) => [kind, entity_id])).toEqual(
      offers.map((id) => ['opportunity', id]),
    )
    for (const { created_at } of changes) {
      expect(new Date(created_at).toISOString()).toBe(created_at)
    }
    while (await applyIndexChanges(stores));
    expect(await found()).toBe(1)
  })
})
