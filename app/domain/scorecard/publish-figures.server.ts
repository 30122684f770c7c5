import { publishPeople } from '#app/domain/map/publish-people.server.ts'
import { type Rate, rateOfPeople, type ToldPeople } from './rates.ts'
import {
  type RetentionMonths,
  retentionMonths,
  type TargetMeasure,
  targetMonths,
} from './scorecard.ts'
import type { Counted, Figures } from './tally.ts'

/** Figures as a scorecard may tell them. */
export interface PublishedFigures extends Omit<Figures, 'hires' | 'retention'> {
  readonly hires: ToldPeople
  readonly retention: Readonly<Record<RetentionMonths, Rate>>
}

/**
 * Figures with their numbers of people published by the rule of the map (`publish-people.server.ts`), each
 * by itself: the blur belongs to the set of people, so that neither periods, officers, districts and
 * sectors taken from each other, nor asking again, tell of a single hire. The same hires have the same
 * figure on the map.
 */
export function publishFigures(figures: Figures, secret: string): PublishedFigures {
  const rate = (months: RetentionMonths) => {
    const { of, stayed } = figures.retention[months]
    return rateOfPeople(told(stayed, secret), told(of, secret))
  }
  const [first, second, third] = retentionMonths
  return {
    ...figures,
    hires: told(figures.hires, secret),
    retention: { [first]: rate(first), [second]: rate(second), [third]: rate(third) },
  }
}

/** What has been reached of a target, as it may be told. */
export function publishReached(
  measure: TargetMeasure,
  figures: Figures,
  secret: string,
): ToldPeople {
  switch (measure) {
    case 'hires':
      return told(figures.hires, secret)
    case 'retained':
      return told(figures.retention[targetMonths].stayed, secret)
    case 'replies':
      return figures.replied
    default:
      return figures[measure]
  }
}

const told = (people: Counted, secret: string): ToldPeople => publishPeople(people, secret) ?? 'few'
