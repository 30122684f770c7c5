import { data, redirect } from 'react-router'
import { z } from 'zod'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import {
  askToApply,
  backToColumns,
  discardImport,
} from '#app/domain/import/decide-import.server.ts'
import {
  decidedRow,
  fieldsOf,
  type ImportCounts,
  mendedCell,
  reviewAsked,
  TableError,
} from '#app/domain/import/import.ts'
import { ownImport } from '#app/domain/import/import-scope.server.ts'
import { mapColumns } from '#app/domain/import/map-columns.server.ts'
import { decideRow, mendCell, undecideRow } from '#app/domain/import/mend-row.server.ts'
import { undoUntil } from '#app/domain/import/plan-undo.server.ts'
import { chooseSheet } from '#app/domain/import/start-import.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translateKey, translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { type FormResult, parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Page } from '#app/ui/page.tsx'
import { fromList } from '#db/codec.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/import'
import { ColumnsStep } from './import-columns.tsx'
import { DoneStep, ImportSteps, WorkStep } from './import-parts.tsx'
import { ReviewStep } from './import-review.tsx'
import { columnsView, reviewView } from './import-view.server.ts'

const intents = z.enum(['sheet', 'map', 'columns', 'mend', 'decide', 'apply', 'discard'])
/** Seconds after which a page about work under way asks again. */
const refreshSeconds = 3

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const { one } = await ownImport(db, viewer, args.params.importId)
    const words = { t, locale, pack: countryPack(one.country), reference }
    const asked = reviewAsked.parse(Object.fromEntries(url.searchParams))
    const counts: ImportCounts = JSON.parse(one.counts)
    const until = undoUntil(one)
    return {
      id: one.id,
      file: one.file_name,
      status: one.status,
      error: one.error,
      rows: one.row_count,
      done: one.done,
      counts,
      columns: one.status === 'uploaded' ? await columnsView(db, one, words) : null,
      review: one.status === 'checked' ? await reviewView(db, one, words, asked) : null,
      undo:
        one.status === 'applied' && until && Date.parse(until) > services.now().getTime()
          ? formatDay(locale, until)
          : null,
      undone: one.undone_at ? formatDay(locale, one.undone_at) : null,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { importId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success || form.getAll('intent').length > 1) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const { one } = await ownImport(db, who, importId)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/chamber/imports/${importId}`)
    const goOn = () => {
      services.imports.wake()
      return redirect(here)
    }
    switch (intent.data) {
      case 'sheet': {
        const sheet = String(form.get('sheet') ?? '')
        if (!fromList(one.sheets).includes(sheet) || form.getAll('sheet').length > 1) {
          throw new ExpectedError('invalid')
        }
        try {
          await chooseSheet(deps, who, importId, sheet)
        } catch (error) {
          if (!(error instanceof TableError)) throw error
          const message = translateKey(t, `import.file.${error.code}`)
          const result: FormResult = { values: {}, errors: { sheet: [message] } }
          return data(result, { status: 422 })
        }
        return redirect(here)
      }
      case 'map': {
        const known = new Set<string>(['', ...fieldsOf(countryPack(one.country))])
        const words = fromList(one.headings).map((_, column) => form.getAll(`column-${column}`))
        if (words.some(([word, ...others]) => others.length > 0 || !known.has(String(word)))) {
          throw new ExpectedError('invalid')
        }
        const chosen = words.map(([word]) => String(word))
        const done = await refusing(form, t, () => mapColumns(deps, who, importId, chosen))
        if (!done.ok) return data(done.result, { status: 422 })
        return goOn()
      }
      case 'columns':
        await backToColumns(deps, who, importId)
        return redirect(here)
      case 'mend': {
        const parsed = parseForm(form, mendedCell, t)
        if (!parsed.ok) {
          if (Object.keys(parsed.result.errors).every((name) => name === 'value')) {
            return data(parsed.result, { status: 422 })
          }
          throw new ExpectedError('invalid')
        }
        await mendCell(deps, who, importId, parsed.value)
        return redirect(backTo(here, form), { headers: flashHeaders('saved') })
      }
      case 'decide': {
        if (form.get('decision') === 'none') {
          const row = decidedRow.shape.row.safeParse(form.get('row'))
          if (!row.success) throw new ExpectedError('invalid')
          await undecideRow(deps, who, importId, row.data)
        } else {
          const parsed = parseForm(form, decidedRow, t)
          if (!parsed.ok) throw new ExpectedError('invalid')
          await decideRow(deps, who, importId, parsed.value)
        }
        return redirect(backTo(here, form), { headers: flashHeaders('saved') })
      }
      case 'apply':
        await askToApply(deps, who, importId)
        return goOn()
      case 'discard':
        await discardImport(deps, who, importId)
        return redirect(localePath(locale, '/chamber/imports'), {
          headers: flashHeaders('deleted'),
        })
    }
    return data(refusedForm(form, new FieldErrors({}), t), { status: 422 })
  })
}

/** The tab and page from which a row was mended. */
function backTo(here: string, form: FormData): string {
  const asked = reviewAsked.parse({ tab: form.get('tab'), page: form.get('page') ?? undefined })
  const search = new URLSearchParams()
  if (asked.tab) search.set('tab', asked.tab)
  if (asked.page > 1) search.set('page', String(asked.page))
  return `${here}?${search}#rows`
}

const working = new Set(['checking', 'applying', 'undoing'])

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: loaderData?.file ?? t('import.title') }) },
    // There is no script that could look: the page asks again by itself while work is under way.
    ...(loaderData && working.has(loaderData.status)
      ? [{ httpEquiv: 'refresh', content: String(refreshSeconds) }]
      : []),
  ]
}

/** One list of companies, at the step that it has reached. */
export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { id, status, columns, review, error } = loaderData
  const result = actionData && 'errors' in actionData ? actionData : null
  const form = formState(result)
  return (
    <Page
      title={loaderData.file}
      eyebrow={
        <Badge tone={status === 'applied' ? 'done' : 'sun'}>{t(`import.states.${status}`)}</Badge>
      }
      intro={t('import.rows', { count: loaderData.rows })}
      back={{ href: path('/chamber/imports'), label: t('import.title') }}
    >
      <ImportSteps status={status} />
      {isError(error) && (
        <Flash tone="attention" title={t(`import.errors.${error}`)}>
          {t(`import.errors.${error}Text`)}
        </Flash>
      )}
      {columns && <ColumnsStep view={columns} form={form} />}
      {review && (
        <>
          <ErrorSummary
            title={t('common.errorSummary')}
            errors={form.summary.map((one) => ({ ...one, fieldId: form.value('problem') }))}
          />
          <ReviewStep id={id} view={review} form={form} />
        </>
      )}
      {!columns && !review && (status === 'applied' || status === 'undone') && (
        <DoneStep
          id={id}
          status={status}
          counts={loaderData.counts}
          undo={loaderData.undo}
          undone={loaderData.undone}
        />
      )}
      {(status === 'checking' || status === 'applying' || status === 'undoing') && (
        <WorkStep
          status={status}
          done={Math.min(loaderData.done, loaderData.rows)}
          rows={loaderData.rows}
          href={path(`/chamber/imports/${id}`)}
        />
      )}
    </Page>
  )
}

const errors = ['stopped', 'stoppedUndo', 'changed', 'failed'] as const
const isError = (word: string | null): word is (typeof errors)[number] =>
  errors.some((one) => one === word)
