import type { ReactNode } from 'react'
import { data, Meta, Outlet, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root'
import { rolesOf } from './domain/access.ts'
import { isEmbedded } from './domain/map/embed.ts'
import { direction, localeNames, localePath, localeShort, locales } from './i18n/locales.ts'
import { accountLinks, mainLinks, nearestPath } from './routes/navigation.ts'
import { useSite } from './routes/use-site.ts'
import { takeFlash } from './server/flash.server.ts'
import { gate } from './server/middleware.server.ts'
import { page } from './server/page.server.ts'
import { Flash } from './ui/flash.tsx'
import { SiteFooter } from './ui/site-footer.tsx'
import { SiteHeader } from './ui/site-header.tsx'
import stylesheet from './ui/styles/app.css?url'

export const middleware = [gate]

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ viewer, request, t, services }) => {
    const flash = takeFlash(request.headers, t)
    return data(
      {
        roles: [...rolesOf(viewer)],
        hasProfile: viewer.profileId !== null,
        flash: flash.message,
        mailbox: services.config.mode === 'demo' || services.config.mode === 'development',
        demo: services.config.mode === 'demo',
        country: services.config.country,
      },
      { headers: flash.headers },
    )
  })
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, t, path, search } = useSite()
  const site = useRouteLoaderData<typeof loader>('root')
  const roles = site?.roles ?? ['visitor']
  const embedded = isEmbedded(path, search)
  const around = [...mainLinks(roles), ...accountLinks(roles)].map((link) => link.path)
  const here = nearestPath(around, path)
  const toLinks = (links: ReturnType<typeof mainLinks>) =>
    links.map((link) => ({
      href: localePath(locale, link.path),
      label: t(`common.nav.${link.key}`),
      current: link.path === here,
    }))
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        {!embedded && (
          <SiteHeader
            brand={t('common.brand')}
            homeHref={localePath(locale, '/')}
            skipLabel={t('common.skip')}
            menuLabel={t('common.menu')}
            navLabel={t('common.mainNavigation')}
            links={toLinks(mainLinks(roles))}
            languagesLabel={t('common.languages')}
            languages={locales.map((one) => ({
              lang: one,
              label: localeNames[one],
              short: localeShort[one],
              href: localePath(one, path) + search,
              current: one === locale,
            }))}
            account={toLinks(accountLinks(roles))}
            signOut={
              roles.includes('visitor')
                ? undefined
                : { action: localePath(locale, '/sign-out'), label: t('common.nav.signOut') }
            }
          />
        )}
        {site?.flash && (
          <div className="page-flash">
            <Flash tone="done">{site.flash}</Flash>
          </div>
        )}
        {children}
        {!embedded && (
          <SiteFooter
            label={t('common.footer.about')}
            links={[
              { href: localePath(locale, '/about'), label: t('common.footer.about') },
              ...(site
                ? [
                    {
                      href: localePath(locale, `/map/${site.country}`),
                      label: t('map.title'),
                    },
                  ]
                : []),
              { href: localePath(locale, '/about/data'), label: t('common.footer.data') },
              { href: localePath(locale, '/about/privacy'), label: t('common.footer.privacy') },
              ...(site?.mailbox
                ? [{ href: localePath(locale, '/mailbox'), label: t('common.nav.mailbox') }]
                : []),
            ]}
            licences={[
              `${t('common.footer.esco')} ${t('common.footer.places')}`,
              ...(site?.demo ? [t('common.footer.demo')] : []),
            ]}
          />
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** The word for what went wrong: that of an expected error, else what its status says. */
export { ErrorBoundary } from './routes/error-boundary.tsx'
