import { describe, expect, test } from 'vitest'
import { readCards } from '#app/domain/search/kept-rows.server.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { dialects } from '#tests/support/database.ts'
import { addCompany, addOpportunity, searchStores } from './search-support.ts'

describe.each(dialects)('rows that lists keep, %s', (dialect) => {
  test('are read once, and anew after any recorded change and on another day', async () => {
    const { stores, db } = await searchStores(dialect)
    const company = await addCompany(db, 'Métal Abidjan')
    const id = await addOpportunity(stores, company, { deadline: '2027-01-31' })
    const read = async (day = '2027-01-01') =>
      (await readCards(stores, [id, 'nobody'], day)).get(id)
    const change = () => recordIndexChange(db, dialect, 'company', [company], stores.now())
    const first = await read()
    expect(first?.company_name).toBe('Métal Abidjan')
    expect(await read()).toBe(first)
    expect(await read('2027-02-01')).toBeUndefined()

    await db.updateTable('company').set({ legal_name: 'Métal' }).where('id', '=', company).execute()
    await change()
    expect((await read())?.company_name).toBe('Métal')

    await db.updateTable('opportunity').set({ status: 'closed' }).where('id', '=', id).execute()
    await change()
    expect(await read()).toBeUndefined()
  })
})
