import type { MemberRole, OrgKind } from '#app/domain/access.ts'
import { type Locale, localeNames, locales } from '#app/i18n/locales.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'

type ContactView = { kind: 'email' | 'phone'; text: string; verified: boolean }

/** The contacts of an account, and the reminder to confirm them. */
export function ContactsSection({ contacts }: { contacts: readonly ContactView[] }) {
  const t = useT()
  const path = usePath()
  return (
    <Section title={t('account.home.contacts')}>
      {contacts.some((contact) => !contact.verified) && (
        <Flash
          tone="sun"
          live={false}
          title={t('account.home.unconfirmed')}
          action={
            <ButtonLink href={path('/register/verify')}>{t('account.home.confirm')}</ButtonLink>
          }
        >
          {t('account.home.unconfirmedText')}
        </Flash>
      )}
      <DefinitionList
        items={contacts.map((contact) => ({
          term: t(`account.home.${contact.kind}`),
          value: (
            <span className="cluster">
              <bdi dir="ltr">{contact.text}</bdi>
              <Badge tone={contact.verified ? 'done' : 'sun'}>
                {t(contact.verified ? 'account.home.confirmed' : 'account.home.notConfirmed')}
              </Badge>
            </span>
          ),
        }))}
      />
    </Section>
  )
}

type OrganisationView = { kind: OrgKind; id: string; role: MemberRole; name: string }

/** The address of a team's page, without its language; null where there is none. */
export function teamPath(org: { kind: OrgKind; id: string }): string | null {
  switch (org.kind) {
    case 'company':
      return `/employer/companies/${org.id}/team`
    case 'chamber':
      return `/chamber/team?org=${org.id}`
    case 'programme':
      return `/counsellor/team?org=${org.id}`
    case 'platform':
      return null
  }
}

/** The organisations somebody belongs to, each with its team. */
export function TeamsSection({ organisations }: { organisations: readonly OrganisationView[] }) {
  const t = useT()
  const path = usePath()
  if (organisations.length === 0) return null
  return (
    <Section title={t('account.home.teams')}>
      <DefinitionList
        items={organisations.map((org) => {
          const team = teamPath(org)
          return {
            term: org.name,
            value: t(`account.roles.${org.role}`),
            action: team && <a href={path(team)}>{t('account.home.team')}</a>,
          }
        })}
      />
    </Section>
  )
}

/** The language in which messages are written to somebody. */
export function LanguageSection(props: { locale: Locale; result: FormResult | undefined }) {
  const t = useT()
  return (
    <Section title={t('account.home.language')}>
      <form method="post" className="stack">
        <HiddenField name="intent" value="locale" />
        <RadioGroup
          name="locale"
          label={t('account.home.languageHint')}
          errors={props.result?.errors.locale}
          defaultValue={props.locale}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
          inline
        />
        <Actions>
          <Button>{t('account.home.changeLanguage')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** What one can do with one's data. */
export function DataSection({ hasProfile }: { hasProfile: boolean }) {
  const t = useT()
  const path = usePath()
  return (
    <Section title={t('account.home.data')}>
      <ul className="flex flex-col gap-2">
        <li>
          <a href={path('/about/privacy')}>{t('account.home.privacy')}</a>
        </li>
        {hasProfile && (
          <li>
            <a href={path('/profile/delete')}>{t('account.home.deleteProfile')}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
