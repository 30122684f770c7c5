import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { version } from '#app/domain/fields.ts'
import { deleteDraft } from '#app/domain/opportunity/delete-draft.server.ts'
import { duplicateOpportunity } from '#app/domain/opportunity/duplicate-opportunity.server.ts'
import { moveOpportunity } from '#app/domain/opportunity/move-opportunity.server.ts'
import { isEditable, type Move, moveNames, movesFrom } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { gapsWith } from '#app/domain/opportunity/update-opportunity.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { type FlashKey, flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { skillsOf } from '#db/queries/opportunity.ts'
import type { Route } from './+types/manage-opportunity'
import { GapList } from './gap-list.tsx'
import { StatusBadge } from './opportunity-rows.tsx'
import { UnnamedNote } from './unnamed-note.tsx'

const order = z.object({ intent: z.enum([...moveNames, 'duplicate', 'delete']), version })

const said: Record<Move, FlashKey> = {
  publish: 'published',
  pause: 'paused',
  resume: 'resumed',
  fill: 'closed',
  close: 'closed',
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db } = services
    const { opportunity, company, as } = await editableOpportunity(
      db,
      viewer,
      args.params.opportunityId,
    )
    const skills = await skillsOf(db, opportunity.id)
    const day = (value: string | null) => (value ? formatDay(locale, value) : null)
    return {
      id: opportunity.id,
      title: opportunity.title,
      kind: opportunity.kind,
      status: opportunity.status,
      version: opportunity.version,
      company: company.trade_name ?? company.legal_name,
      companyId: company.id,
      unnamed: company.visibility === 'chamber',
      as,
      publishedAt: day(opportunity.published_at),
      closedAt: day(opportunity.closed_at),
      deadline: day(opportunity.deadline),
      updatedAt: day(opportunity.updated_at),
      moves: movesFrom(opportunity.status),
      editable: isEditable(opportunity.status),
      gaps: gapsWith(opportunity, {}, skills.length, services.now()),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { opportunityId } = args.params
    const parsed = parseForm(await request.formData(), order, t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const { intent } = parsed.value
    if (intent === 'duplicate') {
      const copy = await duplicateOpportunity(deps, who, opportunityId)
      return redirect(localePath(locale, `/employer/opportunities/${copy}/edit`), {
        headers: flashHeaders('saved'),
      })
    }
    if (intent === 'delete') {
      await deleteDraft(deps, who, opportunityId)
      return redirect(localePath(locale, '/employer'), { headers: flashHeaders('deleted') })
    }
    const gaps = await moveOpportunity(deps, who, opportunityId, {
      move: intent,
      version: parsed.value.version,
    })
    if (gaps.length > 0) return data({ gaps }, { status: 422 })
    services.index.wake()
    return redirect(localePath(locale, `/employer/opportunities/${opportunityId}`), {
      headers: flashHeaders(said[intent]),
    })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.title ?? '' }) }]
}

export default function ManageOpportunity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { id, status, moves, gaps } = loaderData
  const here = `/employer/opportunities/${id}`
  const toAll = moves.includes('publish') || moves.includes('resume')
  const incomplete = toAll && gaps.length > 0
  return (
    <Page
      title={loaderData.title}
      back={
        loaderData.as === 'chamber'
          ? { href: path(`/chamber/companies/${loaderData.companyId}`), label: loaderData.company }
          : { href: path('/employer'), label: t('company.desk.title') }
      }
      eyebrow={<StatusBadge status={status} />}
      intro={t(`opportunity.statusText.${status}`)}
      aside={
        <DefinitionList
          items={[
            { term: t('company.title'), value: <bdi>{loaderData.company}</bdi> },
            {
              term: t('opportunity.fields.kind'),
              value: t(`opportunity.kinds.${loaderData.kind}`),
            },
            { term: t('opportunity.view.published'), value: loaderData.publishedAt },
            {
              term: t('opportunity.fields.deadline'),
              value: loaderData.deadline ?? t('opportunity.noDeadline'),
            },
            { term: t('opportunity.closedOn'), value: loaderData.closedAt },
            { term: t('opportunity.updatedOn'), value: loaderData.updatedAt },
          ]}
        />
      }
    >
      {incomplete && (
        <Flash tone="sun" live={actionData !== undefined} title={t('opportunity.gaps.heading')}>
          <GapList opportunityId={id} gaps={gaps} />
        </Flash>
      )}
      {loaderData.unnamed && loaderData.editable && (
        <Flash live={false}>
          <UnnamedNote companyId={loaderData.companyId} as={loaderData.as} />
        </Flash>
      )}
      <MainActions
        id={id}
        status={status}
        version={loaderData.version}
        moves={incomplete ? moves.filter((one) => one !== 'publish' && one !== 'resume') : moves}
      />
      {loaderData.editable && (
        <Section title={t('opportunity.manage.parts')}>
          <CardList columns>
            <Card
              title={t('opportunity.steps.basics')}
              href={path(`${here}/edit`)}
              subtitle={t('opportunity.manage.basicsText')}
            />
            <Card
              title={t('opportunity.steps.skills')}
              href={path(`${here}/skills`)}
              subtitle={t('opportunity.manage.skillsText')}
            />
            <Card
              title={t('opportunity.steps.conditions')}
              href={path(`${here}/conditions`)}
              subtitle={t('opportunity.manage.conditionsText')}
            />
          </CardList>
        </Section>
      )}
      {moves.includes('close') && (
        <Section title={t('opportunity.manage.end')} intro={t('opportunity.manage.endText')}>
          <form method="post" className="actions">
            <HiddenField name="version" value={loaderData.version} />
            <Button name="intent" value="fill" icon="check">
              {t('opportunity.actions.fill')}
            </Button>
            <Button name="intent" value="close" variant="danger">
              {t('opportunity.actions.close')}
            </Button>
          </form>
        </Section>
      )}
      <Section title={t('opportunity.manage.more')}>
        <form method="post" className="actions">
          <HiddenField name="version" value={loaderData.version} />
          <Button name="intent" value="duplicate">
            {t('opportunity.actions.duplicate')}
          </Button>
          {status === 'draft' && (
            <Button name="intent" value="delete" variant="danger" icon="trash">
              {t('opportunity.actions.delete')}
            </Button>
          )}
        </form>
      </Section>
    </Page>
  )
}

/** What one most likely comes for: publish, resume, see who fits, pause, preview. */
function MainActions(props: {
  id: string
  status: Route.ComponentProps['loaderData']['status']
  version: number
  moves: readonly Move[]
}) {
  const t = useT()
  const path = usePath()
  const here = `/employer/opportunities/${props.id}`
  return (
    <form method="post" className="actions">
      <HiddenField name="version" value={props.version} />
      {props.moves.includes('publish') && (
        <Button name="intent" value="publish" variant="primary">
          {t('opportunity.actions.publish')}
        </Button>
      )}
      {props.moves.includes('resume') && (
        <Button name="intent" value="resume" variant="primary">
          {t('opportunity.actions.resume')}
        </Button>
      )}
      {props.status === 'published' && (
        <ButtonLink href={path(`${here}/matches`)} variant="primary" icon="people">
          {t('opportunity.manage.matches')}
        </ButtonLink>
      )}
      <ButtonLink href={path(`${here}/preview`)} icon="eye">
        {t('opportunity.manage.preview')}
      </ButtonLink>
      {props.moves.includes('pause') && (
        <Button name="intent" value="pause">
          {t('opportunity.actions.pause')}
        </Button>
      )}
    </form>
  )
}
