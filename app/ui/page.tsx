import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type PageLink = { href: string; label: string }

type PageProps = {
  title: string
  intro?: ReactNode
  /** A word or badge above the title, for instance the state of an opportunity. */
  eyebrow?: ReactNode
  actions?: ReactNode
  back?: PageLink | undefined
  breadcrumbs?: { label: string; items: readonly PageLink[] } | undefined
  /** A second column, beside the content on wide screens and under it on a phone. */
  aside?: ReactNode
  /** `form` keeps a page of fields to one readable column. */
  width?: 'page' | 'form'
  children?: ReactNode
}

/** The main part of a page: where you are, what it is for, what to do next, then the content. */
export function Page(props: PageProps) {
  return (
    <main id="main" className={classNames('page', props.width === 'form' && 'page-form')}>
      {props.back && (
        <a className="back-link no-print" href={props.back.href}>
          <Icon name="back" />
          <bdi>{props.back.label}</bdi>
        </a>
      )}
      {props.breadcrumbs && (
        <nav className="no-print" aria-label={props.breadcrumbs.label}>
          <ol className="breadcrumbs">
            {props.breadcrumbs.items.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label}</a>
                <Icon name="next" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className="page-head">
        <div className="page-title">
          {props.eyebrow && <div>{props.eyebrow}</div>}
          <h1>
            <bdi>{props.title}</bdi>
          </h1>
          {props.intro && <div className="intro">{props.intro}</div>}
        </div>
        {props.actions && <div className="actions">{props.actions}</div>}
      </header>
      {props.aside ? (
        <div className="split">
          <div className="stack">{props.children}</div>
          <aside className="stack">{props.aside}</aside>
        </div>
      ) : (
        <div className="stack">{props.children}</div>
      )}
    </main>
  )
}

/** A titled part of a page; `id` makes it a place to link to. */
export function Section(props: {
  title: string
  id?: string | undefined
  intro?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <h2>{props.title}</h2>
        {props.actions}
      </div>
      {props.intro && <p className="hint">{props.intro}</p>}
      {props.children}
    </section>
  )
}
