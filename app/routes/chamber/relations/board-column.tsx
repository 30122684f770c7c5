import { type Stage, stages } from '#app/domain/relation/relation.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'

interface Card {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly owner: string | null
  readonly since: string | null
  readonly version: number
  readonly due: {
    readonly what: 'task' | 'commitment'
    readonly day: string
    readonly late: boolean
  } | null
}

/** The companies at one stage: a column of the board, a list on a phone. */
export function BoardColumn(props: {
  column: { stage: Stage; label: string; count: number; cards: readonly Card[] }
  /** Where a move is posted, with what the board was narrowed by. */
  action: string
  /** The page of the whole column, where more stand in it than are shown. */
  all: string | null
}) {
  const t = useT()
  const { column } = props
  const id = `column-${column.stage}`
  return (
    <section className="board-column" aria-labelledby={id}>
      <h2 id={id}>
        {t(`relation.stages.${column.stage}`)} <span className="count">{column.label}</span>
      </h2>
      {column.cards.length === 0 ? (
        <p className="hint">{t('relation.board.empty')}</p>
      ) : (
        <ul>
          {column.cards.map((card) => (
            <BoardCard key={card.id} card={card} stage={column.stage} action={props.action} />
          ))}
        </ul>
      )}
      {props.all && <a href={props.all}>{t('relation.board.all', { count: column.count })}</a>}
    </section>
  )
}

function BoardCard(props: { card: Card; stage: Stage; action: string }) {
  const t = useT()
  const path = usePath()
  const { card } = props
  const field = `stage-${card.id}`
  return (
    <li className="board-card">
      <h3>
        <a href={path(`/chamber/companies/${card.id}`)} dir="auto">
          {card.name}
        </a>
      </h3>
      <p className="hint">
        {[card.place, card.owner].filter(Boolean).map((text, at) => (
          <span key={text}>
            {at > 0 && ' · '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </p>
      {card.since && <p className="hint">{t('relation.stage.since', { day: card.since })}</p>}
      {card.due && (
        <p className={card.due.late ? 'board-late' : undefined}>
          {t(`relation.board.due.${card.due.what}`, { day: card.due.day })}
        </p>
      )}
      <form method="post" action={props.action} className="board-move">
        <HiddenField name="companyId" value={card.id} />
        <HiddenField name="version" value={card.version} />
        <label className="sr-only" htmlFor={field}>
          {t('relation.stage.label')} : {card.name}
        </label>
        <select className="input" id={field} name="stage" defaultValue={props.stage}>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {t(`relation.stages.${stage}`)}
            </option>
          ))}
        </select>
        <Button size="small" ariaLabel={`${t('relation.stage.move')} : ${card.name}`}>
          {t('relation.stage.move')}
        </Button>
      </form>
    </li>
  )
}
