import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { stages } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { people, peopleByPart, rateOf, rateOfPeople } from '#app/domain/scorecard/rates.ts'
import { readScorecard } from '#app/domain/scorecard/read-scorecard.server.ts'
import {
  periodsAround,
  retentionMonths,
  scorecardAsked,
  targetMonths,
} from '#app/domain/scorecard/scorecard.ts'
import type { Figures } from '#app/domain/scorecard/tally.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Page } from '#app/ui/page.tsx'
import { NoPrint } from '#app/ui/print.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { toDay } from '#db/codec.ts'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/scorecard'
import { FigureTables } from './scorecard-tables.tsx'
import { sayPeopleCount, sayRate, sayTime, shownTarget, unitName } from './scorecard-words.ts'
import { TargetTable } from './target-table.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const { userId } = signedIn(viewer)
    const today = toDay(services.now())
    const chamber = await ownChamber(db, viewer)
    const asked = scorecardAsked(today).parse(Object.fromEntries(url.searchParams))
    const officers = await officersOf(db, chamber)
    const officer = asked.who === 'chamber' ? null : asked.who === 'me' ? userId : asked.who
    const named = officers.find((one) => one.userId === officer)
    if (officer !== null && !named) throw new ExpectedError('not-found')
    const card = await readScorecard({ db, reference }, chamber, {
      time: asked.time,
      officer,
      today,
    })
    const saying = { locale, t }
    const number = (value: number) => formatNumber(locale, value)
    const pack = countryPack(chamber.country)
    const rowsOf = (
      byKey: ReadonlyMap<string, Figures>,
      name: (key: string) => string,
      link: (key: string) => string,
    ) => {
      const keys = [...byKey.keys()].sort((a, b) =>
        // What nobody could place comes last.
        a === '' ? 1 : b === '' ? -1 : name(a).localeCompare(name(b), locale),
      )
      const hires = peopleByPart(keys.map((key) => byKey.get(key)?.hires ?? 0))
      return keys.flatMap((key, at) => {
        const figures = byKey.get(key)
        if (!figures) return []
        const { of, stayed } = figures.retention[targetMonths]
        return {
          key,
          name: name(key),
          href: key ? link(key) : null,
          firms: number(figures.firms),
          coverage: sayRate(rateOf(figures.working, figures.firms), saying),
          contacted: number(figures.contacted),
          replies: sayRate(rateOf(figures.replied, figures.contacted), saying),
          opportunities: number(figures.opportunities),
          hires: sayPeopleCount(hires[at] ?? null, saying),
          stayed: sayRate(rateOfPeople(stayed, of), saying),
        }
      })
    }
    const { total } = card
    return {
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
      })),
      owner: officer === null ? null : officer === userId ? 'me' : officer,
      stats: {
        contacted: number(total.contacted),
        replies: sayRate(rateOf(total.replied, total.contacted), saying),
        onboarded: number(total.onboarded),
        opportunities: number(total.opportunities),
        hires: sayPeopleCount(people(total.hires), saying),
      },
      retention: retentionMonths.map((months) => {
        const { of, stayed } = total.retention[months]
        return {
          months: t('scorecard.months', { count: months }),
          rate: sayRate(rateOfPeople(stayed, of), saying),
        }
      }),
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
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = t('scorecard.titleOf', { who: loaderData?.title ?? '' })
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function Scorecard({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { asked } = loaderData
  return (
    <Page
      title={t('scorecard.titleOf', { who: loaderData.title })}
      eyebrow={<bdi>{loaderData.chamber}</bdi>}
      intro={
        <>
          {loaderData.period}
          {loaderData.isOfficer && ` · ${t('scorecard.mineNote')}`}
        </>
      }
      actions={
        <ButtonLink href={path('/chamber/targets')}>{t('scorecard.targets.set')}</ButtonLink>
      }
    >
      <ChamberNav current="scorecard" />
      <NoPrint>
        <form method="get" className="fields">
          <Fields columns>
            <SelectField
              name="who"
              label={t('scorecard.who')}
              options={[
                { value: 'me', label: t('scorecard.me') },
                { value: 'chamber', label: t('scorecard.whole') },
                ...(loaderData.officers.length > 0
                  ? [{ label: t('scorecard.colleagues'), options: loaderData.officers }]
                  : []),
              ]}
              defaultValue={asked.who}
            />
            <SelectField
              name="time"
              label={t('scorecard.time')}
              options={loaderData.times}
              defaultValue={asked.time}
            />
          </Fields>
          <div className="actions">
            <Button>{t('scorecard.show')}</Button>
          </div>
        </form>
      </NoPrint>
      {loaderData.targets && <TargetTable targets={loaderData.targets} year={loaderData.year} />}
      <FigureTables card={loaderData} />
      <Disclosure summary={t('scorecard.notes.title')}>
        <ul className="prose">
          <li>{t('scorecard.notes.interval')}</li>
          <li>{t('scorecard.notes.few')}</li>
          <li>{t('scorecard.notes.order')}</li>
          <li>{t('scorecard.notes.unit')}</li>
        </ul>
      </Disclosure>
    </Page>
  )
}
