import { redirect } from 'react-router'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { boardAsked } from '#app/domain/relation/board.ts'
import { listBoard } from '#app/domain/relation/list-board.server.ts'
import { moveRelation } from '#app/domain/relation/move-relation.server.ts'
import { stageMove } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import styles from '#app/ui/styles/board.css?url'
import { toDay } from '#db/codec.ts'
import { sectorOptions } from '../../company/company-fields.tsx'
import { placeLabel } from '../../company/place-choice.ts'
import { askedOf, unitsOf } from '../chamber-filters.ts'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/board'
import { BoardColumn } from './board-column.tsx'
import { BoardFilters } from './board-filters.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const who = signedIn(viewer)
    const chamber = await ownChamber(db, viewer)
    const asked = askedOf(boardAsked, url)
    const [officers, found] = await Promise.all([
      officersOf(db, chamber),
      listBoard(db, reference, chamber, who.userId, asked),
    ])
    const labels = new Map(officers.map((one) => [one.userId, one.label]))
    labels.set(who.userId, t('relation.owner.me'))
    const today = toDay(services.now())
    return {
      asked,
      search: url.search,
      officers,
      divisions: sectorOptions(reference.sectors, locale),
      sections: reference.sectors
        .filter((one) => one.level === 'section')
        .map((one) => ({ value: one.code, label: one.names[locale] })),
      unitLabel: countryPack(chamber.country).admin1Label[locale],
      units: unitsOf(chamber, locale),
      page: found.page,
      pages: found.pages,
      columns: found.columns.map((column) => ({
        stage: column.stage,
        count: column.count,
        label: formatNumber(locale, column.count),
        cards: column.cards.map((card) => {
          const place = card.placeId ? reference.place(card.placeId) : null
          return {
            id: card.id,
            name: card.name,
            place: place ? placeLabel(place, locale) : null,
            owner: card.ownerId ? (labels.get(card.ownerId) ?? null) : null,
            since: card.since ? formatDay(locale, card.since) : null,
            version: card.version,
            due: card.due && {
              what: card.due.what,
              day: formatDay(locale, card.due.day),
              late: card.due.day < today,
            },
          }
        }),
      })),
    }
  })
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
  const address = (changes: Record<string, string | number | undefined>) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...asked, page: undefined, ...changes })) {
      if (value !== undefined && String(value) !== '1') search.set(name, String(value))
    }
    return `${path('/chamber/board')}${search.size > 0 ? `?${search}` : ''}`
  }
  const shown = asked.stage ? columns.filter((one) => one.stage === asked.stage) : columns
  return (
    <Page title={t('relation.board.title')} intro={t('relation.board.intro')}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <ChamberNav current="board" />
      <BoardFilters
        asked={asked}
        officers={loaderData.officers}
        sections={loaderData.sections}
        divisions={loaderData.divisions}
        unitLabel={loaderData.unitLabel}
        units={loaderData.units}
        clear={path('/chamber/board')}
      />
      {asked.stage && <a href={address({ stage: undefined })}>{t('relation.board.allStages')}</a>}
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
    </Page>
  )
}
