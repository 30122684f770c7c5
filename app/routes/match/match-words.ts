import {
  bestReasons,
  blockerLines,
  changeLines,
  coverageLine,
  type Explanation,
  greatestGap,
  occupationLine,
  skillLine,
  wholePoints,
} from '#app/domain/match/phrase.ts'
import { conditionLine, conditionState } from '#app/domain/match/phrase-conditions.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { named, say, type Wording } from './say.ts'

/** A band as pages draw it: `weak` has the tone of `partial`. */
export interface BandWords {
  readonly label: string
  readonly tone: 'strong' | 'good' | 'partial'
  /** Share of the essential skills that is covered, 0 to 100: what the band is judged by. */
  readonly percent: number
}

/** A match as a card of a list says it. */
export interface MatchSummary {
  readonly band: BandWords | null
  readonly coverage: string
  readonly score: string
  readonly reasons: readonly string[]
  readonly missing: string | null
}

export interface ReasonWords {
  readonly text: string
  readonly state: 'met' | 'partly' | 'not' | 'unknown'
  readonly stateLabel: string
  /** "+6,1 points"; null where it brings nothing. */
  readonly points: string | null
}

/** A match said in full, part by part. */
export interface MatchExplanation extends MatchSummary {
  readonly total: number
  readonly parts: readonly { label: string; value: number; valueText: string }[]
  readonly essential: readonly ReasonWords[]
  readonly useful: readonly ReasonWords[]
  readonly occupation: string | null
  readonly conditions: readonly ReasonWords[]
  readonly blockers: readonly string[]
  readonly changes: readonly { text: string; gain: string | null }[]
}

/** The summary of a match in one language. */
export function summarise(explanation: Explanation, wording: Wording): MatchSummary {
  const { t } = wording
  const { band, coverage } = explanation
  const gap = greatestGap(explanation)
  return {
    band: band && {
      label: t(`match.band.${band}`),
      tone: band === 'weak' ? 'partial' : band,
      percent: Math.round(100 * coverage.share),
    },
    coverage: say(coverageLine(explanation), wording),
    score: t('match.score', { count: wholePoints(explanation).total }),
    reasons: bestReasons(explanation).map((line) => say(line, wording)),
    missing: gap && say(gap, wording),
  }
}

/** The whole explanation of a match in one language. */
export function explainInWords(explanation: Explanation, wording: Wording): MatchExplanation {
  const { t } = wording
  const points = wholePoints(explanation)
  const gain = (share: number | null) => sayGain(share, wording)
  const skills = explanation.skills.map((reason) => ({
    essential: reason.essential,
    words: {
      // Beside its state, a skill that is there or missing needs no more than its name.
      text:
        reason.state === 'near' ? say(skillLine(reason), wording) : named(reason.wanted, wording),
      state: ({ matched: 'met', near: 'partly', missing: 'not' } as const)[reason.state],
      stateLabel: t(`match.skillState.${reason.state}`),
      points: gain(reason.points),
    },
  }))
  const occupation = occupationLine(explanation)
  return {
    ...summarise(explanation, wording),
    total: points.total,
    parts: points.parts.map(({ part, points: value }) => ({
      label: t(`match.part.${part}`),
      value,
      valueText: t('match.points', { count: value }),
    })),
    essential: skills.filter((one) => one.essential).map((one) => one.words),
    useful: skills.filter((one) => !one.essential).map((one) => one.words),
    occupation: occupation && say(occupation, wording),
    conditions: explanation.conditions.map((condition) => {
      const state = conditionState(condition)
      return {
        text: say(conditionLine(condition.facts, state), wording),
        state,
        stateLabel: t(`match.conditionState.${state}`),
        points: gain(condition.points),
      }
    }),
    blockers: blockerLines(explanation).map((line) => say(line, wording)),
    changes: changeLines(explanation).map((line) => ({
      text: say(line, wording),
      gain: gain(line.points),
    })),
  }
}

/** "+6,1 points" for a share of the score; null for nothing to speak of. */
function sayGain(share: number | null, { t, locale }: Wording): string | null {
  const tenths = Math.round(1000 * (share ?? 0)) / 10
  return tenths > 0
    ? t('match.gain', { count: tenths, points: formatNumber(locale, tenths) })
    : null
}
