import { formatDuration, formatInstant, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { type IndexState, runMs } from '#app/server/readiness.server.ts'
import type { IndexRun } from '#db/queries/index-run.ts'

/** How the index is in one word, with the tone of its badge. */
export function indexWord({ health, lag, runs }: IndexState) {
  if (!health.ok) return { word: 'resting', tone: 'attention' } as const
  if (runs?.rebuilding) return { word: 'building', tone: 'sun' } as const
  if (lag && lag.changes > 0) return { word: 'behind', tone: 'sun' } as const
  return { word: 'working', tone: 'done' } as const
}

interface Words {
  readonly t: Translate
  readonly locale: Locale
  readonly now: Date
}

/** A fact with its name; one without value is not shown. */
export interface IndexFact {
  readonly term: string
  readonly value: string | null
}

/** The engine and its index as facts. */
export function indexFacts(state: IndexState, words: Words): IndexFact[] {
  const { t, locale } = words
  const { health, lag, runs } = state
  return [
    { term: t('admin.engine'), value: engineText(health, t) },
    { term: t('admin.message'), value: health.message },
    { term: t('admin.lag'), value: lagText(lag, words) },
    {
      term: t('admin.started'),
      // An engine that does not answer has not been looked at yet.
      value: health.ok ? t(`admin.startedAs.${health.started}`) : null,
    },
    {
      term: t('admin.lastRebuild'),
      value: runs?.rebuilt ? rebuiltText(runs.rebuilt, words) : t('admin.never'),
    },
    {
      term: t('admin.lastFailure'),
      value: runs?.failed
        ? t('admin.failure', {
            when: formatInstant(locale, runs.failed.started_at),
            error: runs.failed.error ?? '',
          })
        : null,
    },
    {
      term: t('admin.lastCheck'),
      value: runs?.checked ? checkedText(runs.checked, words) : t('admin.never'),
    },
  ]
}

/** The engine in words, and its name as configuration and logs have it. */
function engineText({ engine, version }: IndexState['health'], t: Translate): string {
  const name = [engine, version].filter(Boolean).join(', ')
  return t(`admin.engines.${engine}`, { name })
}

/** A run under way, as a bar and in words. */
export function runProgress(run: IndexRun, { t, locale, now }: Words) {
  return {
    label: t(run.kind === 'rebuild' ? 'admin.rebuilding' : 'admin.checking'),
    value: run.done,
    max: Math.max(1, run.total),
    text: [
      t('admin.progress', {
        done: formatNumber(locale, run.done),
        total: formatNumber(locale, run.total),
      }),
      formatDuration(locale, runMs(run, now)),
    ].join(' · '),
  }
}

function lagText(lag: IndexState['lag'], { t, locale }: Words): string {
  if (!lag) return t('admin.unknownLag')
  const changes = t('admin.changes', { count: lag.changes })
  if (lag.changes === 0) return changes
  return `${changes} · ${t('admin.oldest', { duration: formatDuration(locale, lag.ms) })}`
}

function rebuiltText(run: IndexRun, { t, locale, now }: Words): string {
  return [
    t('admin.rebuilt', {
      when: formatInstant(locale, run.finished_at ?? run.started_at),
      duration: formatDuration(locale, runMs(run, now)),
      documents: formatNumber(locale, run.done),
    }),
    t('admin.reason', { reason: t(`admin.reasons.${run.reason}`) }),
  ].join(' · ')
}

function checkedText(run: IndexRun, { t, locale }: Words): string {
  const result =
    run.differences === null
      ? t('admin.checkFailed')
      : run.differences === 0
        ? t('admin.agrees')
        : t('admin.differences', { count: run.differences })
  return t('admin.checked', { when: formatInstant(locale, run.finished_at ?? ''), result })
}
