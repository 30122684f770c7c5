/** What of a company's record is there. */
export interface RecordState {
  readonly identifiers: number
  readonly sector: boolean
  readonly size: boolean
  readonly sites: number
  readonly exactSite: boolean
  readonly phone: boolean
  readonly email: boolean
  readonly website: boolean
  readonly description: boolean
  readonly foundedYear: boolean
  readonly roles: number
  /** People to contact, and those of them who agreed to be kept. */
  readonly contacts: number
  readonly agreedContacts: number
  readonly documents: number
}

/** Each thing worth asking, with how much it counts of 100: what one needs to reach and match a firm counts most. */
export const recordItems = {
  identifier: 12,
  sector: 12,
  contact: 12,
  site: 10,
  phone: 10,
  size: 10,
  consent: 8,
  roles: 8,
  email: 5,
  description: 4,
  exactSite: 4,
  document: 2,
  foundedYear: 2,
  website: 1,
} as const
export type RecordItem = keyof typeof recordItems

const isThere: Record<RecordItem, (state: RecordState) => boolean> = {
  identifier: (state) => state.identifiers > 0,
  sector: (state) => state.sector,
  contact: (state) => state.contacts > 0,
  site: (state) => state.sites > 0,
  phone: (state) => state.phone,
  size: (state) => state.size,
  consent: (state) => state.agreedContacts > 0,
  roles: (state) => state.roles > 0,
  email: (state) => state.email,
  description: (state) => state.description,
  exactSite: (state) => state.exactSite,
  document: (state) => state.documents > 0,
  foundedYear: (state) => state.foundedYear,
  website: (state) => state.website,
}

/** How complete a record is, from 0 to 100, and what is missing, the weightiest first: that is the next thing to ask. */
export function completeness(state: RecordState): { score: number; missing: RecordItem[] } {
  const items = Object.keys(recordItems) as RecordItem[]
  const missing = items
    .filter((item) => !isThere[item](state))
    // Nobody can agree before somebody is named.
    .filter((item) => item !== 'consent' || state.contacts > 0)
    .sort((one, other) => recordItems[other] - recordItems[one])
  const score = items
    .filter((item) => isThere[item](state))
    .reduce((sum, item) => sum + recordItems[item], 0)
  return { score, missing }
}
