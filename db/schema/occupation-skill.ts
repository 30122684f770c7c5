/** What an occupation asks for. */
export interface OccupationSkillTable {
  occupation_uri: string
  skill_uri: string
  relation: 'essential' | 'useful'
  source: 'builtin' | 'esco'
}
