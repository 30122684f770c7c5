import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { stages } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import type { PublishedFigures } from '#app/domain/scorecard/publish-figures.server.ts'
import { rateOf } from '#app/domain/scorecard/rates.ts'
import { readScorecard } from '#app/domain/scorecard/read-scorecard.server.ts'
import {
  periodsAround,
  retentionMonths,
  scorecardAsked,
  targetMonths,
} from '#app/domain/scorecard/scorecard.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import { toDay } from '#db/codec.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { scorecardTable } from './scorecard-table.ts'
import { sayPeopleCount, sayRate, sayTime, shownTarget, unitName } from './scorecard-words.ts'

/**
 * The scorecard that an address asks for, in words, and whose it is. Throws `ExpectedError('not-found')` for
 * an officer who is no colleague.
 */
export async function readScorecardPage({ services, viewer, locale, t, url }: PageContext) {
  const { db, reference } = services
  const { userId } = signedIn(viewer)
  const today = toDay(services.now())
  const chamber = await ownChamber(db, viewer)
  const asked = scorecardAsked(today).parse(Object.fromEntries(url.searchParams))
  const officers = await officersOf(db, chamber)
  const officer = asked.who === 'chamber' ? null : asked.who === 'me' ? userId : asked.who
  const named = officers.find((one) => one.userId === officer)
  if (officer !== null && !named) throw new ExpectedError('not-found')
  const card = await readScorecard({ db, reference, secret: services.config.authSecret }, chamber, {
    time: asked.time,
    officer,
    today,
  })
  const saying = { locale, t }
  const number = (value: number) => formatNumber(locale, value)
  const pack = countryPack(chamber.country)
  const rowsOf = (
    byKey: ReadonlyMap<string, PublishedFigures>,
    name: (key: string) => string,
    link: (key: string) => string,
  ) => {
    const keys = [...byKey.keys()].sort((a, b) =>
      // What nobody could place comes last.
      a === '' ? 1 : b === '' ? -1 : name(a).localeCompare(name(b), locale),
    )
    return keys.flatMap((key) => {
      const figures = byKey.get(key)
      if (!figures) return []
      return {
        key,
        name: name(key),
        href: key ? link(key) : null,
        firms: number(figures.firms),
        counts: {
          firms: figures.firms,
          contacted: figures.contacted,
          opportunities: figures.opportunities,
        },
        coverage: sayRate(rateOf(figures.working, figures.firms), saying),
        contacted: number(figures.contacted),
        replies: sayRate(rateOf(figures.replied, figures.contacted), saying),
        opportunities: number(figures.opportunities),
        hires: sayPeopleCount(figures.hires, saying),
        stayed: sayRate(figures.retention[targetMonths], saying),
      }
    })
  }
  const { total } = card
  const model = {
    asked: { who: officer === userId ? 'me' : asked.who, time: asked.time },
    title:
      officer === null
        ? t('scorecard.whole')
        : officer === userId
          ? t('scorecard.me')
          : (named?.label ?? ''),
    chamber: chamber.name,
    isOfficer: officer !== null,
    period: t('scorecard.from', {
      from: formatDay(locale, card.period.from),
      to: formatDay(locale, card.period.to),
    }),
    times: periodsAround(today).map((time) => ({ value: time, label: sayTime(time, saying) })),
    officers: officers
      .filter((one) => one.userId !== userId)
      .map((one) => ({ value: one.userId, label: one.label })),
    year: String(card.year),
    unitLabel: pack.admin1Label[locale],
    stages: stages.map((stage) => ({
      stage,
      label: t(`relation.stages.${stage}`),
      firms: number(total.stages[stage]),
      count: total.stages[stage],
    })),
    owner: officer === null ? null : officer === userId ? 'me' : officer,
    counts: {
      contacted: total.contacted,
      onboarded: total.onboarded,
      opportunities: total.opportunities,
    },
    stats: {
      contacted: number(total.contacted),
      replies: sayRate(rateOf(total.replied, total.contacted), saying),
      onboarded: number(total.onboarded),
      opportunities: number(total.opportunities),
      hires: sayPeopleCount(total.hires, saying),
    },
    retention: retentionMonths.map((months) => ({
      months: t('scorecard.months', { count: months }),
      rate: sayRate(total.retention[months], saying),
    })),
    units: rowsOf(
      card.units,
      (key) => (key ? unitName(chamber.country, key, locale) : t('scorecard.unknownUnit')),
      (key) => `/chamber?admin1=${key}`,
    ),
    sectors: rowsOf(
      card.sections,
      (key) => (key ? reference.sectorName(key, locale) : t('scorecard.unknownSector')),
      (key) => `/chamber?sector=${key}`,
    ),
    targets:
      officer === null
        ? card.targets.map((target) =>
            shownTarget(target, {
              ...saying,
              country: chamber.country,
              sectorName: reference.sectorName,
            }),
          )
        : null,
  }
  return { chamber, model }
}

export type ScorecardModel = Awaited<ReturnType<typeof readScorecardPage>>['model']

/** The same card as a list for a file. */
export async function readScorecardList(context: PageContext): Promise<DeskListOf> {
  const { chamber, model } = await readScorecardPage(context)
  return { chamber, table: scorecardTable(model, context.t) }
}
