import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Page, Section } from '#app/ui/page.tsx'
import type { Route } from './+types/data'

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('about.data.title') }) }]
}

/** Where the reference data come from, with the words that their licences ask for. */
export default function Data() {
  const t = useT()
  return (
    <Page title={t('about.data.title')} width="form">
      {(['esco', 'places', 'outlines', 'sectors'] as const).map((part) => (
        <Section key={part} title={t(`about.data.${part}`)}>
          <p>{t(`about.data.${part}Text`)}</p>
        </Section>
      ))}
    </Page>
  )
}
