import { redirect } from 'react-router'
import { ExpectedError } from '#app/domain/errors.ts'
import { askToUndo } from '#app/domain/import/decide-import.server.ts'
import { ownImport } from '#app/domain/import/import-scope.server.ts'
import { planUndo, undoUntil } from '#app/domain/import/plan-undo.server.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Stat, Stats } from '#app/ui/stat.tsx'
import type { Route } from './+types/import-undo'

const mostShown = 200

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const { db } = services
    const { one } = await ownImport(db, viewer, args.params.importId)
    if (one.status !== 'applied') throw new ExpectedError('conflict')
    const until = undoUntil(one)
    const plan = await planUndo(db, one.id)
    const staying = plan.rows.filter((row) => row.state !== 'whole')
    return {
      id: one.id,
      file: one.file_name,
      late: !until || Date.parse(until) < services.now().getTime(),
      removed: plan.removed,
      restored: plan.restored,
      kept: plan.kept,
      more: staying.length > mostShown,
      staying: staying.slice(0, mostShown).map((row) => ({
        row: row.row,
        companyId: row.companyId,
        name: row.name,
        gone: row.reasons.includes('gone'),
        partly: row.state === 'partly',
        why: formatList(
          locale,
          row.reasons.map((reason) => t(`import.undoReasons.${reason}`)),
        ),
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, request }) => {
    const form = await request.formData()
    if (form.get('intent') !== 'undo' || form.getAll('intent').length > 1) {
      throw new ExpectedError('invalid')
    }
    const { db, open, reference } = services
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    await askToUndo(deps, signedIn(viewer), args.params.importId)
    services.imports.wake()
    return redirect(localePath(locale, `/chamber/imports/${args.params.importId}`))
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('import.undo.title') }) }]
}

/** What taking a list back would do, before anybody does it. */
export default function UndoImport({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  const path = usePath()
  const { id, staying } = loaderData
  const number = (value: number) => formatNumber(locale, value)
  const something = loaderData.removed + loaderData.restored > 0
  return (
    <Page
      title={t('import.undo.title')}
      intro={
        <>
          <bdi>{loaderData.file}</bdi> · {t('import.undo.intro')}
        </>
      }
      back={{ href: path(`/chamber/imports/${id}`), label: t('import.undo.back') }}
    >
      <Stats>
        <Stat value={number(loaderData.removed)} label={t('import.undo.removed')} />
        <Stat value={number(loaderData.restored)} label={t('import.undo.restored')} />
        <Stat value={number(loaderData.kept)} label={t('import.undo.kept')} />
      </Stats>
      {loaderData.late && <p>{t('import.undo.late')}</p>}
      {!loaderData.late && !something && <p>{t('import.undo.nothing')}</p>}
      {!loaderData.late && something && (
        <form method="post" className="actions">
          <Button variant="danger" name="intent" value="undo">
            {t('import.undo.button')}
          </Button>
          <ButtonLink href={path(`/chamber/imports/${id}`)} variant="quiet">
            {t('import.undo.back')}
          </ButtonLink>
        </form>
      )}
      {staying.length > 0 && (
        <Section title={t('import.undo.keptTitle')}>
          {loaderData.more && <p className="hint">{t('import.undo.more', { count: mostShown })}</p>}
          <DataTable
            caption={t('import.undo.keptTitle')}
            captionHidden
            rows={staying}
            rowKey={(row) => String(row.row)}
            columns={[
              {
                key: 'name',
                label: t('import.undo.company'),
                cell: (row) =>
                  row.gone ? (
                    <bdi>{row.name}</bdi>
                  ) : (
                    <a href={path(`/chamber/companies/${row.companyId}`)}>
                      <bdi>{row.name}</bdi>
                    </a>
                  ),
              },
              {
                key: 'why',
                label: t('import.undo.why'),
                cell: (row) =>
                  row.partly
                    ? t('common.labelled', { label: t('import.undo.partly'), value: row.why })
                    : row.why,
              },
            ]}
          />
        </Section>
      )}
    </Page>
  )
}
