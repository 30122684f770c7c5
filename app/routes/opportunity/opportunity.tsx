import { rolesOf } from '#app/domain/access.ts'
import { jobPosting, scriptJson } from '#app/domain/search/job-posting.ts'
import { readPublicOpportunity } from '#app/domain/search/read-public-opportunity.server.ts'
import { formatParts } from '#app/i18n/format.ts'
import { isLocale, localePath, locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Route } from './+types/opportunity'
import { OpportunityPage } from './opportunity-view.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, info }) => {
    await services.limits.use('search', info.ip)
    const view = await readPublicOpportunity(services, args.params.opportunityId, locale)
    const { appUrl } = services.config
    const roles = rolesOf(viewer)
    return {
      view,
      appUrl,
      // Built here: the page shows only what its own JSON says.
      posting: scriptJson(
        jobPosting(view, appUrl + localePath(locale, `/opportunities/${view.id}`)),
      ),
      seeks: roles.has('visitor') || roles.has('returnee'),
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const locale = isLocale(params.lang) ? params.lang : 'fr'
  const t = translator(locale)
  if (!loaderData) return [{ title: t('common.pageTitle', { title: t('search.title') }) }]
  const { view, appUrl } = loaderData
  const at = (one: typeof locale) => appUrl + localePath(one, `/opportunities/${view.id}`)
  const where = formatParts(locale, [view.company.name ?? t('company.unnamed'), view.place?.name])
  return [
    { title: t('common.pageTitle', { title: `${view.title} (${where})` }) },
    { name: 'description', content: (view.description ?? where).slice(0, 160) },
    { tagName: 'link', rel: 'canonical', href: at(locale) },
    ...locales.map((one) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      hrefLang: one,
      href: at(one),
    })),
  ]
}

export default function Opportunity({ loaderData }: Route.ComponentProps) {
  const { view, posting, seeks } = loaderData
  const t = useT()
  const path = usePath()
  return (
    <>
      <OpportunityPage
        view={view}
        back={{ href: path('/opportunities'), label: t('search.back') }}
        aside={
          seeks && (
            <Card
              tone="soft"
              title={t('search.fit')}
              actions={
                <ButtonLink variant="primary" href={path(`/matches/${view.id}`)}>
                  {t('search.fitAction')}
                </ButtonLink>
              }
            >
              <p>{t('search.fitText')}</p>
            </Card>
          )
        }
      >
        {view.occupation && (
          <p>
            <a
              className="inline-block py-3"
              href={`${path('/opportunities')}?occupation=${encodeURIComponent(view.occupation.uri)}`}
            >
              {t('search.similar')}
            </a>
          </p>
        )}
      </OpportunityPage>
      <script
        type="application/ld+json"
        // No nonce: a policy for scripts does not hold for data.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which scriptJson leaves no markup
        dangerouslySetInnerHTML={{ __html: posting }}
      />
    </>
  )
}
