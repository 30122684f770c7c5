/** An open invitation to join an organisation; only a hash of its token is kept. */
export interface MembershipInvitationTable {
  id: string
  org_kind: 'company' | 'chamber' | 'programme' | 'platform'
  org_id: string
  role: 'owner' | 'recruiter' | 'staff' | 'counsellor' | 'administrator'
  contact: string
  token_hash: string
  invited_by: string | null
  created_at: string
  expires_at: string
  accepted_at: string | null
  withdrawn_at: string | null
}
