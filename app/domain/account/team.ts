import { isMember, type MemberRole, type OrgKind, orgIds, type Viewer } from '#app/domain/access.ts'

/** One organisation. */
export interface Organisation {
  readonly kind: OrgKind
  readonly id: string
}

const offered: Record<OrgKind, readonly MemberRole[]> = {
  company: ['owner', 'recruiter'],
  chamber: ['staff'],
  programme: ['counsellor'],
  platform: ['administrator'],
}

/** The roles that one can have in an organisation of that kind, the one that decides first. */
export function rolesOffered(kind: OrgKind): readonly MemberRole[] {
  return offered[kind]
}

/** The role without which an organisation would be left to nobody. */
export function keyRole(kind: OrgKind): MemberRole {
  return offered[kind][0] ?? 'owner'
}

/** What a viewer may do with a team. */
export interface TeamRights {
  /** The roles that the viewer may give by invitation; none when the viewer may only look. */
  readonly invite: readonly MemberRole[]
  readonly remove: boolean
}

/**
 * What a viewer may do with the team of an organisation, null when nothing at all. Owners run a
 * company's team and recruiters see it; staff of the chamber that follows a company may invite its
 * first owner. Offices run their own teams, and administrators those of every office.
 */
export function teamRights(
  viewer: Viewer,
  org: Organisation,
  state: { readonly chamberId: string | null; readonly hasKeyRole: boolean },
): TeamRights | null {
  if (org.kind === 'company') {
    if (isMember(viewer, 'company', org.id, ['owner']))
      return { invite: offered.company, remove: true }
    if (isMember(viewer, 'company', org.id)) return { invite: [], remove: false }
    const follows = state.chamberId !== null && orgIds(viewer, 'chamber').includes(state.chamberId)
    return follows && !state.hasKeyRole ? { invite: ['owner'], remove: false } : null
  }
  const mayRun = isMember(viewer, org.kind, org.id) || orgIds(viewer, 'platform').length > 0
  return mayRun ? { invite: offered[org.kind], remove: true } : null
}
