import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Page, Section } from '#app/ui/page.tsx'
import type { Route } from './+types/about'

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('about.about.title') }) }]
}

/** What this is, for whom, and that a machine ranks and a person decides. */
export default function About() {
  const t = useT()
  const path = usePath()
  return (
    <Page title={t('about.about.title')} intro={t('about.about.intro')} width="form">
      {(['who', 'matching', 'human'] as const).map((part) => (
        <Section key={part} id={part} title={t(`about.about.${part}`)}>
          <p>{t(`about.about.${part}Text`)}</p>
        </Section>
      ))}
      <Section id="verified" title={t('about.verified.title')}>
        <p>
          <a href={path('/about/verified')}>{t('about.verified.intro')}</a>
        </p>
      </Section>
    </Page>
  )
}
