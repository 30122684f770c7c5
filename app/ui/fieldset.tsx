import type { ReactNode } from 'react'

/** Fields that belong together under one title. */
export function Fieldset(props: {
  legend: string
  hint?: ReactNode
  /** Fields side by side on wide screens. */
  columns?: boolean
  children: ReactNode
}) {
  return (
    <fieldset className="fieldset">
      <legend>{props.legend}</legend>
      {props.hint && <p className="hint">{props.hint}</p>}
      <div className={props.columns ? 'fields-columns' : 'fields'}>{props.children}</div>
    </fieldset>
  )
}

/** Fields one under the other; `columns` puts short ones side by side on wide screens. */
export function Fields(props: { columns?: boolean; children: ReactNode }) {
  return <div className={props.columns ? 'fields-columns' : 'fields'}>{props.children}</div>
}
