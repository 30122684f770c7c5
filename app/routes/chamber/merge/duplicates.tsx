import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { setApart } from '#app/domain/merge/find-twins.server.ts'
import { apartForm } from '#app/domain/merge/merge.ts'
import { undoMerge } from '#app/domain/merge/undo-merge.server.ts'
import { formatNumber, isolate } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/duplicates'
import { readDuplicatesPage } from './duplicates-model.server.ts'

const intents = z.enum(['apart', 'undo'])

export function loader(args: Route.LoaderArgs) {
  return page(args, readDuplicatesPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const back = localePath(locale, '/chamber/duplicates')
    if (intent.data === 'apart') {
      const parsed = parseForm(form, apartForm, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await setApart(deps, who, parsed.value.a, parsed.value.b)
      return redirect(back, { headers: flashHeaders('saved') })
    }
    const parsed = parseForm(form, z.object({ merge: id }), t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    const done = await undoMerge(deps, who, parsed.value.merge)
    if (!done.ok) return data({ refused: done.reason }, { status: 409 })
    services.index.wake()
    const company = localePath(locale, `/chamber/companies/${done.companyId}`)
    return redirect(company, { headers: flashHeaders('mergeUndone') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: t('merge.list.title') }) },
    // Without script, the page asks again by itself while the search runs.
    ...(loaderData?.search ? [{ httpEquiv: 'refresh', content: '3' }] : []),
  ]
}

export default function Duplicates({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { pairs, merges, search, locale, page: current, pages } = loaderData
  const base = path('/chamber/duplicates')
  const justMerged = merges.find((merge) => merge.id === loaderData.merged)
  return (
    <Page
      title={t('merge.list.title')}
      intro={t('merge.list.intro')}
      back={{ href: path('/chamber'), label: t('chamber.companies.title') }}
    >
      <ChamberNav current="companies" />
      {actionData?.refused && (
        <Flash tone="attention" title={t('merge.refusedTitle')}>
          {t(`merge.refused.${actionData.refused}`)}
        </Flash>
      )}
      {justMerged && (
        <Flash
          tone="done"
          title={t('merge.done')}
          action={
            <>
              <ButtonLink href={path(`/chamber/companies/${justMerged.survivorId}`)}>
                {t('merge.last.see')}
              </ButtonLink>
              <UndoForm merge={justMerged} />
            </>
          }
        >
          <span dir="auto">{t('merge.doneText', isolated(justMerged))}</span>
        </Flash>
      )}
      {search && (
        <Flash
          title={t('merge.list.working')}
          action={<ButtonLink href={base}>{t('merge.list.again')}</ButtonLink>}
        >
          {t('merge.list.workingText', {
            done: formatNumber(locale, search.done),
            total: formatNumber(locale, search.total),
          })}
        </Flash>
      )}
      {!search && pairs.length === 0 && (
        <EmptyState
          icon="building"
          title={t('merge.list.empty')}
          text={t('merge.list.emptyText')}
        />
      )}
      {pairs.length > 0 && (
        <CardList>
          {pairs.map(({ key, one, other, reasons, ...pair }) => (
            <Card
              key={key}
              title={t('merge.list.pair', {
                one: isolate(one.name),
                other: isolate(other.name),
              })}
              badge={
                <Badge tone={pair.sure ? 'attention' : 'sun'}>
                  {t(pair.sure ? 'merge.list.sure' : 'merge.list.likely')}
                </Badge>
              }
              actions={
                <>
                  <ButtonLink
                    href={`${base}/${one.id}/${other.id}`}
                    ariaLabel={`${t('merge.list.compare')} : ${one.name}, ${other.name}`}
                  >
                    {t('merge.list.compare')}
                  </ButtonLink>
                  <form method="post">
                    <HiddenField name="intent" value="apart" />
                    <HiddenField name="a" value={one.id} />
                    <HiddenField name="b" value={other.id} />
                    <Button
                      variant="quiet"
                      ariaLabel={`${t('merge.list.apart')} : ${one.name}, ${other.name}`}
                    >
                      {t('merge.list.apart')}
                    </Button>
                  </form>
                </>
              }
            >
              <ul className="rows">
                {[one, other].map((company) => (
                  <li key={company.id} className="row-text">
                    <a href={path(`/chamber/companies/${company.id}`)} dir="auto">
                      {company.name}
                    </a>
                    <p className="facts">
                      {company.about.map((text) => (
                        <bdi key={text}>{text}</bdi>
                      ))}
                    </p>
                  </li>
                ))}
              </ul>
              <div>
                <p className="label">{t('merge.list.why')}</p>
                <p>{reasons.join(' · ')}</p>
              </div>
            </Card>
          ))}
        </CardList>
      )}
      <Pagination
        label={t('common.pagination.label')}
        summary={t('merge.list.pageOf', {
          page: formatNumber(locale, current),
          pages: formatNumber(locale, pages),
        })}
        previous={
          current > 1
            ? { href: `${base}?page=${current - 1}`, label: t('common.pagination.previous') }
            : undefined
        }
        next={
          current < pages
            ? { href: `${base}?page=${current + 1}`, label: t('common.pagination.next') }
            : undefined
        }
      />
      {pairs.length > 0 && <TakeAway out={exportLinks(t, `${base}/export`)} />}
      {merges.length > 0 && (
        <Section title={t('merge.last.title')} intro={t('merge.last.intro')} id="merges">
          <CardList>
            {merges.map((merge) => (
              <Card
                key={merge.id}
                title={t('merge.last.merged', isolated(merge))}
                subtitle={t('merge.last.on', { day: merge.day })}
                actions={
                  <>
                    <UndoForm merge={merge} />
                    <a href={path(`/chamber/companies/${merge.survivorId}`)}>
                      {t('merge.last.see')}
                    </a>
                  </>
                }
              />
            ))}
          </CardList>
        </Section>
      )}
    </Page>
  )
}

/** The names of a merge, each running its own way in a sentence. */
const isolated = (merge: { name: string; gone: string }) => ({
  name: isolate(merge.name),
  gone: isolate(merge.gone),
})

function UndoForm({ merge }: { merge: { id: string; gone: string } }) {
  const t = useT()
  return (
    <form method="post">
      <HiddenField name="intent" value="undo" />
      <HiddenField name="merge" value={merge.id} />
      <Button ariaLabel={t('merge.last.undoOf', { name: merge.gone })}>
        {t('merge.last.undo')}
      </Button>
    </form>
  )
}
