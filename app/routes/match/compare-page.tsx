import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { BandBar } from '#app/ui/band-bar.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Comparison } from './comparison.ts'
import { HumanNote } from './match-explanation.tsx'

/** Two to four matches side by side; with fewer, how to choose them. */
export function ComparePage(props: {
  title: string
  intro: ReactNode
  comparison: Comparison
  /** What one chooses and how, where there is too little to compare. */
  few: { readonly title: string; readonly text: string }
  back: { readonly href: string; readonly label: string }
}) {
  const { comparison, back } = props
  const t = useT()
  return (
    <Page title={props.title} intro={props.intro} back={back}>
      {comparison.notes.map((note) => (
        <Flash key={note} tone="attention" live={false}>
          <p>{note}</p>
        </Flash>
      ))}
      {comparison.columns.length > 1 ? (
        <CompareTable comparison={comparison} caption={props.title} />
      ) : (
        <EmptyState
          icon="list"
          title={props.few.title}
          text={props.few.text}
          action={
            <ButtonLink variant="primary" href={back.href}>
              {t('match.compare.toList')}
            </ButtonLink>
          }
        />
      )}
      <HumanNote />
    </Page>
  )
}

// Rows change their `display` on a phone, which makes some browsers forget what a table is: explicit
// roles keep it one for assistive technology.
const as = (role: string) => ({ role })

/**
 * The table scrolls inside its own frame, the names of its rows stay in sight. On a phone a name stands
 * above its values, so that two things are seen side by side.
 */
function CompareTable({ comparison, caption }: { comparison: Comparison; caption: string }) {
  const { columns, rows } = comparison
  const t = useT()
  return (
    <div>
      {columns.length > 2 && <p className="hint no-print sm:hidden">{t('match.compare.scroll')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no finger to swipe scrolls it with the keys */}
      <section className="compare" data-columns={columns.length} tabIndex={0} aria-label={caption}>
        <table {...as('table')}>
          <caption className="sr-only">{caption}</caption>
          <thead {...as('rowgroup')}>
            <tr {...as('row')}>
              <td {...as('cell')} />
              {columns.map((column) => (
                <th key={column.id} scope="col" {...as('columnheader')}>
                  <a href={column.href}>
                    <bdi>{column.title}</bdi>
                  </a>
                  <span className="hint block font-normal">
                    <bdi>{column.subtitle}</bdi>
                  </span>
                  {column.remove && (
                    <a
                      className="no-print inline-block py-3 text-sm font-normal"
                      href={column.remove}
                      aria-label={`${t('match.compare.remove')} : ${column.title}`}
                    >
                      {t('match.compare.remove')}
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as('rowgroup')}>
            {rows.map((row) => (
              <tr key={row.label} {...as('row')}>
                <th scope="row" {...as('rowheader')}>
                  <span>{row.label}</span>
                </th>
                {row.cells.map((cell, at) => (
                  <td key={columns[at]?.id} {...as('cell')}>
                    {cell.band && <BandBar {...cell.band} />}
                    {cell.lines.map((line) => (
                      <p key={line}>
                        <bdi>{line}</bdi>
                      </p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
