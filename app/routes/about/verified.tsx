import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import type { Route } from './+types/verified'

export function meta({ params }: Route.MetaArgs) {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('about.verified.title') }) }]
}

/** What the badge of a verified company means, and what it does not. */
export default function Verified() {
  const t = useT()
  const path = usePath()
  return (
    <Page
      title={t('about.verified.title')}
      intro={t('about.verified.intro')}
      eyebrow={
        <Badge tone="done" icon="check">
          {t('company.verified')}
        </Badge>
      }
      back={{ href: path('/about'), label: t('about.about.title') }}
      width="form"
    >
      {(['seen', 'year', 'not', 'doubt'] as const).map((part) => (
        <Section key={part} id={part} title={t(`about.verified.${part}`)}>
          <p>{t(`about.verified.${part}Text`)}</p>
        </Section>
      ))}
    </Page>
  )
}
