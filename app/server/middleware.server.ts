import type { MiddlewareFunction } from 'react-router'
import { redirect } from 'react-router'
import { isStaff, rolesOf } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath, preferredLocale } from '#app/i18n/locales.ts'
import { localeContext, requestContext, servicesContext, viewerContext } from './context.server.ts'
import { asResponse } from './page.server.ts'
import { decide } from './policy.ts'
import { readViewer } from './viewer.server.ts'

/** Seconds after which a page that could not be given now is worth asking for again. */
const retryAfter = '30'

/** Pages where staff without their second factor may still go: to set it up, or to leave. */
const beforeTwoFactor = new Set(['/:lang/account/two-factor', '/:lang/sign-out', '/:lang'])

/**
 * Runs before every loader and action: finds the language and who asks, and refuses what the policy
 * does not allow. Deny by default.
 */
export const gate: MiddlewareFunction<Response> = async (
  { request, context, params, pattern: relativePattern, url },
  next,
) => {
  // React Router writes patterns without the leading slash, the index route as `/`.
  const pattern = `/${relativePattern.replace(/^\/|\/$/g, '')}`
  const services = context.get(servicesContext)
  const info = context.get(requestContext)
  const lang = params.lang
  const locale = isLocale(lang) ? lang : preferredLocale(request.headers.get('accept-language'))
  context.set(localeContext, locale)
  const viewer = await readViewer(services, request.headers)
  context.set(viewerContext, viewer)
  try {
    if (info.refuse === 413) throw new ExpectedError('too-large')
    if (info.refuse !== null) throw new ExpectedError('invalid')
    if (lang !== undefined && !isLocale(lang)) throw new ExpectedError('not-found')
    const decision = decide(pattern, rolesOf(viewer))
    if (decision === 'forbidden') throw new ExpectedError('forbidden')
    if (decision === 'sign-in') {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new ExpectedError('sign-in')
      const to = new URLSearchParams({ next: url.pathname + url.search })
      throw redirect(`${localePath(locale, '/sign-in')}?${to}`)
    }
    const needsTwoFactor = services.config.staffTwoFactor && isStaff(viewer) && !viewer.twoFactor
    if (needsTwoFactor && !beforeTwoFactor.has(pattern)) {
      throw redirect(localePath(locale, '/account/two-factor'))
    }
    if (request.method === 'POST') await services.limits.use('write', viewer.userId ?? info.ip)
  } catch (error) {
    throw asResponse(error)
  }
  const response = await next()
  response.headers.set('x-route', pattern)
  if (response.status === 503) response.headers.set('Retry-After', retryAfter)
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', 'private, no-store')
  return response
}
