/** A programme office whose counsellors accompany people. */
export interface ProgrammeTable {
  id: string
  country: string
  name: string
  created_at: string
}
