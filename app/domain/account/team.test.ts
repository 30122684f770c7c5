import { describe, expect, it } from 'vitest'
import type { Membership, Viewer } from '#app/domain/access.ts'
import { teamRights } from './team.ts'

const member = (...memberships: Membership[]): Viewer => ({
  userId: 'u',
  memberships,
  profileId: null,
  twoFactor: false,
})
const company = { kind: 'company', id: 'c1' } as const
const state = { chamberId: 'h1', hasKeyRole: true }

describe('teamRights', () => {
  it('lets owners run a company and recruiters look', () => {
    const owner = member({ orgKind: 'company', orgId: 'c1', role: 'owner' })
    const recruiter = member({ orgKind: 'company', orgId: 'c1', role: 'recruiter' })
    expect(teamRights(owner, company, state)).toEqual({
      invite: ['owner', 'recruiter'],
      remove: true,
    })
    expect(teamRights(recruiter, company, state)).toEqual({ invite: [], remove: false })
    expect(teamRights(owner, { kind: 'company', id: 'c2' }, state)).toBeNull()
  })

  it('lets the chamber that follows a company invite its first owner only', () => {
    const staff = member({ orgKind: 'chamber', orgId: 'h1', role: 'staff' })
    expect(teamRights(staff, company, state)).toBeNull()
    expect(teamRights(staff, company, { ...state, hasKeyRole: false })?.invite).toEqual(['owner'])
    expect(teamRights(staff, company, { chamberId: 'h2', hasKeyRole: false })).toBeNull()
  })

  it('lets offices run themselves and administrators every office', () => {
    const chamber = { kind: 'chamber', id: 'h1' } as const
    const staff = member({ orgKind: 'chamber', orgId: 'h1', role: 'staff' })
    const administrator = member({ orgKind: 'platform', orgId: 'p', role: 'administrator' })
    expect(teamRights(staff, chamber, state)?.remove).toBe(true)
    expect(teamRights(administrator, chamber, state)?.invite).toEqual(['staff'])
    expect(teamRights(administrator, company, state)).toBeNull()
    expect(teamRights(staff, { kind: 'chamber', id: 'h2' }, state)).toBeNull()
    expect(teamRights(staff, { kind: 'platform', id: 'p' }, state)).toBeNull()
  })
})
