import { redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { askIndexRun } from '#app/domain/indexing/ask-index-run.server.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { readIndexState } from '#app/server/readiness.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { documentsDue, storeHealth } from '#db/queries/health.ts'
import type { Route } from './+types/health'
import { indexFacts, indexWord, runProgress } from './index-facts.ts'

const intents = z.enum(['check', 'rebuild'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, t, locale }) => {
    // A page that could not read the database would not be here.
    const [state, store, due] = await Promise.all([
      readIndexState(services),
      storeHealth(services.db),
      documentsDue(services.db),
    ])
    const words = { t, locale, now: services.now() }
    const number = (value: number) => formatNumber(locale, value)
    const runs = [state.runs?.rebuilding, state.runs?.checking].filter((run) => run != null)
    return {
      index: indexWord(state),
      facts: indexFacts(state, words),
      progress: runs.map((run) => runProgress(run, words)),
      documents: (['profile', 'opportunity', 'company'] as const).map((kind) => ({
        kind,
        indexed: state.health.ok ? number(state.health.counts[kind]) : '?',
        due: number(due[kind]),
      })),
      store,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, request }) => {
    const intent = intents.safeParse((await request.formData()).get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    await askIndexRun(services, signedIn(viewer), intent.data, (askedBy) =>
      services.index.begin(intent.data, askedBy),
    )
    return redirect(localePath(locale, '/admin'), { headers: flashHeaders('begun') })
  })
}

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('admin.title') }) }]
}

/** How the deployment is doing: database, search and its index, messages. */
export default function Health({ loaderData }: Route.ComponentProps) {
  const { index, facts, progress, documents, store } = loaderData
  const t = useT()
  const locale = useLocale()
  const path = usePath()
  const number = (value: number) => formatNumber(locale, value)
  const kinds = {
    profile: t('admin.profiles'),
    opportunity: t('admin.opportunities'),
    company: t('admin.companies'),
  }
  return (
    <Page title={t('admin.title')}>
      <Section
        title={t('admin.search')}
        intro={t('admin.searchText')}
        actions={<Badge tone={index.tone}>{t(`admin.states.${index.word}`)}</Badge>}
      >
        {progress.map((run) => (
          <ProgressBar key={run.label} {...run} />
        ))}
        <DefinitionList items={facts} />
        <form method="post" className="actions">
          <Button name="intent" value="check">
            {t('admin.check')}
          </Button>
          <Button name="intent" value="rebuild">
            {t('admin.rebuild')}
          </Button>
          {progress.length > 0 && (
            <ButtonLink href={path('/admin')} variant="quiet">
              {t('admin.reload')}
            </ButtonLink>
          )}
        </form>
      </Section>
      <Section title={t('admin.documents')} intro={t('admin.documentsText')}>
        <DataTable
          caption={t('admin.documents')}
          captionHidden
          rows={documents}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', label: t('admin.kind'), cell: (row) => kinds[row.kind] },
            { key: 'indexed', label: t('admin.indexed'), cell: (row) => row.indexed, align: 'end' },
            { key: 'due', label: t('admin.due'), cell: (row) => row.due, align: 'end' },
          ]}
        />
      </Section>
      <Section title={t('admin.health')}>
        <DefinitionList
          items={[
            { term: t('admin.database'), value: t('admin.ok') },
            { term: t('admin.waiting'), value: number(store.waiting) },
            { term: t('admin.failed'), value: number(store.failed) },
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
