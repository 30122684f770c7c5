import { isRouteErrorResponse, useRouteError } from 'react-router'
import { localePath } from '#app/i18n/locales.ts'
import { ErrorPage } from './error-page.tsx'
import { useSite } from './use-site.ts'

/** The page for whatever a loader, an action or a page threw. */
export function ErrorBoundary() {
  const { locale, t, path, search } = useSite()
  const again = localePath(locale, path) + search
  return <ErrorPage code={codeOf(useRouteError())} t={t} locale={locale} again={again} />
}

function codeOf(error: unknown): string {
  if (!isRouteErrorResponse(error)) return 'unexpected'
  if (typeof error.data?.code === 'string') return error.data.code
  if (error.status >= 500) return 'unexpected'
  return error.status === 404 ? 'not-found' : 'invalid'
}
