import { z } from 'zod'
import { orgIds } from '#app/domain/access.ts'
import {
  contactsOf,
  contactText,
  formatContact,
  parseContact,
} from '#app/domain/account/contact.ts'
import { inviteMember } from '#app/domain/account/invite-member.server.ts'
import { removeMember } from '#app/domain/account/remove-member.server.ts'
import { keyRole, type Organisation } from '#app/domain/account/team.ts'
import { viewTeam } from '#app/domain/account/view-team.server.ts'
import { withdrawInvitation } from '#app/domain/account/withdraw-invitation.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { localePath } from '#app/i18n/locales.ts'
import { countCode } from '#app/server/account/auth-call.server.ts'
import { leaveTo, readContact } from '#app/server/account/leave.server.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing, unprocessable } from '#app/server/forms.server.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import { organisationOf } from '#db/queries/membership.ts'

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('invite'),
    contact: contactText,
    role: z.enum(['owner', 'recruiter', 'staff', 'counsellor'], 'form.required'),
  }),
  z.object({ intent: z.literal('withdraw'), invitationId: id }),
  z.object({ intent: z.literal('remove'), membershipId: id }),
])

/** The chamber or programme whose team is asked for: `?org=` among the viewer's own, else the first. */
export function ownOffice(
  { viewer, url }: Pick<PageContext, 'viewer' | 'url'>,
  kind: 'chamber' | 'programme',
): Organisation {
  const own = orgIds(viewer, kind)
  const asked = url.searchParams.get('org')
  const found = asked === null ? own[0] : own.find((one) => one === asked)
  if (found === undefined) throw new ExpectedError('not-found')
  return { kind, id: found }
}

/** What the page of a team shows. */
export async function loadTeam({ services, viewer }: PageContext, org: Organisation) {
  const { db, config } = services
  const { userId } = signedIn(viewer)
  const team = await viewTeam(db, viewer, org, services.now())
  const key = keyRole(org.kind)
  const onlyKey = team.members.filter((member) => member.role === key).length === 1
  const others = orgIds(viewer, org.kind).filter((one) => one !== org.id)
  return {
    kind: org.kind,
    name: team.name,
    roles: team.rights.invite,
    example: countryPack(config.country).phone.example,
    members: team.members.map((member) => ({
      id: member.id,
      contact: contactsOf(member).map((one) => formatContact(one, config.country))[0] ?? '',
      role: member.role,
      since: member.since,
      own: member.userId === userId,
      // The last one with the deciding role stays: the team would be left to nobody.
      removable:
        (team.rights.remove || member.userId === userId) && !(onlyKey && member.role === key),
    })),
    invitations: team.invitations.map((invitation) => {
      const parsed = parseContact(invitation.contact, config.country)
      return {
        id: invitation.id,
        contact: parsed.ok ? formatContact(parsed.contact, config.country) : invitation.contact,
        role: invitation.role,
        expiresAt: invitation.expiresAt,
      }
    }),
    others: await Promise.all(
      others.map(async (one) => ({
        id: one,
        name: (await organisationOf(db, org.kind, one))?.name ?? '',
      })),
    ),
  }
}

/** Invites, withdraws or removes, as the posted `intent` says. */
export async function changeTeam(context: PageContext, org: Organisation) {
  const { services, request, info, url, locale, t } = context
  const { db, config } = services
  const viewer = signedIn(context.viewer)
  const now = services.now()
  const here = url.pathname + url.search
  const form = await request.formData()
  const parsed = parseForm(form, schema, t)
  if (!parsed.ok) return unprocessable(parsed.result)
  const input = parsed.value
  switch (input.intent) {
    case 'invite': {
      const done = await refusing(form, t, async () => {
        const contact = readContact(input.contact, config)
        await viewTeam(db, viewer, org, now)
        await countCode(services, info.ip, contact)
        const deps = { db, now, appUrl: config.appUrl, locale }
        return inviteMember(deps, viewer, { org, contact, role: input.role })
      })
      return done.ok ? leaveTo(here, flashHeaders('invited')) : unprocessable(done.result)
    }
    case 'withdraw':
      await withdrawInvitation({ db, now }, viewer, { org, invitationId: input.invitationId })
      return leaveTo(here, flashHeaders('invitationWithdrawn'))
    case 'remove': {
      const { own } = await removeMember({ db, dialect: services.open.dialect, now }, viewer, {
        org,
        membershipId: input.membershipId,
      })
      return leaveTo(own ? localePath(locale, '/account') : here, flashHeaders('saved'))
    }
  }
}
