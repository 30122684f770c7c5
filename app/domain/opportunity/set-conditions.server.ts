import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { toFlag, toList } from '#db/codec.ts'
import { type Conditions, checkDays, readLanguages, readPay } from './opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'
import { assertEditable, todayOf, updateOpportunity } from './update-opportunity.server.ts'

/**
 * Says what an opportunity requires and offers: languages, education, experience, licences, pay and
 * days. Throws `FieldErrors`, or `ExpectedError`: `not-found`, `stale`, `conflict`.
 */
export async function setConditions(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
  input: Conditions,
): Promise<void> {
  const { opportunity, company } = await editableOpportunity(deps.db, viewer, opportunityId)
  assertEditable(opportunity)
  const pack = countryPack(company.country)
  const stored = {
    startDate: opportunity.start_date,
    endDate: opportunity.end_date,
    deadline: opportunity.deadline,
  }
  const contract = pack.contractKinds.find((one) => one.id === opportunity.contract)
  const today = todayOf(company.country, deps.now)
  const { languages, errors: languageErrors } = readLanguages(input.languages)
  const { pay, errors: payErrors } = readPay(pack, input)
  const errors = { ...languageErrors, ...payErrors, ...checkDays(input, stored, today, contract) }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)

  await deps.db.transaction().execute(async (transaction) => {
    await updateOpportunity(transaction, deps, opportunity, input.version, {
      education: input.education ?? null,
      experience_months: input.experienceMonths ?? null,
      licences: toList([...new Set(input.licences)]),
      pay_min: pay?.min ?? null,
      pay_max: pay?.max ?? null,
      pay_currency: pay ? pack.currency.code : null,
      pay_period: pay?.period ?? null,
      start_date: input.startDate ?? null,
      end_date: input.endDate ?? null,
      deadline: input.deadline ?? null,
    })
    await transaction
      .deleteFrom('opportunity_language')
      .where('opportunity_id', '=', opportunityId)
      .execute()
    if (languages.length === 0) return
    await transaction
      .insertInto('opportunity_language')
      .values(
        languages.map(({ language, level, required }) => ({
          opportunity_id: opportunityId,
          language,
          level,
          required: toFlag(required),
        })),
      )
      .execute()
  })
}
