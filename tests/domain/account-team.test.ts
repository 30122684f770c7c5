import { describe, expect, it } from 'vitest'
import type { MemberRole, SignedIn } from '#app/domain/access.ts'
import { acceptInvitation, readInvitation } from '#app/domain/account/accept-invitation.server.ts'
import type { Contact } from '#app/domain/account/contact.ts'
import { inviteMember } from '#app/domain/account/invite-member.server.ts'
import { removeMember } from '#app/domain/account/remove-member.server.ts'
import type { Organisation } from '#app/domain/account/team.ts'
import { viewTeam } from '#app/domain/account/view-team.server.ts'
import { withdrawInvitation } from '#app/domain/account/withdraw-invitation.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { dialects } from '#tests/support/database.ts'
import { accountBench } from './account-support.ts'

const day = 86_400_000
const koffi: Contact = { kind: 'email', value: 'koffi@exemple.ci' }

describe.each(dialects)('teams on %s', (dialect) => {
  async function bench() {
    const at = await accountBench(dialect)
    const { db } = at
    const stamp = toInstant(new Date())
    const company: Organisation = { kind: 'company', id: newId() }
    const chamber: Organisation = { kind: 'chamber', id: newId() }
    await db
      .insertInto('chamber')
      .values({ id: chamber.id, country: 'CI', name: 'CCI', admin1s: '[]', created_at: stamp })
      .execute()
    await db
      .insertInto('company')
      .values({
        id: company.id,
        country: 'CI',
        legal_name: 'Soleil SARL',
        chamber_id: chamber.id,
        created_at: stamp,
        updated_at: stamp,
        version: 1,
      })
      .execute()
    const join = async (email: string, org: Organisation, role: MemberRole) => {
      const { userId } = await at.person(email)
      await db
        .insertInto('membership')
        .values({
          id: newId(),
          user_id: userId,
          org_kind: org.kind,
          org_id: org.id,
          role,
          created_at: stamp,
        })
        .execute()
      return at.viewer(userId)
    }
    const now = () => at.deps.now()
    return {
      ...at,
      company,
      chamber,
      join,
      invite: (by: SignedIn, org: Organisation, role: MemberRole, contact = koffi) =>
        inviteMember({ db, now: now(), appUrl: 'http://x.example', locale: 'en' }, by, {
          org,
          contact,
          role,
        }),
      accept: (who: SignedIn, token: string) => acceptInvitation({ db, now: now() }, who, token),
      remove: async (by: SignedIn, org: Organisation, userId: string) => {
        const team = await viewTeam(db, by, org, now())
        const membershipId = team.members.find((one) => one.userId === userId)?.id ?? newId()
        return removeMember({ db, dialect, now: now() }, by, { org, membershipId })
      },
    }
  }

  it('invites by a link that works once', async () => {
    const at = await bench()
    const owner = await at.join('owner@exemple.ci', at.company, 'owner')
    const { token } = await at.invite(owner, at.company, 'recruiter')
    const [message] = await at.messagesTo(koffi.value)
    expect(message?.subject).toBe('Invitation to join Soleil SARL on Passerelle')
    expect(message?.body).toContain(`http://x.example/en/join/${token}`)
    const rows = await at.db.selectFrom('membership_invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)

    const person = await at.person(koffi.value)
    expect(await readInvitation(at.db, token, new Date())).toMatchObject({ open: true })
    expect(await at.accept(person, token)).toEqual(at.company)
    expect((await at.viewer(person.userId)).memberships).toEqual([
      { orgKind: 'company', orgId: at.company.id, role: 'recruiter' },
    ])
    expect((await at.account(koffi.value))?.emailVerified).toBe(true)
    expect(await readInvitation(at.db, token, new Date())).toMatchObject({ open: false })
    await expect(at.accept(await at.person('z@exemple.ci'), token)).rejects.toThrow('gone')
    await expect(at.accept(person, 'x'.repeat(32))).rejects.toThrow('not-found')
    await expect(at.invite(owner, at.company, 'owner')).rejects.toMatchObject({
      fields: { contact: 'account.alreadyMember' },
    })
    const actions = await at.db.selectFrom('audit_event').select('action').orderBy('id').execute()
    expect(actions.map((one) => one.action)).toEqual(['membership.invited', 'membership.joined'])
  })

  it('ends an invitation after 14 days, when withdrawn, and when invited again', async () => {
    const at = await bench()
    const owner = await at.join('owner@exemple.ci', at.company, 'owner')
    const person = await at.person('someone@exemple.ci')
    const first = await at.invite(owner, at.company, 'recruiter')
    const second = await at.invite(owner, at.company, 'owner')
    await expect(at.accept(person, first.token)).rejects.toThrow('gone')
    const input = { org: at.company, invitationId: second.id }
    await withdrawInvitation({ db: at.db, now: new Date() }, owner, input)
    await expect(at.accept(person, second.token)).rejects.toThrow('gone')
    await expect(withdrawInvitation({ db: at.db, now: new Date() }, owner, input)).rejects.toThrow(
      'conflict',
    )
    const third = await at.invite(owner, at.company, 'recruiter')
    at.skip(14 * day + 1000)
    await expect(at.accept(person, third.token)).rejects.toThrow('gone')
    expect((await at.viewer(person.userId)).memberships).toEqual([])
    expect((await viewTeam(at.db, owner, at.company, at.deps.now())).invitations).toEqual([])
  })

  it('keeps the last owner, whoever asks', async () => {
    const at = await bench()
    const owner = await at.join('owner@exemple.ci', at.company, 'owner')
    const recruiter = await at.join('recruiter@exemple.ci', at.company, 'recruiter')
    await expect(at.remove(owner, at.company, owner.userId)).rejects.toThrow('conflict')
    await expect(at.remove(recruiter, at.company, owner.userId)).rejects.toThrow('forbidden')
    const { token } = await at.invite(owner, at.company, 'owner', {
      kind: 'phone',
      value: '+2250707123456',
    })
    await at.accept(recruiter, token)
    const second = await at.viewer(recruiter.userId)
    expect(second.memberships[0]?.role).toBe('owner')
    const both = await Promise.allSettled([
      at.remove(owner, at.company, second.userId),
      at.remove(second, at.company, owner.userId),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const left = await at.db.selectFrom('membership').select('role').execute()
    expect(left).toEqual([{ role: 'owner' }])
  })

  it('shows and gives nothing to others', async () => {
    const at = await bench()
    const owner = await at.join('owner@exemple.ci', at.company, 'owner')
    const recruiter = await at.join('recruiter@exemple.ci', at.company, 'recruiter')
    const staff = await at.join('staff@exemple.ci', at.chamber, 'staff')
    const { id } = await at.invite(owner, at.company, 'recruiter')
    await expect(at.invite(recruiter, at.company, 'recruiter')).rejects.toThrow('forbidden')
    await expect(at.invite(owner, at.company, 'administrator')).rejects.toThrow('forbidden')
    await expect(at.invite(owner, at.chamber, 'staff')).rejects.toThrow('not-found')
    await expect(at.invite(staff, at.company, 'owner')).rejects.toThrow('not-found')
    await expect(at.remove(staff, at.company, owner.userId)).rejects.toThrow('not-found')
    const foreign = { org: at.chamber, invitationId: id }
    await expect(
      withdrawInvitation({ db: at.db, now: new Date() }, staff, foreign),
    ).rejects.toThrow('not-found')
    expect((await viewTeam(at.db, recruiter, at.company, new Date())).invitations).toEqual([])
  })

  it('lets a chamber invite the first owner of a company it follows', async () => {
    const at = await bench()
    const staff = await at.join('staff@exemple.ci', at.chamber, 'staff')
    const { token } = await at.invite(staff, at.company, 'owner')
    await at.accept(await at.person(koffi.value), token)
    await expect(at.invite(staff, at.company, 'owner')).rejects.toThrow('not-found')
  })
})
