import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** A skill, a place, a language: a fact in a word. With `removeHref` it can be taken away. */
export function Tag(props: {
  children: ReactNode
  icon?: IconName | undefined
  href?: string | undefined
  removeHref?: string | undefined
  removeLabel?: string | undefined
}) {
  const content = (
    <>
      {props.icon && <Icon name={props.icon} />}
      <bdi>{props.children}</bdi>
    </>
  )
  if (props.removeHref) {
    return (
      <a className="tag tag-button" href={props.removeHref}>
        {content}
        {props.removeLabel && <span className="sr-only"> : {props.removeLabel}</span>}
        <Icon name="close" />
      </a>
    )
  }
  if (props.href) {
    return (
      <a className="tag tag-button" href={props.href}>
        {content}
      </a>
    )
  }
  return <span className="tag">{content}</span>
}

/** Tags in a row that wraps. */
export function Tags({ label, children }: { label?: string | undefined; children: ReactNode[] }) {
  return (
    <ul className="tags" aria-label={label}>
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tags are drawn once and never reordered
        <li key={index}>{child}</li>
      ))}
    </ul>
  )
}
