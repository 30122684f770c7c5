import { isEditable, movesFrom } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import { readOpportunityView } from '#app/domain/opportunity/read-opportunity-view.server.ts'
import { gapsWith } from '#app/domain/opportunity/update-opportunity.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { skillsOf } from '#db/queries/opportunity.ts'
import type { Route } from './+types/preview-opportunity'
import { GapList } from './gap-list.tsx'
import { OpportunityPage } from './opportunity-view.tsx'
import { UnnamedNote } from './unnamed-note.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale }) => {
    const { db, reference } = services
    const { opportunity, company, as } = await editableOpportunity(
      db,
      viewer,
      args.params.opportunityId,
    )
    const skills = await skillsOf(db, opportunity.id)
    return {
      view: await readOpportunityView(db, reference, opportunity.id, locale),
      companyId: company.id,
      as,
      version: opportunity.version,
      mayPublish: movesFrom(opportunity.status).includes('publish'),
      mayEdit: isEditable(opportunity.status),
      gaps: gapsWith(opportunity, {}, skills.length, services.now()),
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = loaderData?.view.title ?? t('opportunity.steps.preview')
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function PreviewOpportunity({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { view, gaps, mayPublish } = loaderData
  const here = path(`/employer/opportunities/${view.id}`)
  return (
    <OpportunityPage
      view={view}
      back={{ href: here, label: t('opportunity.preview.back') }}
      notice={
        <Flash
          tone={gaps.length > 0 && mayPublish ? 'sun' : 'neutral'}
          live={false}
          title={t('opportunity.preview.title')}
          action={
            <>
              {mayPublish && gaps.length === 0 && (
                <form method="post" action={here}>
                  <HiddenField name="version" value={loaderData.version} />
                  <Button name="intent" value="publish" variant="primary">
                    {t('opportunity.actions.publish')}
                  </Button>
                </form>
              )}
              {loaderData.mayEdit && (
                <ButtonLink href={`${here}/edit`} icon="edit">
                  {t('common.actions.edit')}
                </ButtonLink>
              )}
            </>
          }
        >
          <p>{t(`opportunity.statusText.${view.status}`)}</p>
          {view.company.name === null && (
            <UnnamedNote companyId={loaderData.companyId} as={loaderData.as} />
          )}
          {mayPublish && <GapList opportunityId={view.id} gaps={gaps} />}
        </Flash>
      }
    />
  )
}
