import { countryPack } from '#app/domain/countries/index.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Page, Section } from '#app/ui/page.tsx'
import type { Route } from './+types/privacy'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, locale }) => {
    const { dataProtection, childProtection } = countryPack(services.config.country)
    return {
      law: dataProtection.law[locale],
      authority: dataProtection.authorityNames[locale],
      child: { name: childProtection.name[locale], phone: childProtection.phone },
    }
  })
}

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('about.privacy.title') }) }]
}

/** What happens to personal data, in plain words, with the country's law. */
export default function Privacy({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <Page title={t('about.privacy.title')} intro={t('about.privacy.intro')} width="form">
      {(['hidden', 'consent', 'feedback', 'contacts', 'rights'] as const).map((part) => (
        <Section key={part} title={t(`about.privacy.${part}`)}>
          <p>{t(`about.privacy.${part}Text`)}</p>
        </Section>
      ))}
      <Section title={t('about.privacy.law')}>
        <p>
          {t('about.privacy.lawText', { law: loaderData.law, authority: loaderData.authority })}
        </p>
      </Section>
      <Section title={t('about.privacy.adults')}>
        <p>{t('about.privacy.adultsText', loaderData.child)}</p>
      </Section>
    </Page>
  )
}
