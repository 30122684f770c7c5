import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'

export type TimelineItem = {
  title: ReactNode
  /** The moment in the reader's format. */
  date: string
  /** The same moment for machines, ISO 8601. */
  dateTime?: string | undefined
  tone?: Tone
  body?: ReactNode
}

/** What happened, or is due, in order. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history is drawn once and never reordered
        <li key={index} data-tone={item.tone}>
          <time dateTime={item.dateTime}>{item.date}</time>
          <p className="timeline-title">{item.title}</p>
          {item.body && <div>{item.body}</div>}
        </li>
      ))}
    </ol>
  )
}
