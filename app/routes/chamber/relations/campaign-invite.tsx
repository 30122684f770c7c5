import { redirect } from 'react-router'
import { sizeBands } from '#app/domain/company/company.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { selectionAsked } from '#app/domain/relation/board.ts'
import { mostInvited } from '#app/domain/relation/campaign.ts'
import { stages } from '#app/domain/relation/relation.ts'
import {
  inviteSelection,
  ownCampaign,
  selectionFilters,
} from '#app/domain/relation/run-campaign.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Page } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { countBoard } from '#db/queries/board.ts'
import { sectorOptions } from '../../company/company-fields.tsx'
import { askedOf, unitsOf } from '../chamber-filters.ts'
import { GroundFields } from '../ground-fields.tsx'
import type { Route } from './+types/campaign-invite'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const { campaign, chamber } = await ownCampaign(db, signedIn(viewer), args.params.campaignId)
    if (campaign.closed_at !== null) throw new ExpectedError('gone')
    const asked = askedOf(selectionAsked, url)
    const count = await countBoard(db, chamber, selectionFilters(reference, asked))
    return {
      id: campaign.id,
      title: campaign.title,
      asked,
      previewed: url.searchParams.has('preview'),
      search: url.search,
      count,
      label: formatNumber(locale, count),
      sections: reference.sectors
        .filter((one) => one.level === 'section')
        .map((one) => ({ value: one.code, label: one.names[locale] })),
      divisions: sectorOptions(reference.sectors, locale),
      unitLabel: countryPack(chamber.country).admin1Label[locale],
      units: unitsOf(chamber, locale),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, open, reference } = services
    const { campaignId } = args.params
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    await inviteSelection(deps, signedIn(viewer), campaignId, askedOf(selectionAsked, url))
    return redirect(localePath(locale, `/chamber/campaigns/${campaignId}`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.campaigns.inviteTitle') }) }]
}

export default function CampaignInvite({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { asked, count } = loaderData
  const base = path(`/chamber/campaigns/${loaderData.id}`)
  return (
    <Page
      title={t('relation.campaigns.inviteTitle')}
      intro={t('relation.campaigns.inviteIntro')}
      back={{ href: base, label: loaderData.title }}
      width="form"
    >
      <form method="get" className="fields">
        <Fields columns>
          <GroundFields choices={loaderData} asked={asked} />
          <SelectField
            name="size"
            label={t('company.fields.sizeBand')}
            emptyLabel={t('relation.campaigns.allSizes')}
            options={sizeBands.map((band) => ({
              value: band,
              label: t(`company.sizeBands.${band}`),
            }))}
            defaultValue={asked.size}
          />
          <SelectField
            name="stage"
            label={t('relation.stage.label')}
            emptyLabel={t('relation.board.allStages')}
            options={stages.map((stage) => ({
              value: stage,
              label: t(`relation.stages.${stage}`),
            }))}
            defaultValue={asked.stage}
          />
        </Fields>
        <div className="actions">
          <Button name="preview" value="1" icon="eye">
            {t('relation.campaigns.preview')}
          </Button>
        </div>
      </form>
      {loaderData.previewed && (
        <Flash
          tone={count === 0 || count > mostInvited ? 'attention' : 'neutral'}
          title={t('relation.campaigns.found', { count })}
          action={
            count > 0 &&
            count <= mostInvited && (
              <form method="post" action={`${base}/invite${loaderData.search}`}>
                <Button variant="primary" icon="send">
                  {t('relation.campaigns.inviteButton', { count })}
                </Button>
              </form>
            )
          }
        >
          {count > mostInvited && t('relation.campaigns.tooMany')}
        </Flash>
      )}
    </Page>
  )
}
