import { type Locale, localePath } from '#app/i18n/locales.ts'
import { type Translate, translateKey } from '#app/i18n/translate.ts'
import { useRequestId } from '#app/server/request-id.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

/** The page for an error code: what happened, that nothing is lost, and where to go. */
export function ErrorPage(props: {
  code: string
  t: Translate
  locale: Locale
  /** The address that failed, worth another try where the failure passes by itself. */
  again?: string | undefined
}) {
  const { code, t, locale } = props
  const reference = useRequestId()
  const title = translateKey(t, `errors.${code}.title`)
  return (
    <>
      {/* React puts it into the head: the page that failed gives no title. */}
      <title>{t('common.pageTitle', { title })}</title>
      <Page
        title={title}
        intro={
          <>
            {translateKey(t, `errors.${code}.text`)}
            {code === 'unexpected' && (
              <>
                {' '}
                <strong dir="ltr">{reference}</strong>
              </>
            )}
          </>
        }
      >
        <p className="cluster">
          {code === 'resting' && props.again ? (
            <ButtonLink href={props.again}>{t('errors.again')}</ButtonLink>
          ) : (
            <ButtonLink href={localePath(locale, '/')}>{t('errors.home')}</ButtonLink>
          )}
          <ButtonLink href={localePath(locale, '/opportunities')} variant="secondary">
            {t('errors.opportunities')}
          </ButtonLink>
        </p>
      </Page>
    </>
  )
}
