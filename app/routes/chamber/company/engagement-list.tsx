import type { EngagementKind, Outcome } from '#app/domain/relation/relation.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Timeline } from '#app/ui/timeline.tsx'

/** A logged contact as pages show it. */
export interface ShownEngagement {
  readonly id: string
  readonly kind: EngagementKind
  readonly outcome: Outcome
  readonly day: string
  readonly note: string | null
  readonly author: string | null
  readonly campaign: string | null
  /** Where its author may still mend it. */
  readonly edit: string | null
}

const tones = {
  reached: 'neutral',
  'no-answer': 'neutral',
  interested: 'done',
  promised: 'done',
  refused: 'attention',
} as const

/** Contacts with a company, the newest first. */
export function EngagementList({ entries }: { entries: readonly ShownEngagement[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Timeline
      items={entries.map((entry) => ({
        date: formatDay(locale, entry.day),
        dateTime: entry.day,
        tone: tones[entry.outcome],
        title: (
          <>
            {t(`relation.kinds.${entry.kind}`)} · {t(`relation.outcomes.${entry.outcome}`)}
          </>
        ),
        body: (
          <>
            {entry.note && (
              <p dir="auto" className="whitespace-pre-line">
                {entry.note}
              </p>
            )}
            <p className="hint">
              {entry.campaign && <bdi>{entry.campaign}</bdi>}
              {entry.campaign && entry.author && ' · '}
              {entry.author && <bdi>{entry.author}</bdi>}
              {entry.edit && (
                <>
                  {' · '}
                  <a href={entry.edit}>{t('relation.log.mend')}</a>
                </>
              )}
            </p>
          </>
        ),
      }))}
    />
  )
}
