import { rowTabs } from '#app/domain/import/import.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from '../../company/form-state.ts'
import { DiscardList } from './import-columns.tsx'
import type { reviewView, ShownProblem, ShownRow } from './import-view.server.ts'

type View = Awaited<ReturnType<typeof reviewView>>

/** What is the same for all rows of the page. */
interface Around {
  readonly tab: View['tab']
  readonly page: number
  /** The mended cell that was refused, by the id of its problem, and what was wrong. */
  readonly form: FormState
}

/** The step at which somebody looks the rows over, mends and decides, then saves them. */
export function ReviewStep({ id, view, form }: { id: string; view: View; form: FormState }) {
  const t = useT()
  const locale = useLocale()
  const path = usePath()
  const base = path(`/chamber/imports/${id}`)
  const { counts, tab, page, pages, rows } = view
  const at = (other: number) => `${base}?tab=${tab}&page=${other}#rows`
  return (
    <>
      <SaveSection counts={counts} />
      <Section title={t('import.review.title')} id="rows">
        <Tabs
          label={t('import.review.tabs')}
          tabs={rowTabs.map((one) => ({
            href: `${base}?tab=${one}#rows`,
            label: t(`import.tabs.${one}`),
            count: formatNumber(locale, counts[one]),
            current: one === tab,
          }))}
        />
        <p className="hint">{t(`import.tabsText.${tab}`)}</p>
        {rows.length === 0 ? (
          <EmptyState icon="check" title={t('import.review.nothing')} />
        ) : (
          <CardList>
            {rows.map((row) => (
              <RowCard key={row.number} row={row} around={{ tab, page, form }} />
            ))}
          </CardList>
        )}
        <Pagination
          label={t('common.pagination.label')}
          summary={t('import.review.page', {
            page: formatNumber(locale, page),
            pages: formatNumber(locale, pages),
          })}
          previous={
            page > 1 ? { href: at(page - 1), label: t('common.pagination.previous') } : undefined
          }
          next={
            page < pages ? { href: at(page + 1), label: t('common.pagination.next') } : undefined
          }
        />
      </Section>
      <LeftOut id={id} count={counts.rejected + counts.duplicate + counts.skipped} />
      <form method="post" className="actions">
        <Button variant="quiet" icon="back" name="intent" value="columns">
          {t('import.columns.back')}
        </Button>
      </form>
      <DiscardList />
    </>
  )
}

function SaveSection({ counts }: { counts: View['counts'] }) {
  const t = useT()
  const goIn = counts.new + counts.update
  const left = counts.rejected + counts.duplicate + counts.skipped
  return (
    <Section title={t('import.apply.title')} intro={t('import.apply.text')}>
      {left > 0 && (
        <p>
          {t('import.apply.left', { count: left })}{' '}
          {counts.rejected + counts.duplicate > 0 && t('import.apply.mendFirst')}
        </p>
      )}
      {goIn > 0 ? (
        <form method="post" className="actions">
          <Button variant="primary" icon="check" name="intent" value="apply">
            {t('import.apply.button', { count: goIn })}
          </Button>
        </form>
      ) : (
        <p>{t('import.apply.nothing')}</p>
      )}
    </Section>
  )
}

/** The rows that stay out, as a file with their reasons. */
export function LeftOut({ id, count }: { id: string; count: number }) {
  const t = useT()
  const path = usePath()
  if (count === 0) return null
  const base = path(`/chamber/imports/${id}/left-out`)
  return (
    <Section title={t('import.review.leftOut')} intro={t('import.review.leftOutText')}>
      <div className="actions">
        <ButtonLink href={`${base}?format=csv`} icon="download" download>
          {t('import.review.csv')}
        </ButtonLink>
        <ButtonLink href={`${base}?format=xlsx`} icon="download" download>
          {t('import.review.xlsx')}
        </ButtonLink>
      </div>
    </Section>
  )
}

function RowCard({ row, around }: { row: ShownRow; around: Around }) {
  const t = useT()
  const path = usePath()
  return (
    <Card
      id={`row-${row.number}`}
      title={row.name || t('import.review.nameless')}
      subtitle={[row.place, row.sector].filter(Boolean).join(' · ') || undefined}
      badge={<Badge>{t('import.review.row', { row: row.number })}</Badge>}
    >
      {row.twin && (
        <p>
          {row.isSame ? t('import.review.known') : t('import.review.twin')}{' '}
          <a href={path(`/chamber/companies/${row.twin.id}`)}>
            <bdi>{row.twin.name}</bdi>
          </a>
        </p>
      )}
      {row.twinRow !== null && (
        <p>
          {t(row.isSame ? 'import.review.sameRow' : 'import.review.twinRow', { row: row.twinRow })}
        </p>
      )}
      {row.why.length > 0 && (
        <p className="hint">
          {t('common.labelled', { label: t('import.review.why'), value: row.why.join(' · ') })}
        </p>
      )}
      {row.changes && (
        <div>
          {row.changes.length === 0 ? (
            <p>{t('import.review.noChange')}</p>
          ) : (
            <>
              <p className="label">{t('import.review.changes')}</p>
              <ul>
                {row.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {row.problems.map((problem) => (
        <ProblemForm key={problem.id} row={row} problem={problem} around={around} />
      ))}
      <Decisions row={row} around={around} />
    </Card>
  )
}

/** One problem of a row: what is wrong, and the cell to write anew. */
function ProblemForm(props: { row: ShownRow; problem: ShownProblem; around: Around }) {
  const { row, problem, around } = props
  const t = useT()
  const refused = around.form.value('problem') === problem.id
  const label = (
    <>
      <bdi>{problem.heading}</bdi>
    </>
  )
  const shared = {
    id: problem.id,
    name: 'value',
    label,
    hint: problem.text,
    errors: refused ? around.form.errors('value') : undefined,
  }
  if (problem.column === null) {
    return (
      <p>
        <strong>{problem.heading}</strong> {problem.text}
      </p>
    )
  }
  return (
    <form method="post" noValidate className="mend" data-severity={problem.severity}>
      <HiddenField name="intent" value="mend" />
      <HiddenField name="row" value={row.number} />
      <HiddenField name="column" value={problem.column} />
      <HiddenField name="problem" value={problem.id} />
      <HiddenField name="tab" value={around.tab} />
      <HiddenField name="page" value={around.page} />
      {problem.choices ? (
        <SelectField
          {...shared}
          hint={
            <>
              {problem.text}{' '}
              {t('common.labelled', {
                label: t('import.review.written'),
                value: isolate(problem.value),
              })}
            </>
          }
          emptyLabel={t('import.review.keepText')}
          options={problem.choices}
        />
      ) : (
        <TextField
          {...shared}
          defaultValue={refused ? around.form.value('value') : problem.value}
          maxLength={2000}
        />
      )}
      <Button ariaLabel={t('import.review.fixLabel', { column: problem.heading, row: row.number })}>
        {t('import.review.fix')}
      </Button>
    </form>
  )
}

function Decisions({ row, around }: { row: ShownRow; around: Around }) {
  const t = useT()
  if (row.decisions.length === 0 && !row.decided) return null
  const words = {
    update: t('import.review.isUpdate'),
    new: t('import.review.isNew'),
    skip: t('import.review.skip'),
  }
  return (
    <form method="post" className="actions">
      <HiddenField name="intent" value="decide" />
      <HiddenField name="row" value={row.number} />
      <HiddenField name="tab" value={around.tab} />
      <HiddenField name="page" value={around.page} />
      {row.decisions.map((decision) => (
        <Button
          key={decision}
          size="small"
          variant={decision === 'skip' ? 'quiet' : 'secondary'}
          name="decision"
          value={decision}
        >
          {words[decision]}
        </Button>
      ))}
      {row.decided && (
        <Button size="small" name="decision" value="none">
          {t('import.review.unskip')}
        </Button>
      )}
    </form>
  )
}
