import type { StoredReasons } from '#app/domain/calls/reasons.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { type Store, welder } from './fixtures.ts'

/** Ids of what `chamberWork` wrote. */
export interface ChamberWork {
  readonly engagementId: string
  readonly documentId: string
  readonly campaignId: string
}

/**
 * What an officer has done with a company of their chamber: a contact logged just now, a task, a
 * promise, expected hires, a person, a paper, a campaign to which it is invited, a place on today's
 * list of calls.
 */
export async function chamberWork(
  { db }: Store,
  { chamberId, companyId, userId }: { chamberId: string; companyId: string; userId: string | null },
): Promise<ChamberWork> {
  const at = toInstant(new Date())
  const today = toDay(new Date())
  const [engagementId, documentId, campaignId] = [newId(), newId(), newId()]
  const of = { chamber_id: chamberId, company_id: companyId }
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('relation')
      .values({
        ...of,
        stage: 'contacted',
        stage_since: today,
        owner_id: userId,
        updated_at: at,
        version: 1,
      })
      .execute()
    await trx
      .insertInto('campaign')
      .values({
        id: campaignId,
        chamber_id: chamberId,
        kind: 'event',
        title: 'Forum des métiers',
        on_day: today,
        place_id: null,
        note: null,
        created_by: userId,
        created_at: at,
        closed_at: null,
      })
      .execute()
    await trx
      .insertInto('campaign_company')
      .values({
        campaign_id: campaignId,
        company_id: companyId,
        status: 'invited',
        outcome: null,
        updated_at: at,
      })
      .execute()
    await trx
      .insertInto('engagement')
      .values({
        id: engagementId,
        ...of,
        kind: 'call',
        on_day: today,
        outcome: 'reached',
        note: 'Rappeler après la saison.',
        campaign_id: null,
        author_id: userId,
        created_at: at,
      })
      .execute()
    await trx
      .insertInto('task')
      .values({
        id: newId(),
        ...of,
        title: 'Rappeler',
        due_on: today,
        assignee_id: userId,
        created_by: userId,
        created_at: at,
        done_at: null,
        done_by: null,
      })
      .execute()
    await trx
      .insertInto('commitment')
      .values({
        id: newId(),
        ...of,
        kind: 'internship',
        quantity: 6,
        due_on: today,
        note: null,
        status: 'open',
        kept_quantity: null,
        closed_on: null,
        created_by: userId,
        created_at: at,
        version: 1,
      })
      .execute()
    await trx
      .insertInto('intention')
      .values({
        id: newId(),
        ...of,
        site_id: null,
        kind: 'job',
        occupation_uri: welder,
        quarter: `${new Date().getUTCFullYear() + 1}-Q1`,
        posts: 3,
        source: 'visit',
        status: 'open',
        outcome_posts: null,
        closed_on: null,
        created_by: userId,
        created_at: at,
        version: 1,
      })
      .execute()
    await trx
      .insertInto('company_contact')
      .values({
        id: newId(),
        company_id: companyId,
        name: 'Mme Kouassi',
        position: 'Directrice',
        email: null,
        phone: '+2250707123456',
        consent: 'asked',
        consent_at: today,
        created_by: userId,
        created_at: at,
        updated_at: at,
        version: 1,
      })
      .execute()
    await trx
      .insertInto('company_document')
      .values({
        id: documentId,
        company_id: companyId,
        kind: 'registration',
        title: 'Extrait du registre',
        file_name: 'extrait.pdf',
        media_type: 'application/pdf',
        content: Buffer.from('%PDF-1.7'),
        added_by: userId,
        created_at: at,
      })
      .execute()
    await trx
      .insertInto('call_suggestion')
      .values({
        ...of,
        on_day: today,
        rank: 1,
        score: 48.3,
        reasons: JSON.stringify(reasonsToCall(today)),
        status: 'open',
        until_day: null,
        why: null,
        decided_by: null,
        decided_at: null,
        engagement_id: null,
        task_id: null,
        relation_before: null,
      })
      .execute()
  })
  return { engagementId, documentId, campaignId }
}

/** A reason of every kind, and the points of some. */
function reasonsToCall(today: string): StoredReasons {
  return {
    reasons: [
      {
        code: 'people',
        occupations: [welder],
        family: false,
        people: 14,
        proven: 9,
        km: 25,
        placeId: 'ci-abidjan',
      },
      { code: 'commitment', kind: 'internship', quantity: 6, dueOn: today },
      { code: 'intention', kind: 'job', posts: 3, occupation: welder, quarter: '2027-Q1' },
      { code: 'opening' },
      { code: 'answers', replies: 1, contacts: 2 },
      { code: 'contact', last: today },
      { code: 'size', staff: 24 },
      { code: 'drawn' },
    ],
    terms: { people: 18.3, commitment: 15, intention: 7.5, answers: 7.5 },
  }
}
