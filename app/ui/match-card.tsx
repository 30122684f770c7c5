import type { ReactNode } from 'react'
import { type Band, BandBar } from './band-bar.tsx'
import { Icon } from './icon.tsx'

export type MatchCardProps = {
  title: string
  href: string
  /** Firm of an opportunity, or public code of a profile. */
  subtitle: string
  place?: string | undefined
  distance?: string | undefined
  /** Further facts in a few words each: contract, pay, closing day. */
  facts?: readonly string[] | undefined
  band?: Band | undefined
  /** The three best reasons, as sentences or short facts. */
  reasons: readonly string[]
  reasonsLabel: string
  /** The one thing that is missing, or null. */
  missing: string | null
  badge?: ReactNode
  action?: ReactNode
}

/** A match: what, who, where, how well and why, what is missing, and one thing to do. */
export function MatchCard(props: MatchCardProps) {
  const facts = [props.distance, ...(props.facts ?? [])].filter(Boolean)
  return (
    <article className="card match-card">
      <div className="match-body">
        <div className="match-main">
          <div className="card-head">
            <div>
              <h3>
                <a href={props.href}>
                  <bdi>{props.title}</bdi>
                </a>
              </h3>
              <p className="card-subtitle">
                <bdi>{props.subtitle}</bdi>
              </p>
            </div>
            {props.badge}
          </div>
          {(props.place || facts.length > 0) && (
            <p className="facts">
              {props.place && (
                <span>
                  <Icon name="place" />
                  <bdi>{props.place}</bdi>
                </span>
              )}
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          )}
          {(props.reasons.length > 0 || props.missing) && (
            <ul className="reasons" aria-label={props.reasonsLabel}>
              {props.reasons.map((reason) => (
                <li key={reason}>
                  <Icon name="check" className="text-leaf" />
                  <span>{reason}</span>
                </li>
              ))}
              {props.missing && (
                <li className="reason-missing">
                  <Icon name="minus" className="text-laterite" />
                  <span>{props.missing}</span>
                </li>
              )}
            </ul>
          )}
        </div>
        <div className="match-side">
          {props.band && <BandBar {...props.band} />}
          {props.action && <div className="actions">{props.action}</div>}
        </div>
      </div>
    </article>
  )
}
