import { Fragment, type ReactNode } from 'react'
import { radii } from '#app/domain/search/list-state.ts'
import { formatKm } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FacetLists } from '#app/ui/facet-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { UnknownPlace } from '../search/unknown-place.tsx'
import type { MatchListView } from './match-list-view.ts'

interface Words {
  /** On the button that compares what is ticked, and under it. */
  readonly compare: string
  readonly compareNote: string
}

/** A card of the list, and what stands above all of its band. */
export interface Headed {
  readonly id: string
  readonly heading: string
  readonly card: ReactNode
}

/**
 * A list of matches with its filters beside, which wait closed on a phone. The cards stand in a form:
 * what is ticked is compared. `empty` takes their place where there are none.
 */
export function MatchList(props: {
  view: MatchListView
  words: Words
  cards: readonly Headed[]
  empty: ReactNode
}) {
  const { view, cards } = props
  const t = useT()
  // An empty filtered list says itself that there is more further off.
  const links =
    cards.length === 0 && view.chips.length > 0 ? [view.hidden] : [view.farther, view.hidden]
  return (
    <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
      <Filters view={view} />
      <section className="stack" aria-labelledby="results">
        <div className="section-head">
          <h2 id="results">{view.total}</h2>
          {cards.length > 1 && view.sorts.length > 1 && (
            <nav className="no-print cluster text-sm" aria-label={t('search.sort')}>
              {view.sorts.map((sort) => (
                <a
                  key={sort.label}
                  className={sort.current ? 'py-3 font-semibold' : 'py-3'}
                  href={sort.href}
                  aria-current={sort.current ? 'true' : undefined}
                >
                  {sort.label}
                </a>
              ))}
            </nav>
          )}
          {view.notes.length > 0 && <p className="hint basis-full">{view.notes.join(' ')}</p>}
        </div>
        <PlaceNotes view={view} />
        {view.chips.length > 0 && (
          <div className="cluster">
            <Tags label={t('search.active')}>
              {view.chips.map((chip) => (
                <Tag key={chip.href} removeHref={chip.href} removeLabel={t('search.remove')}>
                  {chip.label}
                </Tag>
              ))}
            </Tags>
            <a className="py-3" href={view.clear}>
              {t('search.clear')}
            </a>
          </div>
        )}
        {cards.length > 0 ? <Comparable {...props} /> : props.empty}
        <Pagination {...view.pages} />
        {links.some(Boolean) && (
          <p className="cluster">
            {links.map(
              (link) =>
                link && (
                  <a key={link.href} className="py-3" href={link.href}>
                    {link.label}
                  </a>
                ),
            )}
          </p>
        )}
      </section>
    </div>
  )
}

/** The cards, and the button that compares those that are ticked: from the first one on it stays in sight. */
function Comparable({
  view,
  words,
  cards,
}: {
  view: MatchListView
  words: Words
  cards: readonly Headed[]
}) {
  const lists = <Cards cards={cards} headed={view.headed} />
  if (cards.length < 2) return lists
  return (
    <form method="get" action={view.compare.action} className="group section">
      {view.compare.carried.map(([name, value]) => (
        <HiddenField key={name + value} name={name} value={value} />
      ))}
      {lists}
      <div className="row no-print bottom-0 border-t border-line bg-paper py-3 group-has-checked:sticky">
        <p className="hint">{words.compareNote}</p>
        <Button>{words.compare}</Button>
      </div>
    </form>
  )
}

/** The cards, those of one band below its name where the list goes by fit. */
function Cards({ cards, headed }: { cards: readonly Headed[]; headed: boolean }) {
  if (!headed) return <CardList>{cards.map(({ card }) => card)}</CardList>
  const headings = [...new Set(cards.map((one) => one.heading))]
  return headings.map((heading) => (
    <Fragment key={heading}>
      <h2 className="text-base">{heading}</h2>
      <CardList>{cards.filter((one) => one.heading === heading).map(({ card }) => card)}</CardList>
    </Fragment>
  ))
}

/** What is to be said of the place asked for: nobody knows it, or one's own profile ends short of it. */
function PlaceNotes({ view }: { view: MatchListView }) {
  const { unknownPlace, nearPlaces, reach } = view
  return (
    <>
      {unknownPlace && <UnknownPlace text={unknownPlace} near={nearPlaces} />}
      {reach && (
        <Flash
          tone="attention"
          live={false}
          action={<ButtonLink href={reach.href}>{reach.label}</ButtonLink>}
        >
          <p>{reach.text}</p>
        </Flash>
      )}
    </>
  )
}

/** What one can do with a match in a list: see why, tick it to compare, leave it out. */
export function MatchActions(props: {
  id: string
  /** What the card is about, for those who hear the buttons one after the other. */
  name: string
  why: string
  hide: string
  comparable: boolean
}) {
  const t = useT()
  return (
    <>
      <ButtonLink href={props.why} ariaLabel={`${t('match.why')} : ${props.name}`}>
        {t('match.why')}
      </ButtonLink>
      {props.comparable && (
        <Choice
          type="checkbox"
          id={`compare-${props.id}`}
          name="id"
          value={props.id}
          label={
            <>
              {t('match.compare.choose')}
              <span className="sr-only"> : {props.name}</span>
            </>
          }
        />
      )}
      <ButtonLink
        variant="quiet"
        size="small"
        href={props.hide}
        ariaLabel={`${t('match.hide.link')} : ${props.name}`}
      >
        {t('match.hide.link')}
      </ButtonLink>
    </>
  )
}

function Filters({ view }: { view: MatchListView }) {
  const t = useT()
  const on = view.chips.length
  return (
    <details className="lg:[&::details-content]:[content-visibility:visible]">
      <summary className="btn btn-secondary lg:hidden">
        <Icon name="filter" />
        {on > 0 ? t('search.filtersOn', { number: on }) : t('search.filters')}
      </summary>
      <div className="pt-4 lg:pt-0">
        <h2 className="sr-only">{t('search.filters')}</h2>
        <PlaceForm view={view} />
        <FacetLists
          groups={view.filters}
          checkedLabel={t('search.checked')}
          moreLabel={t('search.more')}
        />
      </div>
    </details>
  )
}

/** "Within 10 km of Bouaké": one's own place stands there to begin with, and limits nothing until it is sent. */
function PlaceForm({ view: { path, place } }: { view: MatchListView }) {
  const t = useT()
  const locale = useLocale()
  return (
    <form method="get" action={path} className="section pb-4" aria-label={t('match.list.around')}>
      {place.carried.map(([name, value]) => (
        <HiddenField key={name + value} name={name} value={value} />
      ))}
      <TextField
        name="place"
        label={t('match.list.place')}
        defaultValue={place.name}
        maxLength={100}
        autoComplete="off"
        list="place-names"
        suggestUrl={place.suggestUrl}
      />
      <datalist id="place-names">
        {place.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SelectField
        name="km"
        label={t('search.radius')}
        defaultValue={String(place.km)}
        options={radii.map((km) => ({ value: String(km), label: formatKm(locale, km) }))}
      />
      <Button>{t('match.list.limit')}</Button>
    </form>
  )
}

/** What has just been hidden, and the way back. `action` answers posts of the match's own page. */
export function UndoHide({ title, action }: { title: string; action: string }) {
  const t = useT()
  return (
    <Flash
      tone="done"
      action={
        <form method="post" action={action}>
          <HiddenField name="intent" value="show" />
          <Button>{t('match.hide.undo')}</Button>
        </form>
      }
    >
      <p>{t('match.hide.done', { title })}</p>
    </Flash>
  )
}

/** A list with nothing in it: with filters on, which of them to widen; else what one can do instead. */
export function EmptyMatches(props: {
  view: MatchListView
  icon: IconName
  filtered: string
  title: string
  text: string
  action: ReactNode
}) {
  const { view } = props
  const t = useT()
  const ways = view.wider !== null || view.farther !== null || view.all
  if (view.chips.length === 0) {
    return (
      <EmptyState icon={props.icon} title={props.title} text={props.text} action={props.action} />
    )
  }
  return (
    <EmptyState
      icon={props.icon}
      title={props.filtered}
      text={t(ways ? 'match.list.emptyFilteredText' : 'match.list.emptyAnywayText')}
      action={
        <>
          {view.wider && <ButtonLink href={view.wider.href}>{view.wider.label}</ButtonLink>}
          {view.farther && <ButtonLink href={view.farther.href}>{view.farther.label}</ButtonLink>}
          {view.all && <ButtonLink href={view.clear}>{t('match.list.showAll')}</ButtonLink>}
          {!ways && props.action}
        </>
      }
    />
  )
}
