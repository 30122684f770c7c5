import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kept } from './kept-markup.tsx'

type CardProps = {
  title?: ReactNode
  /** Makes the title a link; the rest of the card stays free for other links. */
  href?: string | undefined
  subtitle?: ReactNode
  badge?: ReactNode
  actions?: ReactNode
  tone?: 'plain' | 'soft' | 'attention'
  id?: string | undefined
  children?: ReactNode
}

/** One thing in a list, or one summary beside a page. */
export function Card(props: CardProps) {
  return (
    <article
      className={classNames('card', props.tone && props.tone !== 'plain' && `card-${props.tone}`)}
      id={props.id}
    >
      {(props.title || props.badge) && (
        <div className="card-head">
          <div>
            {props.title && (
              <h3>
                {props.href ? (
                  <a href={props.href}>
                    <bdi>{props.title}</bdi>
                  </a>
                ) : (
                  <bdi>{props.title}</bdi>
                )}
              </h3>
            )}
            {props.subtitle && <p className="card-subtitle">{props.subtitle}</p>}
          </div>
          {props.badge}
        </div>
      )}
      {props.children}
      {props.actions && <div className="actions">{props.actions}</div>}
    </article>
  )
}

/** Cards in a list: one column on a phone, as many as fit above. */
export function CardList({ children, columns }: { children: ReactNode; columns?: boolean }) {
  return <div className={columns ? 'cards cards-columns' : 'cards'}>{children}</div>
}

/** The same for cards whose markup is kept. */
export function KeptCardList({ cards }: { cards: readonly string[] }) {
  return <Kept as="div" className="cards" markup={cards.join('')} />
}
