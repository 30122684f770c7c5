import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures align to the end. */
  align?: 'start' | 'end'
  /** The column that names the row; one a table, the first unless told. */
  rowHeader?: boolean
  /** Adds `aria-sort` and a link that sorts by this column. */
  sort?: { href: string; state: 'ascending' | 'descending' | 'none' } | undefined
}

// Rows become cards on a phone through `display`, which makes some browsers forget what a table is:
// explicit roles keep it a table for assistive technology.
const as = (role: string) => ({ role })

/**
 * A table on wide screens; under 640 px each row is a card that names its values, or a line where it
 * is a name and a figure.
 */
export function DataTable<Row>(props: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
}) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const header = props.columns.find((column) => column.rowHeader) ?? props.columns[0]
  const isPairs = props.columns.length === 2 && props.columns[1]?.align === 'end'
  return (
    <table className={classNames('table-cards', isPairs && 'table-pairs')} {...as('table')}>
      <caption className={props.captionHidden ? 'sr-only' : undefined}>{props.caption}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          {props.columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.align === 'end' ? 'text-end' : undefined}
              aria-sort={column.sort?.state}
              {...as('columnheader')}
            >
              {column.sort ? <a href={column.sort.href}>{column.label}</a> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} {...as('row')}>
            {props.columns.map((column) => {
              const Cell = column === header ? 'th' : 'td'
              return (
                <Cell
                  key={column.key}
                  scope={Cell === 'th' ? 'row' : undefined}
                  data-label={column.label}
                  className={classNames(column.align === 'end' && 'cell-figure')}
                  {...as(Cell === 'th' ? 'rowheader' : 'cell')}
                >
                  <div>{column.cell(row)}</div>
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
