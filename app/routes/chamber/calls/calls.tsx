import { redirect } from 'react-router'
import { callDecision } from '#app/domain/calls/calls.ts'
import { decideCall } from '#app/domain/calls/decide-call.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { NoPrint } from '#app/ui/print.tsx'
import { placedExportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/calls'
import { CallCard, DecidedCall } from './call-card.tsx'
import { readCallsPage } from './calls-model.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, readCallsPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request, url }) => {
    const { db, open, reference } = services
    const parsed = parseForm(await request.formData(), callDecision, t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    await decideCall(deps, signedIn(viewer), parsed.value)
    // Somebody who works the whole list goes on with the whole list.
    const whole = url.searchParams.get('all') === '1' ? '?all=1' : ''
    return redirect(`${localePath(locale, '/chamber/calls')}${whole}`, {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('calls.title') }) }]
}

export default function Calls({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { shown, others, left, decided } = loaderData
  const [next] = others
  return (
    <Page
      title={t('calls.title')}
      intro={t('calls.intro', { day: loaderData.day })}
      eyebrow={<bdi>{loaderData.chamber}</bdi>}
    >
      <ChamberNav current="calls" />
      <Section
        title={t('calls.toCall')}
        intro={left > 0 ? t('calls.left', { count: left }) : undefined}
      >
        {left > 0 ? (
          <CardList columns>
            {shown.map((call) => (
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
        {next && (
          <ButtonLink href={`${path('/chamber/calls')}?all=1#call-${next.id}`}>
            {t('calls.others', { count: others.length })}
          </ButtonLink>
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
      <TakeAway out={placedExportLinks(t, path('/chamber/calls/export'))} />
      <NoPrint>
        <Disclosure summary={t('calls.howTitle')}>
          <p>{t('calls.how')}</p>
        </Disclosure>
      </NoPrint>
    </Page>
  )
}
