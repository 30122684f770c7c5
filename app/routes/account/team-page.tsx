import { formatDay } from '#app/i18n/format.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { ContactField, FormErrors, typed } from './account-fields.tsx'
import { teamPath } from './account-sections.tsx'
import type { loadTeam } from './team.server.ts'

type Team = Awaited<ReturnType<typeof loadTeam>>
type Member = Team['members'][number]

/** The team of a company or an office: who belongs to it, who is invited, and inviting more. */
export function TeamPage(props: {
  team: Team
  result: FormResult | undefined
  /** A page that goes with this one, for a kind of team that has it. */
  also?: { href: string; label: string }
}) {
  const { team, result, also } = props
  const t = useT()
  const path = usePath()
  const { name } = team
  return (
    <Page
      title={t('account.team.title', { name })}
      intro={t('account.team.intro')}
      actions={also && <ButtonLink href={also.href}>{also.label}</ButtonLink>}
    >
      <FormErrors result={result} />
      <Members team={team} />
      {team.invitations.length > 0 && <Invitations team={team} />}
      {team.roles.length > 0 ? (
        <InviteForm team={team} result={result} />
      ) : (
        <p className="hint">{t('account.team.lookOnly')}</p>
      )}
      {team.others.length > 0 && (
        <Section title={t('account.team.switch')}>
          <ul className="flex flex-col gap-2">
            {team.others.map((other) => (
              <li key={other.id}>
                <a href={path(teamPath({ kind: team.kind, id: other.id }) ?? '/account')}>
                  {other.name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Members({ team }: { team: Team }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section title={t('account.team.members')}>
      <DataTable<Member>
        caption={t('account.team.members')}
        captionHidden
        rows={team.members}
        rowKey={(member) => member.id}
        empty={
          <EmptyState
            icon="people"
            title={t('account.team.nobody')}
            text={t('account.team.nobodyText')}
          />
        }
        columns={[
          {
            key: 'member',
            label: t('account.team.member'),
            cell: (member) => (
              <span className="cluster">
                <bdi dir="ltr">{member.contact}</bdi>
                {member.own && <Badge>{t('account.team.you')}</Badge>}
              </span>
            ),
          },
          {
            key: 'role',
            label: t('account.team.role'),
            cell: (member) => t(`account.roles.${member.role}`),
          },
          {
            key: 'since',
            label: t('account.team.since'),
            cell: (member) => formatDay(locale, member.since),
          },
          ...(team.members.some((member) => member.removable)
            ? [
                {
                  key: 'action',
                  label: t('account.team.action'),
                  cell: (member: Member) =>
                    member.removable && <Removal member={member} name={team.name} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Removal({ member, name }: { member: Member; name: string }) {
  const t = useT()
  const { own, contact } = member
  return (
    <Dialog
      id={`remove-${member.id}`}
      openSize="small"
      openLabel={t(own ? 'account.team.leave' : 'account.team.remove')}
      openAriaLabel={own ? undefined : `${t('account.team.remove')} ${contact}`}
      title={
        own ? t('account.team.leaveTitle', { name }) : t('account.team.removeTitle', { contact })
      }
      closeLabel={t('common.actions.cancel')}
      actions={
        <form method="post">
          <HiddenField name="intent" value="remove" />
          <HiddenField name="membershipId" value={member.id} />
          <Button variant="danger">
            {t(own ? 'account.team.leaveConfirm' : 'account.team.removeConfirm')}
          </Button>
        </form>
      }
    >
      <p>{t(own ? 'account.team.leaveText' : 'account.team.removeText')}</p>
    </Dialog>
  )
}

function Invitations({ team }: { team: Team }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section title={t('account.team.invitations')}>
      <DataTable<Team['invitations'][number]>
        caption={t('account.team.invitations')}
        captionHidden
        rows={team.invitations}
        rowKey={(invitation) => invitation.id}
        columns={[
          {
            key: 'invited',
            label: t('account.team.invited'),
            cell: (invitation) => <bdi dir="ltr">{invitation.contact}</bdi>,
          },
          {
            key: 'role',
            label: t('account.team.role'),
            cell: (invitation) => t(`account.roles.${invitation.role}`),
          },
          {
            key: 'until',
            label: t('account.team.until'),
            cell: (invitation) => formatDay(locale, invitation.expiresAt),
          },
          {
            key: 'action',
            label: t('account.team.action'),
            cell: (invitation) => (
              <form method="post">
                <HiddenField name="intent" value="withdraw" />
                <HiddenField name="invitationId" value={invitation.id} />
                <Button
                  size="small"
                  ariaLabel={`${t('account.team.withdraw')} ${invitation.contact}`}
                >
                  {t('account.team.withdraw')}
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  )
}

function InviteForm({ team, result }: { team: Team; result: FormResult | undefined }) {
  const t = useT()
  const [onlyRole] = team.roles
  return (
    <Section title={t('account.team.invite')} intro={t('account.team.inviteText')}>
      <form method="post" noValidate className="stack max-w-form">
        <HiddenField name="intent" value="invite" />
        <ContactField result={result} example={team.example} />
        {team.roles.length === 1 && onlyRole ? (
          <HiddenField name="role" value={onlyRole} />
        ) : (
          <RadioGroup
            name="role"
            label={t('account.team.role')}
            errors={result?.errors.role}
            defaultValue={typed(result, 'role')}
            options={team.roles.map((role) => ({
              value: role,
              label: t(`account.roles.${role}`),
              hint: t(`account.roleHints.${role}`),
            }))}
            required
          />
        )}
        <Actions>
          <Button variant="primary">{t('account.team.inviteSubmit')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
