import type { ReactNode } from 'react'
import { Bar } from './bar.tsx'

export type Part = {
  label: string
  /** Points this part brings, on the scale of `max`. */
  value: number
  /** The points in the reader's figures, for instance "28 of 35". */
  valueText: string
  detail?: ReactNode
}

/** What a score is made of: a stacked bar, and the same as a list. Up to six parts. */
export function PartsBar(props: { label: string; parts: readonly Part[]; max?: number }) {
  const max = props.max ?? 100
  return (
    <figure className="parts">
      <figcaption className="sub-label">{props.label}</figcaption>
      <Bar
        parts={props.parts.map((part, index) => ({
          percent: (100 * part.value) / max,
          className: `part-${(index % 6) + 1}`,
        }))}
      />
      <ul>
        {props.parts.map((part, index) => (
          <li key={part.label}>
            <span className={`swatch part-${(index % 6) + 1}`} aria-hidden="true" />
            <span className="part-label">
              {part.label}
              {part.detail && <span className="part-detail">{part.detail}</span>}
            </span>
            <span className="part-value">{part.valueText}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
