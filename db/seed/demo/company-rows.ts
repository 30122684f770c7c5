import { toFlag } from '../../codec.ts'
import type { CompanyTable } from '../../schema/company.ts'
import { companyFactMaker } from './company-facts.ts'
import { demoChamberId, idMaker } from './ids.ts'
import type { Industry } from './industries.ts'
import type { Making } from './making.ts'
import { sentenceCase } from './vocabulary.ts'

/** A firm of the demonstration before it becomes rows. */
export interface CompanyPlan {
  readonly name: string
  readonly form: 'SARL' | 'SARLU' | 'SA' | 'Entreprise individuelle'
  readonly industry: Industry
  readonly does: string
  readonly size: NonNullable<CompanyTable['size_band']>
  /** In the stored spelling of the country pack. */
  readonly identifiers: { readonly rccm: string; readonly ncc: string | null }
  /** The first is the main one. */
  readonly sites: readonly {
    readonly name: string
    readonly placeId: string
    readonly address: string
  }[]
  readonly verified: boolean
  /** Entered by the chamber's staff, not by the firm. */
  readonly byChamber: boolean
  readonly daysOld: number
}

/** What opportunities need to know of a firm. */
export interface DemoCompany extends Pick<CompanyPlan, 'name' | 'industry' | 'does' | 'verified'> {
  readonly id: string
  readonly daysOld: number
  readonly admin1: string
  readonly sites: readonly { readonly id: string; readonly placeId: string }[]
}

/** Adds firms one by one. */
export function companyAdder(making: Making): (plan: CompanyPlan) => DemoCompany {
  const { rows, calendar, users, vocabulary } = making
  const companyId = idMaker('company')
  const siteId = idMaker('site')
  const factsOf = companyFactMaker(making)
  return (plan) => {
    const id = companyId()
    const at = calendar.ago(plan.daysOld)
    const verifiedAt = plan.verified ? calendar.ago(plan.daysOld - 4) : null
    rows.company.push({
      id,
      country: 'CI',
      legal_name: plan.form === 'Entreprise individuelle' ? plan.name : `${plan.name} ${plan.form}`,
      trade_name: plan.form === 'Entreprise individuelle' ? null : plan.name,
      sector: plan.industry.sector,
      size_band: plan.size,
      description: `${plan.name} ${plan.does}. Entreprise fictive, pour la démonstration.`,
      website: null,
      chamber_id: demoChamberId,
      verified_at: verifiedAt,
      verified_by: plan.verified ? users.mariam : null,
      verified_evidence: plan.verified
        ? 'Extrait du registre du commerce présenté au guichet'
        : null,
      created_by: plan.byChamber ? users.mariam : null,
      created_at: at,
      updated_at: verifiedAt ?? at,
      version: plan.verified ? 2 : 1,
      ...factsOf(plan),
    })
    const { rccm, ncc } = plan.identifiers
    rows.company_identifier.push({ country: 'CI', scheme: 'rccm', value: rccm, company_id: id })
    if (ncc) {
      rows.company_identifier.push({ country: 'CI', scheme: 'ncc', value: ncc, company_id: id })
    }
    const sites = plan.sites.map(({ name, placeId, address }, position) => {
      const site = { id: siteId(), placeId }
      rows.site.push({
        id: site.id,
        company_id: id,
        name: sentenceCase(name),
        place_id: placeId,
        address,
        is_main: toFlag(position === 0),
        created_at: at,
      })
      return site
    })
    const { name, industry, does, verified, daysOld } = plan
    const { admin1 } = vocabulary.place(plan.sites[0]?.placeId ?? '')
    return { id, name, industry, does, verified, daysOld, admin1, sites }
  }
}
