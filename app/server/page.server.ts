import { data, type RouterContextProvider, redirect } from 'react-router'
import type { SignedIn, Viewer } from '#app/domain/access.ts'
import { type ExpectedCode, ExpectedError } from '#app/domain/errors.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import {
  localeContext,
  type RequestInfo,
  requestContext,
  servicesContext,
  viewerContext,
} from './context.server.ts'
import { movedAddress } from './moved-address.server.ts'
import type { Services } from './services.server.ts'

/** What a loader or an action works with. */
export interface PageContext {
  readonly services: Services
  readonly viewer: Viewer
  readonly locale: Locale
  readonly t: Translate
  readonly request: Request
  readonly info: RequestInfo
  /** The address asked for, as the reader sees it. */
  readonly url: URL
}

interface Args {
  readonly request: Request
  readonly url: URL
  readonly context: Readonly<RouterContextProvider>
  readonly params?: Readonly<Record<string, string | undefined>>
}

/** Status of each expected end of a use case. The only table of its kind. */
const statusOf: Record<ExpectedCode, number> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  gone: 410,
  stale: 409,
  conflict: 409,
  'too-many': 429,
  'too-large': 413,
  invalid: 400,
}

/** What an error page is told of an expected end. */
export interface ExpectedData {
  readonly code: ExpectedCode | 'resting'
}

/**
 * The response for an expected error, to be thrown; anything else is given back as it is. A search
 * engine that cannot answer is expected too: pages that are nothing without it say that it rests.
 */
export function asResponse(error: unknown): unknown {
  if (error instanceof SearchUnavailable) {
    return data({ code: 'resting' } satisfies ExpectedData, { status: 503 })
  }
  if (!(error instanceof ExpectedError)) return error
  return data({ code: error.code } satisfies ExpectedData, { status: statusOf[error.code] })
}

/**
 * Runs a loader or an action with its context. Expected errors become the page for their status;
 * all others rise to the one place that logs them.
 */
export async function page<T>(args: Args, work: (page: PageContext) => Promise<T>): Promise<T> {
  const locale = args.context.get(localeContext)
  try {
    const result = await work({
      services: args.context.get(servicesContext),
      viewer: args.context.get(viewerContext),
      locale,
      t: translator(locale),
      request: args.request,
      info: args.context.get(requestContext),
      url: args.url,
    })
    return args.request.method === 'GET' ? unsent(result) : result
  } catch (error) {
    if (args.request.method === 'GET' && error instanceof ExpectedError) {
      const moved =
        error.code === 'not-found' &&
        (await movedAddress(args.context.get(servicesContext).db, args.params, args.url))
      // A merge can be undone: nobody may remember the way for good.
      if (moved) throw redirect(moved, { status: 301, headers: { 'Cache-Control': 'no-store' } })
    }
    throw asResponse(error)
  }
}

/**
 * The same object, its properties there for who asks by name but in no list of them. React Router
 * writes down all that loaders give, for a client router; we have none, and for a search page that
 * is a tenth of the work.
 */
function unsent<T>(result: T): T {
  if (result === null || Object.getPrototypeOf(result) !== Object.prototype) return result
  for (const name of Object.keys(result as object)) {
    Object.defineProperty(result, name, { enumerable: false })
  }
  return result
}

/** The viewer, known to have signed in. Throws `ExpectedError('sign-in')` otherwise. */
export function signedIn(viewer: Viewer): SignedIn {
  if (viewer.userId === null) throw new ExpectedError('sign-in')
  return viewer as SignedIn
}
