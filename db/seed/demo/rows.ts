import type { Insertable } from 'kysely'
import type { Database } from '../../schema/index.ts'

/** The tables that the demonstration fills, in an order in which every row finds what it refers to. */
export const demoTables = [
  'chamber',
  'programme',
  'company',
  'company_identifier',
  'site',
  'membership',
  'opportunity',
  'opportunity_skill',
  'opportunity_language',
  'profile',
  'identity',
  'experience',
  'profile_skill',
  'profile_language',
  'qualification',
  'profile_confirmation',
  'placement',
  'relation',
  'campaign',
  'campaign_company',
  'engagement',
  'task',
  'commitment',
  'intention',
  'company_contact',
  'target',
] as const satisfies (keyof Database)[]

export type DemoTable = (typeof demoTables)[number]

/** All rows of the demonstration, by table. */
export type DemoRows = { readonly [T in DemoTable]: Insertable<Database[T]>[] }

/** The accounts of the people whom the demonstration names: ids of `auth_user`. */
export interface DemoUsers {
  readonly awa: string
  readonly kouadio: string
  readonly mariam: string
  readonly yao: string
  readonly admin: string
}

/** What the demonstration is made from. */
export interface DemoInput {
  readonly now: Date
  readonly users: DemoUsers
  /** Makes a public code of a profile; `random` gives a whole number below its argument. */
  readonly profileCode: (random: (below: number) => number) => string
}

/** No rows yet. */
export function emptyRows(): DemoRows {
  return Object.fromEntries(demoTables.map((table) => [table, []])) as unknown as DemoRows
}
