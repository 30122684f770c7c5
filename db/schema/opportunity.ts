import type { Generated } from 'kysely'

/** A job, internship or apprenticeship. Pay in minor units of its currency. */
export interface OpportunityTable {
  id: string
  company_id: string
  site_id: string | null
  country: string
  kind: 'job' | 'internship' | 'apprenticeship'
  contract: string | null
  title: string
  description: string | null
  occupation_uri: string | null
  education: number | null
  experience_months: number | null
  licences: Generated<string>
  place_id: string | null
  remote: Generated<0 | 1>
  posts: Generated<number>
  pay_min: number | null
  pay_max: number | null
  pay_currency: string | null
  pay_period: 'hour' | 'day' | 'month' | 'year' | null
  start_date: string | null
  end_date: string | null
  deadline: string | null
  status: 'draft' | 'published' | 'paused' | 'filled' | 'closed' | 'expired'
  published_at: string | null
  closed_at: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  version: number
}
