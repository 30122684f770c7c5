import { useT } from '#app/i18n/use-t.ts'
import { LiveMap } from '#app/ui/map/live-map.tsx'
import { Page } from '#app/ui/page.tsx'
import type { LiveMapModel } from './live-map.server.ts'

/** A map that one can move, for the chamber's desk and for everybody: the only page that loads a map library. */
export function InteractivePage(props: {
  model: LiveMapModel
  title: string
  intro: string
  /** What the link of a popup says. */
  open: string
}) {
  const t = useT()
  const { model } = props
  return (
    <Page
      title={props.title}
      intro={props.intro}
      breadcrumbs={{
        label: t('map.breadcrumb'),
        items: [{ href: model.simple, label: model.country }],
      }}
    >
      <LiveMap
        {...model.live}
        words={{
          region: t('map.interactive.region'),
          loading: t('map.interactive.loading'),
          failed: t('map.interactive.failed'),
          zoomIn: t('map.interactive.zoomIn'),
          zoomOut: t('map.interactive.zoomOut'),
          open: props.open,
          close: t('map.interactive.close'),
          noScript: t('map.interactive.noScript'),
        }}
      />
      <p>
        <a href={model.simple}>{t('map.interactive.simple')}</a>
      </p>
    </Page>
  )
}
