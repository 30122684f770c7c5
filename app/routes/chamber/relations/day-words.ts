import type { DueItem } from '#app/domain/relation/read-day.server.ts'
import type { commitmentKinds } from '#app/domain/relation/relation.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

type Kind = (typeof commitmentKinds)[number]

/** What is due: a task by its title, a promise by what was promised. */
export function dueTitle(t: Translate, item: DueItem): string {
  if (item.what === 'task') return item.title
  return t(
    'relation.day.promise',
    item.what === 'intention'
      ? { kind: item.occupation, quantity: item.posts }
      : { kind: t(`relation.commitments.kinds.${item.kind as Kind}`), quantity: item.quantity },
  )
}

/** Its day, or since when it is late. */
export function dueWhen(t: Translate, locale: Locale, item: DueItem, late: boolean): string {
  const day = formatDay(locale, item.day)
  return late ? t('relation.tasks.lateSince', { day }) : day
}

/** What sort of promise it is. */
export function promiseKind(t: Translate, item: Exclude<DueItem, { what: 'task' }>): string {
  return t(item.what === 'intention' ? 'relation.intentions.title' : 'relation.day.promised')
}

/** A verification that ends, or has ended. */
export interface EndingVerification {
  readonly id: string
  readonly name: string
  readonly ended: boolean
  readonly day: string
}

export function endingWords(
  t: Translate,
  locale: Locale,
  { ended, day }: EndingVerification,
): string {
  return t(ended ? 'relation.verify.lapsedOn' : 'relation.verify.endsOn', {
    day: formatDay(locale, day),
  })
}
