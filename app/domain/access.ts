/** Who somebody may be here. A visitor has not signed in; every signed-in person may look for work. */
export type Role = 'visitor' | 'returnee' | 'employer' | 'chamber' | 'counsellor' | 'administrator'

export type OrgKind = 'company' | 'chamber' | 'programme' | 'platform'
export type MemberRole = 'owner' | 'recruiter' | 'staff' | 'counsellor' | 'administrator'

/** That a person belongs to an organisation, as what. */
export interface Membership {
  readonly orgKind: OrgKind
  readonly orgId: string
  readonly role: MemberRole
}

/** Who asks. `userId` is null for a visitor. */
export interface Viewer {
  readonly userId: string | null
  readonly memberships: readonly Membership[]
  /** The viewer's own profile, once begun. */
  readonly profileId: string | null
  readonly twoFactor: boolean
}

/** A viewer who has signed in. */
export type SignedIn = Viewer & { readonly userId: string }

export const visitor: Viewer = { userId: null, memberships: [], profileId: null, twoFactor: false }

const roleOfOrg: Record<OrgKind, Role> = {
  company: 'employer',
  chamber: 'chamber',
  programme: 'counsellor',
  platform: 'administrator',
}

/** Every role the viewer has. Staff of an organisation are not also looked at as job seekers unless they began a profile. */
export function rolesOf(viewer: Viewer): ReadonlySet<Role> {
  if (viewer.userId === null) return new Set(['visitor'])
  const roles = new Set(viewer.memberships.map((membership) => roleOfOrg[membership.orgKind]))
  if (roles.size === 0 || viewer.profileId !== null) roles.add('returnee')
  return roles
}

/** The organisations of one kind that the viewer belongs to. */
export function orgIds(viewer: Viewer, kind: OrgKind): string[] {
  return viewer.memberships.filter((one) => one.orgKind === kind).map((one) => one.orgId)
}

/** True when the viewer belongs to the organisation, in one of the roles when any are named. */
export function isMember(
  viewer: Viewer,
  kind: OrgKind,
  orgId: string,
  roles: readonly MemberRole[] = [],
): boolean {
  return viewer.memberships.some(
    (one) =>
      one.orgKind === kind &&
      one.orgId === orgId &&
      (roles.length === 0 || roles.includes(one.role)),
  )
}

/** Roles that handle other people's records and so need a second factor where the deployment asks for it. */
export function isStaff(viewer: Viewer): boolean {
  const roles = rolesOf(viewer)
  return roles.has('chamber') || roles.has('counsellor') || roles.has('administrator')
}
