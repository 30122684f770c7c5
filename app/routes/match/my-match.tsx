import { redirect } from 'react-router'
import { explainOwnMatch } from '#app/domain/match/explain-own-match.server.ts'
import { readOwnMatchList } from '#app/domain/match/match-list.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { explainInWords } from '#app/routes/match/match-words.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { opportunityItem } from '../search/opportunity-item.tsx'
import type { Route } from './+types/my-match'
import { MatchExplanationView } from './match-explanation.tsx'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    const found = await explainOwnMatch(services, viewer, args.params.opportunityId)
    // Without a profile there is nothing to compare: the list says how to begin one.
    if (!found) throw redirect(localePath(locale, '/matches'))
    return {
      item: opportunityItem(found.row, found.distanceKm, {
        t,
        locale,
        reference: services.reference,
      }),
      // The list one comes from, as it was.
      query: listQuery(readOwnMatchList(url.searchParams, services.reference)),
      published: found.published,
      match: explainInWords(found.explanation, wordingOf(context)),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.one') }) }]
}

export default function MyMatch({ loaderData }: Route.ComponentProps) {
  const { item, match, published, query } = loaderData
  const t = useT()
  const path = usePath()
  return (
    <Page
      title={t('match.mine.one')}
      intro={
        <bdi>
          {item.title}, {item.company}
        </bdi>
      }
      back={{ href: path('/matches') + query, label: t('match.mine.back') }}
      aside={
        <Card
          title={item.title}
          href={path(`/opportunities/${item.id}`)}
          subtitle={<bdi>{item.company}</bdi>}
          actions={
            <>
              <ButtonLink variant="primary" href={path(`/opportunities/${item.id}`)}>
                {t('match.mine.seeOffer')}
              </ButtonLink>
              <ButtonLink variant="quiet" href={path(`/matches/${item.id}/hide`) + query}>
                {t('match.mine.hide')}
              </ButtonLink>
            </>
          }
        >
          <p className="facts">
            {item.place && (
              <span>
                <Icon name="place" />
                <bdi>{item.place}</bdi>
              </span>
            )}
            {item.distance && <span>{item.distance}</span>}
            {item.facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </Card>
      }
    >
      {!published && (
        <Flash
          tone="attention"
          live={false}
          title={t('match.mine.draft')}
          action={
            <ButtonLink href={path('/profile/preview')}>{t('match.mine.publish')}</ButtonLink>
          }
        >
          <p>{t('match.mine.draftText')}</p>
        </Flash>
      )}
      <MatchExplanationView match={match} />
    </Page>
  )
}
