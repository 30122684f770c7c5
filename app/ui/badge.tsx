import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'done' | 'attention' | 'sun'

/** The state of a thing in a word; the word carries the meaning, the colour only repeats it. */
export function Badge(props: { children: ReactNode; tone?: Tone; icon?: IconName | undefined }) {
  return (
    <span className={`badge tone-${props.tone ?? 'neutral'}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  )
}
