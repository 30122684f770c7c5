/** Who belongs to which organisation, as what. */
export interface MembershipTable {
  id: string
  user_id: string
  org_kind: 'company' | 'chamber' | 'programme' | 'platform'
  org_id: string
  role: 'owner' | 'recruiter' | 'staff' | 'counsellor' | 'administrator'
  created_at: string
}
