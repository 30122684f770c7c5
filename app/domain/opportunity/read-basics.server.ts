import type { CompanyRow } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { toFlag } from '#db/codec.ts'
import { sitesOf } from '#db/queries/company.ts'
import { type Basics, contractsFor } from './opportunity.ts'

/** The columns that the first form of an opportunity fills. Throws `FieldErrors` for a contract of another kind or a place elsewhere. */
export async function readBasics(
  deps: Pick<Deps, 'db' | 'reference'>,
  company: Pick<CompanyRow, 'id' | 'country'>,
  input: Basics,
) {
  const errors: Record<string, string> = {}
  const contracts = contractsFor(countryPack(company.country), input.kind)
  if (input.contract && !contracts.some((one) => one.id === input.contract)) {
    errors.contract = 'opportunity.contractOfOtherKind'
  }
  let siteId: string | null = null
  let placeId: string | null = null
  if (input.where === 'other') {
    const place = input.place ? deps.reference.place(input.place) : null
    if (place?.country !== company.country) errors.place = 'opportunity.placeMissing'
    else placeId = place.id
  } else if (input.where) {
    const site = (await sitesOf(deps.db, company.id)).find((one) => one.id === input.where)
    if (site) {
      siteId = site.id
      placeId = site.place_id
    } else errors.where = 'form.invalid'
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  return {
    kind: input.kind,
    title: input.title,
    contract: input.contract ?? null,
    posts: input.posts,
    description: input.description || null,
    site_id: siteId,
    place_id: placeId,
    remote: toFlag(input.remote),
  }
}
