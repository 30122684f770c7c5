/** A skill the opportunity asks for. */
export interface OpportunitySkillTable {
  opportunity_id: string
  skill_uri: string
  essential: 0 | 1
}
