import { describe, expect, test } from 'vitest'
import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import { readOpportunityView } from '#app/domain/opportunity/read-opportunity-view.server.ts'
import { browseOpportunities } from '#app/domain/search/browse-opportunities.server.ts'
import { jobPosting } from '#app/domain/search/job-posting.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import { newId } from '#db/id.ts'
import { indexedOpportunities } from '#db/queries/indexed-opportunities.ts'
import { newestOpportunities } from '#db/queries/newest-opportunities.ts'
import { opportunityCards } from '#db/queries/opportunity-cards.ts'
import { dialects } from '#tests/support/database.ts'
import { company, placeId, publishedOpportunity } from '#tests/support/fixtures.ts'
import { now, searchStores } from './search-support.ts'

// What only its chamber knows is not named by its opportunities either.

const secrets = ['Zyxoforge', 'Qwabrook', 'zyxoforge.example', 'Enclosquartier']

describe.each(dialects)('a company that only its chamber knows, on %s', (dialect) => {
  async function offers(visibility: 'public' | 'chamber') {
    const { stores, index } = await searchStores(dialect)
    const open = { db: stores.db, dialect }
    const firm = await company(open, {
      legal_name: 'Zyxoforge SARL',
      trade_name: 'Qwabrook',
      description: 'Zyxoforge coule le bronze.',
      website: 'https://zyxoforge.example/',
      visibility,
    })
    const site_id = newId()
    await open.db
      .insertInto('site')
      .values({
        id: site_id,
        company_id: firm,
        name: 'Fonderie Qwabrook',
        place_id: await placeId(open),
        address: 'Rue Enclosquartier',
        is_main: 0,
        created_at: now().toISOString(),
      })
      .execute()
    const id = await publishedOpportunity(open, { company_id: firm, site_id })
    await index()
    const { reference } = stores
    const [indexed] = await indexedOpportunities(stores.db, [id])
    if (!indexed) throw new Error('not indexed')
    const view = await readOpportunityView(stores.db, reference, id, 'fr')
    const find = async (words: string) => {
      const asked = readOpportunitySearch(new URLSearchParams({ q: words }), reference, 'CI')
      return searchOpportunities(stores, asked.state, 'CI', 'fr')
    }
    const { state } = readOpportunitySearch(new URLSearchParams(), reference, 'CI')
    return {
      find,
      told: {
        cards: await opportunityCards(stores.db, [id], '2026-11-23'),
        newest: await newestOpportunities(stores.db, 'CI', 4),
        browsed: (await browseOpportunities(stores, state, 'CI')).items,
        found: (await find('soudeur')).items,
        document: opportunityDocument(indexed, reference),
        view,
        posting: jobPosting(view, 'https://site.example/fr/opportunities/1'),
      },
    }
  }

  test('is named by none of the things that everybody reads', async () => {
    const { told } = await offers('chamber')
    for (const [what, read] of Object.entries(told)) {
      expect(read, what).not.toEqual([])
      for (const secret of secrets) expect(JSON.stringify(read), what).not.toContain(secret)
    }
    expect(told.cards).toMatchObject([{ company_name: null }])
    expect(told.newest).toMatchObject([{ company: null }])
    expect(told.posting).toMatchObject({ hiringOrganization: 'confidential' })
    expect(told.view).toMatchObject({ site: null, place: { name: 'Abidjan' } })
  })

  test('is not found by its names, while its work is', async () => {
    const { find } = await offers('chamber')
    for (const words of ['Qwabrook', 'Zyxoforge']) expect((await find(words)).total).toBe(0)
    expect((await find('soudeur')).total).toBe(1)
  })

  test('is named and found once it is public', async () => {
    const { told, find } = await offers('public')
    expect(told.cards).toMatchObject([{ company_name: 'Qwabrook' }])
    expect(told.newest).toMatchObject([{ company: 'Qwabrook' }])
    expect(told.posting).toMatchObject({
      hiringOrganization: { name: 'Qwabrook', sameAs: 'https://zyxoforge.example/' },
    })
    expect(told.view).toMatchObject({
      company: { legalName: 'Zyxoforge SARL' },
      site: { name: 'Fonderie Qwabrook', address: 'Rue Enclosquartier' },
    })
    expect((await find('Qwabrook')).total).toBe(1)
  })
})
