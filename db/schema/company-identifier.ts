/** An official number of a company: unique in its country and scheme, so that no firm stands twice. */
export interface CompanyIdentifierTable {
  country: string
  scheme: string
  value: string
  company_id: string
}
