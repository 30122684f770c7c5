/** A skill the person brings, level 1 (beginner) to 4 (expert). */
export interface ProfileSkillTable {
  profile_id: string
  skill_uri: string
  level: number
  evidence: 'self' | 'employer' | 'certified' | 'assessed'
  own_words: string | null
}
