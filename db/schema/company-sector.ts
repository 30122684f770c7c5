/** A further sector of a company, beside its main one. */
export interface CompanySectorTable {
  company_id: string
  sector: string
}
