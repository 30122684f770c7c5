import { hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import type { Route } from './+types/public-map'
import { MapPage } from './map-page.tsx'
import { askedMap, readMapPage } from './read-page.server.ts'

/** The map that everybody may see, also in a frame of another site (`embed=1`). */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, info, locale } = context
    const { country } = args.params
    if (!hasCountryPack(country)) throw new ExpectedError('not-found')
    await services.limits.use('search', info.ip)
    const asked = askedMap(context, { country, chamber: null })
    const area = 'area' in args.params ? args.params.area : undefined
    const model = await readMapPage(services, asked, area)
    const address = `${services.config.appUrl}/${locale}/map/${country}?embed=1`
    return {
      model,
      country,
      embed: asked.links.embed,
      snippet: `<iframe src="${address}" title="${translator(locale)('map.title')}" width="100%" height="900" loading="lazy"></iframe>`,
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: loaderData?.model.title ?? t('map.title') }) },
    { name: 'description', content: t('map.publicIntro') },
    ...(loaderData?.model.filters.narrowed ? [{ name: 'robots', content: 'noindex, follow' }] : []),
  ]
}

export default function PublicMap({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { model, country, embed, snippet } = loaderData
  return (
    <MapPage
      model={model}
      intro={t('map.publicIntro')}
      below={
        <p className="no-print">
          <a className="inline-block py-3" href={model.interactive}>
            {t('map.interactive.move')}
          </a>
        </p>
      }
    >
      {embed ? (
        <p>
          <a href={path(`/map/${country}`)} target="_blank" rel="noopener">
            {t('map.embed.full')}
          </a>
        </p>
      ) : (
        <div className="no-print">
          <Section title={t('map.embed.title')} intro={t('map.embed.text')}>
            <textarea
              className="input map-code"
              aria-label={t('map.embed.label')}
              rows={3}
              readOnly
              defaultValue={snippet}
            />
          </Section>
        </div>
      )}
    </MapPage>
  )
}
