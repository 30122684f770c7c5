import type { OpportunityRow } from '#app/domain/opportunity/opportunity-scope.server.ts'
import type { ReadDb } from '#db/open.ts'
import { languagesOf, skillsOf } from '#db/queries/opportunity.ts'

/** The steps of an opportunity that hold something. */
export async function stepMarks(
  db: ReadDb,
  opportunity: OpportunityRow,
): Promise<('basics' | 'skills' | 'conditions')[]> {
  const [skills, languages] = await Promise.all([
    skillsOf(db, opportunity.id),
    languagesOf(db, opportunity.id),
  ])
  const { education, experience_months, licences, pay_min, start_date, deadline } = opportunity
  const conditions =
    languages.length > 0 ||
    licences !== '[]' ||
    [education, experience_months, pay_min, start_date, deadline].some((one) => one !== null)
  return [
    'basics',
    ...(opportunity.occupation_uri || skills.length > 0 ? (['skills'] as const) : []),
    ...(conditions ? (['conditions'] as const) : []),
  ]
}
