import type { MemberRole, OrgKind, Role } from '#app/domain/access.ts'
import type { Services } from '#app/server/services.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { chamberWork } from './chamber-work.ts'
import { checkedList } from './checked-list.ts'
import {
  chamber,
  company,
  programme,
  publishedOpportunity,
  publishedProfile,
  unique,
} from './fixtures.ts'

/** Somebody who has signed in, with records of their own to work on. */
export interface Person {
  readonly role: Role
  /** Null for a visitor. */
  readonly userId: string | null
  readonly email: string
  /** The `Cookie` header of their browser; empty for a visitor. */
  readonly cookie: string
  /** Values for the parameters of routes, naming records that are theirs. */
  readonly ids: Readonly<Record<string, string>>
}

export const roles: readonly Role[] = [
  'visitor',
  'returnee',
  'employer',
  'chamber',
  'counsellor',
  'administrator',
]

export const password = 'un mot de passe bien long'

/** Opens an account and a session through the server's own accounts; the `Cookie` header of that session. */
export async function openAccount(
  { auth }: Pick<Services, 'auth'>,
  email = `person-${unique(12).toLowerCase()}@exemple.ci`,
): Promise<{ userId: string; email: string; cookie: string }> {
  const { headers, response } = await auth.api.signUpEmail({
    body: { name: '', email, password },
    returnHeaders: true,
  })
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return { userId: response.user.id, email, cookie }
}

/** Makes somebody a member of an organisation. */
export async function join(
  { db }: Pick<Services, 'db'>,
  userId: string,
  orgKind: OrgKind,
  orgId: string,
  role: MemberRole,
): Promise<void> {
  await db
    .insertInto('membership')
    .values({
      id: newId(),
      user_id: userId,
      org_kind: orgKind,
      org_id: orgId,
      role,
      created_at: toInstant(new Date()),
    })
    .execute()
}

/** A person of a role with an account, an organisation and records that belong to them alone. */
export async function person(services: Services, role: Role): Promise<Person> {
  if (role === 'visitor') return { role, userId: null, email: '', cookie: '', ids: {} }
  const account = await openAccount(services)
  return { role, ...account, ids: await giveRole(services, account.userId, role) }
}

/** Makes somebody who has an account a person of a role; ids of the records that are then theirs. */
export function giveRole(
  services: Services,
  userId: string,
  role: Exclude<Role, 'visitor'>,
): Promise<Record<string, string>> {
  return recordsOf[role](services, userId)
}

const recordsOf: Record<
  Exclude<Role, 'visitor'>,
  (services: Services, userId: string) => Promise<Record<string, string>>
> = {
  async returnee({ open }, userId) {
    const profile = await publishedProfile(open, { user_id: userId })
    return { profileId: profile.id, experienceId: profile.experienceId }
  },
  async employer({ open, db }, userId) {
    const companyId = await company(open, { created_by: userId })
    await join({ db }, userId, 'company', companyId, 'owner')
    const opportunityId = await publishedOpportunity(open, {
      company_id: companyId,
      created_by: userId,
    })
    return { companyId, opportunityId }
  },
  async chamber({ open, db }, userId) {
    const chamberId = await chamber(open, ['CI-AB'])
    await join({ db }, userId, 'chamber', chamberId, 'staff')
    const companyId = await company(open, { chamber_id: chamberId })
    const opportunityId = await publishedOpportunity(open, { company_id: companyId })
    const importId = await checkedList(open, chamberId)
    const work = await chamberWork(open, { chamberId, companyId, userId })
    return { chamberId, companyId, opportunityId, importId, ...work }
  },
  async counsellor({ open, db }, userId) {
    const programmeId = await programme(open)
    await join({ db }, userId, 'programme', programmeId, 'counsellor')
    const profile = await publishedProfile(open, { programme_id: programmeId, entered_by: userId })
    return { programmeId, profileId: profile.id, experienceId: profile.experienceId }
  },
  async administrator({ db }, userId) {
    await join({ db }, userId, 'platform', 'platform', 'administrator')
    return {}
  },
}

/** Ids of records that belong to other people, elsewhere in the country, in other organisations. */
export async function strangersRecords({ open }: Services): Promise<Record<string, string>> {
  const chamberId = await chamber(open, ['CI-VB'])
  const companyId = await company(open, { chamber_id: chamberId }, 'Bouaké')
  const opportunityId = await publishedOpportunity(open, { company_id: companyId })
  const profile = await publishedProfile(open, { programme_id: await programme(open) })
  return {
    companyId,
    opportunityId,
    profileId: profile.id,
    experienceId: profile.experienceId,
    importId: await checkedList(open, chamberId),
    ...(await chamberWork(open, { chamberId, companyId, userId: null })),
    kind: 'skills',
    token: unique(32),
  }
}
