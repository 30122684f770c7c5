import type { ReactNode } from 'react'

/** A figure and what it counts; `note` compares it or says where it comes from. */
export function Stat(props: { value: ReactNode; label: string; note?: ReactNode; href?: string }) {
  return (
    <div className="stat">
      <dt>{props.href ? <a href={props.href}>{props.label}</a> : props.label}</dt>
      <dd>
        <span className="stat-value">{props.value}</span>
        {props.note && <span className="stat-note">{props.note}</span>}
      </dd>
    </div>
  )
}

/** Figures side by side. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>
}
