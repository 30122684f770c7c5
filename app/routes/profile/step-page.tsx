import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

/** What a page is told of a form that was sent and is shown again. */
export interface SentForm {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: Readonly<Record<string, readonly string[]>>
}

/** A step of a profile: what it asks, what was wrong, its forms, and the way back to the overview. */
export function StepPage(props: {
  title: string
  intro?: ReactNode
  /** Path of the page above: the overview unless `backLabel` says another. */
  back: string
  backLabel?: string
  result?: SentForm | undefined
  children: ReactNode
}) {
  const t = useT()
  const errors = Object.entries(props.result?.errors ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ message, fieldId: name || undefined })),
  )
  return (
    <Page
      title={props.title}
      intro={props.intro}
      width="form"
      back={{ href: props.back, label: props.backLabel ?? t('profile.actions.back') }}
    >
      <ErrorSummary title={t('common.errorSummary')} errors={errors} />
      {props.children}
    </Page>
  )
}

/** The text of a field: what was typed when the form is shown again, else what is stored. */
export function fieldText(
  result: SentForm | undefined,
  name: string,
  stored: string | number | null | undefined,
): string {
  if (!result) return stored === null || stored === undefined ? '' : String(stored)
  const value = result.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The ticked values of a group of checkboxes, likewise. */
export function fieldTexts(
  result: SentForm | undefined,
  name: string,
  stored: readonly string[],
): readonly string[] {
  if (!result) return stored
  const value = result.values[name] ?? []
  return typeof value === 'string' ? [value] : value
}

/** Whether a checkbox is ticked, likewise. */
export function fieldTicked(result: SentForm | undefined, name: string, stored: boolean): boolean {
  return result ? result.values[name] !== undefined : stored
}
