import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** A list with nothing in it: what will be here, and how to start. */
export function EmptyState(props: {
  title: string
  text?: ReactNode
  icon?: IconName | undefined
  action?: ReactNode
}) {
  return (
    <div className="empty-state">
      {props.icon && <Icon name={props.icon} />}
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.action && <div className="actions">{props.action}</div>}
    </div>
  )
}
