import { phoneOnlyDomain } from '#app/domain/account/contact.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'

/** An open claim as who decides it sees it. */
export interface ClaimShown {
  readonly id: string
  /** How to reach the person: an e-mail address or a phone number. */
  readonly contact: string
  readonly message: string | null
  readonly since: string
}

/** The address or number by which to reach who claims. */
export function claimContact(row: { email: string; phoneNumber: string | null }): string {
  return row.email.endsWith(`@${phoneOnlyDomain}`) ? (row.phoneNumber ?? '') : row.email
}

/** The open claims of a company, each with its decision: the form posts `intent=claim`. */
export function ClaimsList({
  claims,
  hasOwner,
}: {
  claims: readonly ClaimShown[]
  hasOwner: boolean
}) {
  const t = useT()
  return (
    <CardList>
      {claims.map((claim) => (
        <Card
          key={claim.id}
          tone="attention"
          title={<bdi dir="ltr">{claim.contact}</bdi>}
          subtitle={t('company.claims.since', { since: claim.since })}
        >
          {claim.message && <p dir="auto">{claim.message}</p>}
          <form method="post" className="actions">
            <HiddenField name="intent" value="claim" />
            <HiddenField name="claimId" value={claim.id} />
            <Button name="decision" value="owner" size="small">
              {t('company.claims.grantOwner')}
            </Button>
            {hasOwner && (
              <Button name="decision" value="recruiter" size="small">
                {t('company.claims.grantRecruiter')}
              </Button>
            )}
            <Button name="decision" value="refuse" variant="danger" size="small">
              {t('company.claims.refuse')}
            </Button>
          </form>
        </Card>
      ))}
    </CardList>
  )
}
