import type { SignedIn } from '#app/domain/access.ts'
import { editableCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Basics } from './opportunity.ts'
import { readBasics } from './read-basics.server.ts'

/** Begins an opportunity as a draft and returns its id. Throws `FieldErrors`, or `ExpectedError('not-found')` for a company of others. */
export async function createOpportunity(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: Basics,
): Promise<string> {
  const { company } = await editableCompany(deps.db, viewer, companyId)
  const columns = await readBasics(deps, company, input)
  const id = newId()
  const at = toInstant(deps.now)
  await deps.db
    .insertInto('opportunity')
    .values({
      id,
      company_id: company.id,
      country: company.country,
      ...columns,
      occupation_uri: null,
      education: null,
      experience_months: null,
      pay_min: null,
      pay_max: null,
      pay_currency: null,
      pay_period: null,
      start_date: null,
      end_date: null,
      deadline: null,
      status: 'draft',
      published_at: null,
      closed_at: null,
      created_by: viewer.userId,
      created_at: at,
      updated_at: at,
      version: 1,
    })
    .execute()
  return id
}
