/** A paper of a company: its bytes are kept here, so that one backup holds everything. */
export interface CompanyDocumentTable {
  id: string
  company_id: string
  kind: 'registration' | 'tax' | 'agreement' | 'survey' | 'other'
  title: string
  file_name: string
  media_type: string
  content: Uint8Array
  added_by: string | null
  created_at: string
}
