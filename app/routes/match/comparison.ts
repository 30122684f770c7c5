import { type Explanation, pointsInTenths, scoreParts } from '#app/domain/match/phrase.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type BandWords, explainInWords } from './match-words.ts'
import type { Wording } from './say.ts'

/** What stands in one field of a comparison. */
export interface CompareCell {
  readonly band?: BandWords | undefined
  readonly lines: readonly string[]
}

/** A thing that is compared, and where one reads more of it. */
export interface CompareColumn {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly href: string
  /** The comparison without it; null where too few would be left. */
  readonly remove: string | null
}

/** Matches side by side: a row for each question, a cell for each match. */
export interface Comparison {
  readonly columns: readonly CompareColumn[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly CompareCell[] }[]
  /** What was asked for and is not shown. */
  readonly notes: readonly string[]
}

/** A cell of one line; "not stated" where there is none. */
export function textCell(text: string | null | undefined, { t }: Wording): CompareCell {
  return { lines: [text || t('common.unknown')] }
}

/** A cell of several lines; `none` where there are none. */
export function listCell(lines: readonly string[], none: string): CompareCell {
  return { lines: lines.length > 0 ? lines : [none] }
}

/** How well each fits, and where its points come from: the first rows of every comparison. */
export function fitRows(
  explanations: readonly Explanation[],
  wording: Wording,
): Comparison['rows'] {
  const { t, locale } = wording
  const said = explanations.map((explanation) => explainInWords(explanation, wording))
  const tenths = explanations.map(pointsInTenths)
  const parts = scoreParts.filter((part) =>
    tenths.some((one) => one.parts.some((other) => other.part === part)),
  )
  const blocked = said.some(({ blockers }) => blockers.length > 0)
  return [
    {
      label: t('match.compare.rows.fit'),
      cells: said.map(({ band, coverage, score }) => ({
        band: band ?? undefined,
        lines: [coverage, score],
      })),
    },
    ...(blocked
      ? [
          {
            label: t('match.explain.blockers'),
            cells: said.map(({ blockers }) => listCell(blockers, t('common.none'))),
          },
        ]
      : []),
    ...parts.map((part) => ({
      label: t('match.compare.points', { part: t(`match.part.${part}`) }),
      cells: tenths.map((one) => {
        const found = one.parts.find((other) => other.part === part)
        const points = (found?.tenths ?? 0) / 10
        return {
          lines: [t('match.points', { count: points, points: formatNumber(locale, points) })],
        }
      }),
    })),
  ]
}
