import type { ReactNode } from 'react'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { CompanyFrame } from './frame.server.ts'

const tabs = [
  { key: 'overview', path: '' },
  { key: 'record', path: '/record' },
  { key: 'contacts', path: '/contacts' },
  { key: 'promises', path: '/promises' },
  { key: 'documents', path: '/documents' },
  { key: 'history', path: '/history' },
] as const
export type CompanyTab = (typeof tabs)[number]['key']

/** Whether a chamber has verified a company, and when. */
export function VerifiedBadge({ frame }: { frame: CompanyFrame }) {
  const t = useT()
  if (frame.verified) {
    return (
      <Badge tone="done" icon="check">
        {t('company.verifiedOn', { day: frame.verified })}
      </Badge>
    )
  }
  return (
    <Badge tone="sun">
      {frame.lapsed
        ? t('relation.verify.lapsedOn', { day: frame.lapsed })
        : t('company.notVerified')}
    </Badge>
  )
}

/** One of the pages about a company: its name and state, and the way to the others. */
export function CompanyPage(props: {
  frame: CompanyFrame
  current: CompanyTab
  intro?: ReactNode
  actions?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const t = useT()
  const path = usePath()
  const { frame, current } = props
  const base = `/chamber/companies/${frame.id}`
  return (
    <Page
      title={frame.name}
      back={{ href: path('/chamber'), label: t('chamber.companies.title') }}
      eyebrow={
        <span className="cluster">
          <VerifiedBadge frame={frame} />
          {frame.hidden && <Badge icon="lock">{t('relation.record.visibilities.chamber')}</Badge>}
        </span>
      }
      intro={props.intro}
      actions={props.actions}
      aside={props.aside}
    >
      <Tabs
        label={t('relation.tabs.label')}
        tabs={tabs.map((tab) => ({
          href: path(base + tab.path),
          label: t(`relation.tabs.${tab.key}`),
          current: tab.key === current,
        }))}
      />
      {props.children}
    </Page>
  )
}
