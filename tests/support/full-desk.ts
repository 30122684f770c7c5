import type { Services } from '#app/server/services.server.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { chamberWork } from './chamber-work.ts'
import { checkedList } from './checked-list.ts'
import { chamber, company, unique } from './fixtures.ts'
import { join, openAccount } from './people.ts'

/** An officer with much to do, and the records that tests ask for. */
export interface FullDesk {
  readonly cookie: string
  readonly userId: string
  readonly email: string
  readonly chamberId: string
  /** With a long history and two promises. */
  readonly companyId: string
  /** To which 33 companies are invited. */
  readonly campaignId: string
  /** Name of a company that another chamber looks after. */
  readonly stranger: string
}

const days = (count: number) => toDay(new Date(Date.now() + count * 86_400_000))

/**
 * A chamber of the valley of Bandama whose lists go over several pages: 81 companies, 48 of them two of a
 * kind each; 26 met; 23 campaigns; 36 contacts with one company; things due late, today and soon; 14 calls,
 * 2 of them decided; a list that was loaded.
 */
export async function fullDesk(services: Services): Promise<FullDesk> {
  const mark = unique()
  const stranger = `Ailleurs ${mark}`
  const { open, db } = services
  const chamberId = await chamber(open, ['CI-VB'])
  const { userId, email, cookie } = await openAccount(services)
  await join(services, userId, 'chamber', chamberId, 'staff')
  const at = toInstant(new Date())
  const firms: string[] = []
  for (let one = 0; one < 33; one += 1) {
    firms.push(
      await company(
        open,
        {
          trade_name: `${one % 2 ? '=' : ''}Firme ${mark} ${one}`,
          sector: one % 3 ? '25' : null,
          phone: one === 0 ? '+2252731000000' : null,
          verified_until: one === 1 ? days(10) : null,
        },
        one % 2 ? 'Bouaké' : 'Katiola',
      ),
    )
  }
  const [companyId = ''] = firms
  const { campaignId } = await chamberWork(open, { chamberId, companyId, userId })
  await db
    .insertInto('relation')
    .values(
      firms.slice(1, 27).map((company_id, one) => ({
        chamber_id: chamberId,
        company_id,
        stage: 'met' as const,
        stage_since: days(-one),
        owner_id: one % 2 ? userId : null,
        updated_at: at,
        version: 1,
      })),
    )
    .execute()
  await db
    .insertInto('campaign_company')
    .values(
      firms.slice(1).map((company_id, one) => ({
        campaign_id: campaignId,
        company_id,
        status: one % 2 ? ('attended' as const) : ('absent' as const),
        outcome: one % 4 === 1 ? 'interested' : null,
        updated_at: at,
      })),
    )
    .execute()
  await db
    .insertInto('campaign')
    .values(
      Array.from({ length: 22 }, (_, one) => ({
        id: newId(),
        chamber_id: chamberId,
        kind: 'campaign' as const,
        title: `Envoi ${one}`,
        on_day: days(-one),
        place_id: one % 2 ? 'ci-abidjan' : null,
        note: null,
        created_by: userId,
        created_at: at,
        closed_at: null,
      })),
    )
    .execute()
  await db
    .insertInto('engagement')
    .values(
      Array.from({ length: 35 }, (_, one) => ({
        id: newId(),
        chamber_id: chamberId,
        company_id: companyId,
        kind: 'call' as const,
        on_day: days(-one - 1),
        outcome: one % 2 ? ('no-answer' as const) : ('promised' as const),
        note: one % 5 ? null : `+Note ${one}\nsur deux lignes`,
        campaign_id: one % 7 ? null : campaignId,
        author_id: userId,
        created_at: at,
      })),
    )
    .execute()
  await db
    .insertInto('task')
    .values(
      [-9, -2, 0, 3, 6].map((day, one) => ({
        id: newId(),
        chamber_id: chamberId,
        company_id: one % 2 ? (firms[one] ?? null) : null,
        title: `Tâche ${one}`,
        due_on: days(day),
        assignee_id: userId,
        created_by: userId,
        created_at: at,
        done_at: one === 4 ? at : null,
        done_by: one === 4 ? userId : null,
      })),
    )
    .execute()
  const suggestion = await db
    .selectFrom('call_suggestion')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('call_suggestion')
    .values(
      firms.slice(1, 14).map((company_id, one) => ({
        ...suggestion,
        company_id,
        rank: one + 2,
        ...(one < 2 ? { status: 'snoozed' as const, until_day: days(7) } : {}),
      })),
    )
    .execute()
  await checkedList(open, chamberId)
  for (let one = 0; one < 24; one += 1) {
    const legal_name = `Menuiserie ${unique(12)} SARL`
    for (const phone of ['+2252731000001', '+2252731000001']) {
      await company(open, { legal_name, phone }, 'Bouaké')
    }
  }
  const elsewhere = await company(open, { trade_name: stranger })
  const others = await chamber(open, ['CI-AB'])
  await chamberWork(open, { chamberId: others, companyId: elsewhere, userId: null })
  return { cookie, userId, email, chamberId, companyId, campaignId, stranger }
}
