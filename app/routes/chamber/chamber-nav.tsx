import { usePath, useT } from '#app/i18n/use-t.ts'
import { Tabs } from '#app/ui/tabs.tsx'

/** The parts of the chamber's desk, in the order of a working day. */
const parts = [
  { key: 'day', path: '/chamber/day' },
  { key: 'calls', path: '/chamber/calls' },
  { key: 'companies', path: '/chamber' },
  { key: 'board', path: '/chamber/board' },
  { key: 'campaigns', path: '/chamber/campaigns' },
  { key: 'map', path: '/chamber/map' },
  { key: 'imports', path: '/chamber/imports' },
  { key: 'scorecard', path: '/chamber/scorecard' },
] as const

/** Links between the parts of the chamber's desk. */
export function ChamberNav({ current }: { current: (typeof parts)[number]['key'] }) {
  const t = useT()
  const path = usePath()
  return (
    <Tabs
      label={t('relation.nav.label')}
      tabs={parts.map((part) => ({
        href: path(part.path),
        label: t(`relation.nav.${part.key}`),
        current: part.key === current,
      }))}
    />
  )
}
