import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Page } from '#app/ui/page.tsx'
import { NoPrint } from '#app/ui/print.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/scorecard'
import { readScorecardPage } from './scorecard-model.server.ts'
import { FigureTables } from './scorecard-tables.tsx'
import { TargetTable } from './target-table.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => (await readScorecardPage(context)).model)
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
      <TakeAway
        out={exportLinks(
          t,
          `${path('/chamber/scorecard/export')}?who=${asked.who}&time=${asked.time}`,
        )}
      />
    </Page>
  )
}
