import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  done: 'check',
  attention: 'attention',
  sun: 'bell',
}

/** What has just happened, or a note to read first. `live` announces it. */
export function Flash(props: {
  tone?: Tone
  title?: string | undefined
  children?: ReactNode
  action?: ReactNode
  live?: boolean
}) {
  const tone = props.tone ?? 'neutral'
  return (
    <div className={`flash tone-${tone}`} role={props.live === false ? undefined : 'status'}>
      <Icon name={icons[tone]} />
      <div>
        {props.title && <p className="flash-title">{props.title}</p>}
        {props.children && <div>{props.children}</div>}
        {props.action && <div className="actions">{props.action}</div>}
      </div>
    </div>
  )
}
