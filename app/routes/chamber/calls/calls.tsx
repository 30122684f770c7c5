import { redirect } from 'react-router'
import { callDecision } from '#app/domain/calls/calls.ts'
import { decideCall } from '#app/domain/calls/decide-call.server.ts'
import { todaysCalls } from '#app/domain/calls/todays-calls.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { CardList } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { NoPrint } from '#app/ui/print.tsx'
import { toDay } from '#db/codec.ts'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/calls'
import { CallCard, DecidedCall } from './call-card.tsx'
import { shownCall } from './call-words.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const { db, reference } = services
    const now = services.now()
    const chamber = await ownChamber(db, viewer)
    const saying = { reference, locale, t, today: toDay(now) }
    const rows = await todaysCalls({ db, reference, now }, chamber)
    return {
      chamber: chamber.name,
      day: formatDay(locale, toDay(now)),
      calls: rows.map((row) => shownCall(row, chamber.country, saying)),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const parsed = parseForm(await request.formData(), callDecision, t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    await decideCall(deps, signedIn(viewer), parsed.value)
    return redirect(localePath(locale, '/chamber/calls'), { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('calls.title') }) }]
}

export default function Calls({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { calls } = loaderData
  const open = calls.filter((call) => call.status === 'open')
  const decided = calls.filter((call) => call.status !== 'open')
  return (
    <Page
      title={t('calls.title')}
      intro={t('calls.intro', { day: loaderData.day })}
      eyebrow={<bdi>{loaderData.chamber}</bdi>}
    >
      <ChamberNav current="calls" />
      <Section
        title={t('calls.toCall')}
        intro={open.length > 0 ? t('calls.left', { count: open.length }) : undefined}
      >
        {open.length > 0 ? (
          <CardList>
            {open.map((call) => (
              <CallCard key={call.id} call={call} />
            ))}
          </CardList>
        ) : (
          <EmptyState
            icon="phone"
            title={t('calls.toCallEmpty')}
            text={t('calls.toCallEmptyText')}
          />
        )}
      </Section>
      {decided.length > 0 && (
        <Section title={t('calls.decided')} id="decided">
          <ul className="rows">
            {decided.map((call) => (
              <DecidedCall key={call.id} call={call} />
            ))}
          </ul>
        </Section>
      )}
      <NoPrint>
        <Disclosure summary={t('calls.howTitle')}>
          <p>{t('calls.how')}</p>
          <p className="hint">{t('calls.print')}</p>
        </Disclosure>
      </NoPrint>
    </Page>
  )
}
