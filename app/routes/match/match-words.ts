import type { Line } from '#app/domain/match/line.ts'
import {
  bestReasons,
  blockerLines,
  changeLines,
  coverageLine,
  type Explanation,
  fieldLine,
  greatestGap,
  nearLine,
  occupationLine,
  pointsInTenths,
  type ScorePart,
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
  /** What stands above all matches of its band. */
  readonly heading: string
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

/** One thing that counts, and the points it brings; null where it brings nothing. */
export interface PointedWords {
  readonly text: string
  readonly points: string | null
}

/** A match said in full, part by part: the points of all lines sum to the total. */
export interface MatchExplanation extends MatchSummary {
  /** "In all: 61,3 points out of 100". */
  readonly total: string
  readonly parts: readonly { label: string; value: number; valueText: string }[]
  readonly essential: readonly ReasonWords[]
  readonly useful: readonly ReasonWords[]
  readonly occupation: PointedWords | null
  readonly field: PointedWords | null
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
    heading: t(`match.heading.${band ?? 'none'}`),
    coverage: sayCoverage(explanation, wording),
    score: t('match.score', { count: wholePoints(explanation) }),
    reasons: bestReasons(explanation).map((line) => say(line, wording)),
    missing: gap && say(gap, wording),
  }
}

/** "8 essential skills of 11, 2 others close": what is near counts in the band too. */
function sayCoverage(explanation: Explanation, wording: Wording): string {
  const coverage = say(coverageLine(explanation), wording)
  const near = nearLine(explanation)
  if (!near) return coverage
  return wording.t('match.coverage.both', { coverage, near: say(near, wording) })
}

/** The whole explanation of a match in one language. */
export function explainInWords(explanation: Explanation, wording: Wording): MatchExplanation {
  const { t, locale } = wording
  const tenths = pointsInTenths(explanation)
  const partOf = (wanted: ScorePart) =>
    tenths.parts.find(({ part }) => part === wanted)?.tenths ?? 0
  const skills = explanation.skills.map((reason, at) => ({
    essential: reason.essential,
    words: {
      // Beside its state, a skill that is there or missing needs no more than its name.
      text:
        reason.state === 'near' ? say(skillLine(reason), wording) : named(reason.wanted, wording),
      state: ({ matched: 'met', near: 'partly', missing: 'not' } as const)[reason.state],
      stateLabel: t(`match.skillState.${reason.state}`),
      points: sayGain(tenths.skills[at] ?? 0, wording),
    },
  }))
  const pointed = (line: Line | null, part: ScorePart): PointedWords | null =>
    line && { text: say(line, wording), points: sayGain(partOf(part), wording) }
  const points = (value: number) => ({
    count: value / 10,
    points: formatNumber(locale, value / 10),
  })
  return {
    ...summarise(explanation, wording),
    total: t('match.explain.total', points(tenths.total)),
    parts: tenths.parts.map(({ part, tenths: value }) => ({
      label: t(`match.part.${part}`),
      value: value / 10,
      valueText: t('match.points', points(value)),
    })),
    essential: skills.filter((one) => one.essential).map((one) => one.words),
    useful: skills.filter((one) => !one.essential).map((one) => one.words),
    occupation: pointed(occupationLine(explanation), 'occupation'),
    field: pointed(fieldLine(explanation), 'field'),
    conditions: explanation.conditions.map((condition, at) => {
      const state = conditionState(condition)
      return {
        text: say(conditionLine(condition.facts, state), wording),
        state,
        stateLabel: t(`match.conditionState.${state}`),
        points: sayGain(tenths.conditions[at] ?? 0, wording),
      }
    }),
    blockers: blockerLines(explanation).map((line) => say(line, wording)),
    changes: changeLines(explanation).map((line) => ({
      text: say(line, wording),
      gain: sayGain(Math.round(1000 * (line.points ?? 0)), wording),
    })),
  }
}

/** "+6,1 points" for tenths of a point; null for nothing to speak of. */
function sayGain(tenths: number, { t, locale }: Wording): string | null {
  return tenths > 0
    ? t('match.gain', { count: tenths / 10, points: formatNumber(locale, tenths / 10) })
    : null
}
