import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { readiness } from '#app/server/readiness.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { storeHealth } from '#db/queries/health.ts'
import type { Route } from './+types/health'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services }) => ({
    ready: await readiness(services, false),
    search: await services.search.health(),
    store: await storeHealth(services.db),
  }))
}

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('admin.title') }) }]
}

/** How the deployment is doing: database, index and messages. */
export default function Health({ loaderData }: Route.ComponentProps) {
  const { ready, search, store } = loaderData
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Page title={t('admin.title')}>
      <Section title={t('admin.health')}>
        <DefinitionList
          items={[
            {
              term: t('admin.database'),
              value: ready.database === 'ok' ? t('admin.ok') : t('admin.down'),
            },
            { term: t('admin.engine'), value: `${search.engine} ${search.message ?? ''}` },
            { term: t('admin.lag'), value: t('admin.changes', { count: ready.index.changes }) },
            { term: t('admin.waiting'), value: number(store.waiting) },
            { term: t('admin.failed'), value: number(store.failed) },
          ]}
        />
      </Section>
      <Section title={t('admin.documents')}>
        <DefinitionList
          items={[
            { term: t('admin.profiles'), value: number(search.counts.profile) },
            { term: t('admin.opportunities'), value: number(search.counts.opportunity) },
            { term: t('admin.companies'), value: number(search.counts.company) },
          ]}
        />
      </Section>
      <Section title={t('admin.vocabulary')}>
        <DefinitionList
          items={store.vocabularies.map((one) => ({
            term: `${one.source} ${one.version}`,
            value: formatInstant(locale, one.loaded_at),
          }))}
        />
      </Section>
    </Page>
  )
}
