import type { Generated } from 'kysely'

/** A pseudonymous skills profile. JSON lists: kinds, contracts, licences, steps_done. */
export interface ProfileTable {
  id: string
  code: string
  country: string
  user_id: string | null
  programme_id: string | null
  entered_by: string | null
  confirmed_at: string | null
  status: 'draft' | 'published' | 'paused'
  headline: string | null
  summary: string | null
  education: number | null
  place_id: string | null
  radius_km: number | null
  relocate: Generated<0 | 1>
  remote: Generated<0 | 1>
  available_from: string | null
  kinds: Generated<string>
  contracts: Generated<string>
  licences: Generated<string>
  pay_amount: number | null
  pay_currency: string | null
  pay_period: 'hour' | 'day' | 'month' | 'year' | null
  steps_done: Generated<string>
  created_at: string
  updated_at: string
  published_at: string | null
  version: number
}
