import { data, redirect } from 'react-router'
import { ExpectedError } from '#app/domain/errors.ts'
import { fileBounds, TableError } from '#app/domain/import/import.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translateKey, translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import type { FormResult } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { formState } from '../../company/form-state.ts'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/imports'
import { readImportsPage } from './imports-model.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, readImportsPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const refused = (key: string) => {
      const result: FormResult = { values: {}, errors: { file: [translateKey(t, key)] } }
      return data(result, { status: 422 })
    }
    const form = await request.formData()
    const [file, ...others] = form.getAll('file')
    if (others.length > 0) throw new ExpectedError('invalid')
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
      return refused('import.upload.missing')
    }
    if (file.size > fileBounds.bytes) return refused('import.file.tooLarge')
    const { db, open, reference } = services
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    try {
      const bytes = Buffer.from(await file.arrayBuffer())
      const id = await startImport(deps, signedIn(viewer), { name: file.name, bytes })
      return redirect(localePath(locale, `/chamber/imports/${id}`))
    } catch (error) {
      if (error instanceof TableError) return refused(`import.file.${error.code}`)
      throw error
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('import.title') }) }]
}

/** The lists of companies that a chamber has loaded, and where to load another. */
export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const form = formState(actionData)
  return (
    <Page
      title={t('import.title')}
      intro={t('import.intro')}
      aside={
        <Section title={t('import.prepare.title')}>
          <ul className="prose">
            <li>{t('import.prepare.heading')}</li>
            <li>{t('import.prepare.needed')}</li>
            <li>{t('import.prepare.order')}</li>
            <li>{t('import.prepare.several')}</li>
          </ul>
          <div className="actions">
            <ButtonLink href={path('/chamber/imports/template')} icon="download" download>
              {t('import.prepare.template')}
            </ButtonLink>
          </div>
        </Section>
      }
    >
      <ChamberNav current="imports" />
      <Section title={t('import.upload.title')}>
        <form method="post" encType="multipart/form-data" noValidate className="fields">
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <FileField
            name="file"
            label={t('import.upload.file')}
            hint={t('import.upload.fileHint')}
            accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            errors={form.errors('file')}
            required
          />
          <div className="actions">
            <Button variant="primary" icon="upload">
              {t('import.upload.button')}
            </Button>
          </div>
        </form>
      </Section>
      <Section title={t('import.list.title')}>
        <DataTable
          caption={t('import.list.title')}
          captionHidden
          rows={loaderData.imports}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              icon="document"
              title={t('import.list.empty')}
              text={t('import.list.emptyText')}
            />
          }
          columns={[
            {
              key: 'file',
              label: t('import.list.file'),
              cell: (row) => (
                <a href={path(`/chamber/imports/${row.id}`)}>
                  <bdi>{row.file}</bdi>
                </a>
              ),
            },
            { key: 'day', label: t('import.list.day'), cell: (row) => row.day },
            { key: 'rows', label: t('import.list.rows'), cell: (row) => row.rows, align: 'end' },
            {
              key: 'state',
              label: t('import.list.state'),
              cell: (row) => (
                <Badge
                  tone={
                    row.status === 'applied' ? 'done' : row.status === 'undone' ? 'neutral' : 'sun'
                  }
                >
                  {t(`import.states.${row.status}`)}
                </Badge>
              ),
            },
          ]}
        />
      </Section>
      {loaderData.imports.length > 0 && (
        <TakeAway out={exportLinks(t, path('/chamber/imports/export'))} />
      )}
    </Page>
  )
}
