/** Something a chamber has to do by a day. */
export interface TaskTable {
  id: string
  chamber_id: string
  company_id: string | null
  title: string
  due_on: string
  assignee_id: string | null
  created_by: string | null
  created_at: string
  done_at: string | null
  done_by: string | null
}
