import { redirect } from 'react-router'
import { ExpectedError } from '#app/domain/errors.ts'
import { moveRelation } from '#app/domain/relation/move-relation.server.ts'
import { stageMove } from '#app/domain/relation/relation.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import styles from '#app/ui/styles/board.css?url'
import { placedExportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/board'
import { BoardColumn } from './board-column.tsx'
import { BoardFilters } from './board-filters.tsx'
import { readBoardPage } from './board-model.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, readBoardPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, t, request, url }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const parsed = parseForm(form, stageMove, t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    await moveRelation(deps, signedIn(viewer), parsed.value)
    return redirect(`${url.pathname}${url.search}`, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.board.title') }) }]
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { asked, columns, page: current, pages } = loaderData
  const address = (changes: Record<string, string | number | undefined>, below = '') => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...asked, page: undefined, ...changes })) {
      if (value !== undefined && String(value) !== '1') search.set(name, String(value))
    }
    return `${path(`/chamber/board${below}`)}${search.size > 0 ? `?${search}` : ''}`
  }
  const shown = asked.stage ? columns.filter((one) => one.stage === asked.stage) : columns
  return (
    <Page title={t('relation.board.title')} intro={t('relation.board.intro')}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <ChamberNav current="board" />
      <BoardFilters
        asked={asked}
        officers={loaderData.officers}
        choices={loaderData}
        clear={path('/chamber/board')}
      />
      {asked.stage && <a href={address({ stage: undefined })}>{t('relation.board.allStages')}</a>}
      {!asked.stage && (
        <nav className="board-jump" aria-label={t('relation.stage.label')}>
          {columns.map((column) => (
            <a key={column.stage} href={`#column-${column.stage}`}>
              {t(`relation.stages.${column.stage}`)} <span className="count">{column.label}</span>
            </a>
          ))}
        </nav>
      )}
      <div className={asked.stage ? 'board board-alone' : 'board'}>
        {shown.map((column) => (
          <BoardColumn
            key={column.stage}
            column={column}
            action={`${path('/chamber/board')}${loaderData.search}`}
            all={
              !asked.stage && column.count > column.cards.length
                ? address({ stage: column.stage })
                : null
            }
          />
        ))}
      </div>
      {asked.stage && pages > 1 && (
        <Pagination
          label={t('common.pagination.label')}
          summary={t('chamber.companies.pageOf', { page: current, pages })}
          previous={
            current > 1
              ? { href: address({ page: current - 1 }), label: t('common.pagination.previous') }
              : undefined
          }
          next={
            current < pages
              ? { href: address({ page: current + 1 }), label: t('common.pagination.next') }
              : undefined
          }
        />
      )}
      <TakeAway out={placedExportLinks(t, address({}, '/export'))} />
    </Page>
  )
}
