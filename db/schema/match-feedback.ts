/** That a match was left out of a list, and what the list said of it. Rows are never changed but for `withdrawn_at`. */
export interface MatchFeedbackTable {
  id: string
  /** Whose list: the person's own, or the company's, which its members share. */
  side: 'person' | 'company'
  profile_id: string
  opportunity_id: string
  /** Who did it; null once the account is gone. */
  user_id: string | null
  reason:
    | 'place'
    | 'pay'
    | 'trade'
    | 'conditions'
    | 'applied'
    | 'skills'
    | 'distance'
    | 'availability'
    | 'hired'
    | 'other'
  band: 'strong' | 'good' | 'partial' | 'weak' | null
  /** 0 to 1, as it was then. */
  score: number
  /** Its place, from 1, among all that fitted, best first; null further down or while the index rested. */
  rank: number | null
  /** Fingerprint of the taxonomy that scored it. */
  taxonomy: string
  created_at: string
  /** When it was put back; null while it is hidden. */
  withdrawn_at: string | null
}
