import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** More, for those who want it. Disclosures that share a `name` open one at a time. */
export function Disclosure(props: {
  summary: ReactNode
  children: ReactNode
  open?: boolean | undefined
  name?: string | undefined
}) {
  return (
    <details className="disclosure" open={props.open} name={props.name}>
      <summary>
        <Icon name="next" />
        <span>{props.summary}</span>
      </summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  )
}
