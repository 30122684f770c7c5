import type { ReadDb } from '../open.ts'

/** What an administrator is shown of the stores: messages waiting and failed, and the loaded vocabularies. */
export async function storeHealth(db: ReadDb) {
  const count = (column: 'sent_at' | 'failed_at') =>
    db
      .selectFrom('message')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .$if(column === 'sent_at', (query) =>
        query.where('sent_at', 'is', null).where('failed_at', 'is', null),
      )
      .$if(column === 'failed_at', (query) => query.where('failed_at', 'is not', null))
      .executeTakeFirstOrThrow()
  const [waiting, failed, vocabularies] = await Promise.all([
    count('sent_at'),
    count('failed_at'),
    db.selectFrom('taxonomy_load').select(['source', 'version', 'loaded_at']).execute(),
  ])
  return { waiting: waiting.count, failed: failed.count, vocabularies }
}

/** How many documents the index should hold, by kind. */
export async function documentsDue(
  db: ReadDb,
): Promise<{ profile: number; opportunity: number; company: number }> {
  const [profile, opportunity, company] = await Promise.all([
    db
      .selectFrom('profile')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('status', '=', 'published')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('opportunity')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('status', '=', 'published')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('company')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('visibility', '=', 'public')
      .executeTakeFirstOrThrow(),
  ])
  return {
    profile: Number(profile.count),
    opportunity: Number(opportunity.count),
    company: Number(company.count),
  }
}
