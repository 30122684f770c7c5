import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { experiencesOf } from '#db/queries/profile.ts'
import type { Route } from './+types/experience'
import { duration } from './duration.ts'
import { openStep } from './step.server.ts'
import { StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale } = context
    const { profile, base } = await openStep(context, args.params)
    const experiences = await experiencesOf(services.db, profile.id)
    return {
      base,
      experiences: experiences.map((one) => ({
        id: one.id,
        title: one.occupation_uri
          ? services.reference.label(one.occupation_uri, locale)
          : (one.own_words ?? ''),
        ownWords: one.occupation_uri ? one.own_words : null,
        months: one.months,
        endYear: one.end_year,
      })),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.experience.title') }) }]
}

export default function ExperiencePage({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  const { base, experiences } = loaderData
  const add = `${base}/experience/new`
  return (
    <StepPage
      title={t('profile.experience.title')}
      intro={t('profile.experience.intro')}
      back={base}
    >
      {experiences.length === 0 ? (
        <EmptyState
          icon="tool"
          title={t('profile.experience.empty')}
          text={t('profile.experience.emptyText')}
          action={
            <ButtonLink variant="primary" href={add} icon="plus">
              {t('profile.experience.add')}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <CardList>
            {experiences.map((one) => (
              <Card
                key={one.id}
                title={one.title}
                subtitle={[
                  duration(t, locale, one.months),
                  one.endYear === null
                    ? t('profile.experience.ongoing')
                    : t('profile.experience.until', { year: one.endYear }),
                ].join(' · ')}
                actions={
                  <ButtonLink
                    size="small"
                    href={`${base}/experience/${one.id}`}
                    icon="edit"
                    ariaLabel={`${t('profile.experience.edit')} : ${one.title}`}
                  >
                    {t('profile.experience.edit')}
                  </ButtonLink>
                }
              >
                {one.ownWords && (
                  <p>
                    <bdi>{one.ownWords}</bdi>
                  </p>
                )}
              </Card>
            ))}
          </CardList>
          <div className="actions">
            <ButtonLink variant="primary" href={base} icon="check">
              {t('profile.actions.finish')}
            </ButtonLink>
            <ButtonLink href={add} icon="plus">
              {t('profile.experience.addMore')}
            </ButtonLink>
          </div>
        </>
      )}
    </StepPage>
  )
}
