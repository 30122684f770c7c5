/** A language the opportunity asks for, CEFR 1 to 6. */
export interface OpportunityLanguageTable {
  opportunity_id: string
  language: string
  level: number
  required: 0 | 1
}
