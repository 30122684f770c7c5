import { rolesOf } from '#app/domain/access.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { newestOpportunities } from '#db/queries/newest-opportunities.ts'
import type { Route } from './+types/home'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const roles = [...rolesOf(viewer)]
    const newest = await newestOpportunities(services.db, services.config.country, 6)
    return {
      roles,
      newest: newest.map((row) => ({
        id: row.id,
        title: row.title,
        company: row.company ?? t('company.unnamed'),
        kind: row.kind,
        place: row.placeId ? (services.reference.place(row.placeId)?.names[locale] ?? null) : null,
      })),
    }
  })
}

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: t('home.title') }) },
    { name: 'description', content: t('home.description') },
  ]
}

/** Says in ten seconds what this is for each of its users, and leads each to the next step. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const { roles, newest } = loaderData
  const t = useT()
  const path = usePath()
  const has = (role: (typeof roles)[number]) => roles.includes(role)
  return (
    <Page title={t('home.title')} intro={t('home.intro')}>
      <search>
        <form action={path('/opportunities')} className="home-search">
          <TextField name="q" type="search" label={t('home.searchLabel')} />
          <Button variant="primary" icon="search">
            {t('home.searchButton')}
          </Button>
        </form>
      </search>
      <Section title={t('home.paths')}>
        <div className="pairs">
          <Card
            title={t('home.work.title')}
            actions={
              has('returnee') ? (
                <ButtonLink href={path('/matches')}>{t('home.work.mine')}</ButtonLink>
              ) : (
                <ButtonLink href={path('/register?for=work')}>{t('home.work.action')}</ButtonLink>
              )
            }
          >
            <p>{t('home.work.text')}</p>
          </Card>
          <Card
            title={t('home.hire.title')}
            actions={
              has('employer') ? (
                <ButtonLink href={path('/employer')}>{t('home.hire.mine')}</ButtonLink>
              ) : (
                <ButtonLink href={path(has('visitor') ? '/register?for=hire' : '/companies/new')}>
                  {t('home.hire.action')}
                </ButtonLink>
              )
            }
          >
            <p>{t('home.hire.text')}</p>
          </Card>
          <Card
            title={t('home.chamber.title')}
            actions={<ButtonLink href={path('/chamber')}>{t('home.chamber.action')}</ButtonLink>}
          >
            <p>{t('home.chamber.text')}</p>
          </Card>
          <Card
            title={t('home.counsellor.title')}
            actions={
              <ButtonLink href={path('/counsellor')}>{t('home.counsellor.action')}</ButtonLink>
            }
          >
            <p>{t('home.counsellor.text')}</p>
          </Card>
        </div>
      </Section>
      <Section title={t('home.how.title')}>
        <ol className="how">
          {(['describe', 'see', 'decide'] as const).map((step) => (
            <li key={step}>
              <h3>{t(`home.how.${step}.title`)}</h3>
              <p>{t(`home.how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </Section>
      {newest.length > 0 && (
        <Section
          title={t('home.newest')}
          actions={
            <ButtonLink href={path('/opportunities')} variant="quiet" iconEnd="next">
              {t('home.allOpportunities')}
            </ButtonLink>
          }
        >
          <CardList columns>
            {newest.map((one) => (
              <Card
                key={one.id}
                title={one.title}
                href={path(`/opportunities/${one.id}`)}
                subtitle={one.company}
              >
                {one.place && <p>{one.place}</p>}
              </Card>
            ))}
          </CardList>
        </Section>
      )}
    </Page>
  )
}
