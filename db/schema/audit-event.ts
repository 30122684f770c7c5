/** Who did what to which record; `detail` is JSON without personal data. */
export interface AuditEventTable {
  id: string
  at: string
  actor_id: string | null
  action: string
  entity_kind: string
  entity_id: string
  detail: string
}
