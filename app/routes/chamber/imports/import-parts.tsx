import type { ImportCounts } from '#app/domain/import/import.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Stat, Stats } from '#app/ui/stat.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { LeftOut } from './import-review.tsx'

type Status = 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'

/** How many of the four steps lie behind an import. */
const passed: Record<Status, number> = {
  uploaded: 0,
  checking: 1,
  checked: 2,
  applying: 3,
  applied: 4,
  undoing: 4,
  undone: 4,
}

/** Where a list stands on its way. */
export function ImportSteps({ status }: { status: Status }) {
  const t = useT()
  const locale = useLocale()
  const at = passed[status]
  if (at === 4) return null
  const names = (['columns', 'check', 'review', 'apply'] as const).map((one) =>
    t(`import.steps.${one}`),
  )
  return (
    <Steps
      label={t('import.steps.label')}
      summary={t('import.steps.summary', { step: formatNumber(locale, at + 1) })}
      steps={names.map((label, step) => {
        const state = step < at ? 'done' : step === at ? 'current' : 'todo'
        return { label, state, stateLabel: t(`import.steps.${state}`) }
      })}
    />
  )
}

/** Work under way in the background, as far as it has come. */
export function WorkStep(props: {
  status: 'checking' | 'applying' | 'undoing'
  done: number
  rows: number
  href: string
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section title={t(`import.work.${props.status}`)} intro={t('import.work.text')}>
      <ProgressBar
        label={t(`import.work.${props.status}`)}
        value={props.done}
        max={props.rows}
        text={t('import.work.progress', {
          done: formatNumber(locale, props.done),
          total: formatNumber(locale, props.rows),
        })}
      />
      <div className="actions">
        <ButtonLink href={props.href}>{t('import.work.reload')}</ButtonLink>
      </div>
    </Section>
  )
}

/** What became of a list that was saved, and the way back from it. */
export function DoneStep(props: {
  id: string
  status: Status
  counts: ImportCounts
  undo: string | null
  undone: string | null
}) {
  const t = useT()
  const locale = useLocale()
  const path = usePath()
  const { id, counts } = props
  const left = counts.rejected + counts.duplicate + counts.skipped
  const number = (value: number) => formatNumber(locale, value)
  if (props.status === 'undone')
    return <p>{t('import.done.undone', { day: props.undone ?? '' })}</p>
  return (
    <>
      <Section title={t('import.done.title')}>
        <Stats>
          <Stat value={number(counts.new)} label={t('import.done.created')} />
          <Stat value={number(counts.update)} label={t('import.done.updated')} />
          <Stat value={number(left)} label={t('import.done.left')} />
        </Stats>
        <div className="actions">
          <ButtonLink href={path('/chamber')} variant="primary">
            {t('import.done.companies')}
          </ButtonLink>
        </div>
      </Section>
      {props.undo && <LeftOut id={id} count={left} />}
      {props.undo && (
        <Section
          title={t('import.done.undo')}
          intro={t('import.done.undoText', { day: props.undo })}
        >
          <div className="actions">
            <ButtonLink href={path(`/chamber/imports/${id}/undo`)} icon="back">
              {t('import.done.undo')}
            </ButtonLink>
          </div>
        </Section>
      )}
    </>
  )
}
