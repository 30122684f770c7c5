import type { ReadDb } from '../open.ts'

/** What one person hid and may still be seen on `today`, newest first: opportunities, when and why. */
export async function hiddenOpportunities(db: ReadDb, profileId: string, today: string) {
  return db
    .selectFrom('match_feedback')
    .innerJoin('opportunity', 'opportunity.id', 'match_feedback.opportunity_id')
    .select(['opportunity.id', 'match_feedback.reason', 'match_feedback.created_at as at'])
    .where('match_feedback.side', '=', 'person')
    .where('match_feedback.profile_id', '=', profileId)
    .where('match_feedback.withdrawn_at', 'is', null)
    .where('opportunity.status', '=', 'published')
    .where((eb) =>
      eb.or([eb('opportunity.deadline', 'is', null), eb('opportunity.deadline', '>=', today)]),
    )
    .orderBy('match_feedback.created_at', 'desc')
    .orderBy('opportunity.id')
    .execute()
}

/** What a company hid for one of its opportunities and is still published, newest first: profiles, when and why. */
export async function hiddenProfiles(db: ReadDb, opportunityId: string) {
  return db
    .selectFrom('match_feedback')
    .innerJoin('profile', 'profile.id', 'match_feedback.profile_id')
    .select(['profile.id', 'match_feedback.reason', 'match_feedback.created_at as at'])
    .where('match_feedback.side', '=', 'company')
    .where('match_feedback.opportunity_id', '=', opportunityId)
    .where('match_feedback.withdrawn_at', 'is', null)
    .where('profile.status', '=', 'published')
    .orderBy('match_feedback.created_at', 'desc')
    .orderBy('profile.id')
    .execute()
}

export type HiddenRow = Awaited<ReturnType<typeof hiddenProfiles>>[number]

/** How often matches were hidden, by side, reason, band and whether they were put back. No ids. */
export async function feedbackCounts(db: ReadDb) {
  const rows = await db
    .selectFrom('match_feedback')
    .select(({ fn }) => [
      'side',
      'reason',
      'band',
      fn.countAll<number | string>().as('count'),
      fn.count<number | string>('withdrawn_at').as('withdrawn'),
      fn.avg<number | string>('score').as('score'),
      fn.avg<number | string | null>('rank').as('rank'),
    ])
    .groupBy(['side', 'reason', 'band'])
    .orderBy('side')
    .orderBy('reason')
    .orderBy('band')
    .execute()
  // PostgreSQL gives counts and means as text.
  return rows.map((row) => ({
    side: row.side,
    reason: row.reason,
    band: row.band,
    count: Number(row.count),
    withdrawn: Number(row.withdrawn),
    meanScore: Number(row.score),
    meanRank: row.rank === null ? null : Number(row.rank),
  }))
}
