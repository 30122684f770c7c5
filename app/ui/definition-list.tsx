import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode; action?: ReactNode }

/** Facts with their names; an entry without value is left out. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items
        .filter((item) => item.value !== null && item.value !== undefined && item.value !== '')
        .map((item) => (
          <div key={item.term}>
            <dt>{item.term}</dt>
            <dd>
              {item.value}
              {item.action && <span className="definition-action">{item.action}</span>}
            </dd>
          </div>
        ))}
    </dl>
  )
}
