import type { Generated } from 'kysely'

/** Written in the transaction of each change that alters a search document; a worker applies them in order. */
export interface IndexChangeTable {
  sequence: Generated<number>
  kind: 'profile' | 'opportunity' | 'company'
  entity_id: string
  created_at: string
}
