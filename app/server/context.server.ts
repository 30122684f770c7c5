import { createContext } from 'react-router'
import type { Viewer } from '#app/domain/access.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Services } from './services.server.ts'

/** What is known of a request before any route runs. */
export interface RequestInfo {
  /** Also the reference number that error pages show. */
  readonly id: string
  readonly nonce: string
  /** The caller's address, taken from the proxy only where that is trusted. For rate limits. */
  readonly ip: string
  /** A status with which the server refused the request before any route saw it, such as 413. */
  readonly refuse: number | null
}

export const servicesContext = createContext<Services>()
export const requestContext = createContext<RequestInfo>()
export const viewerContext = createContext<Viewer>()
export const localeContext = createContext<Locale>()
/** The page that was rendered, for the server to send; null for answers that are none. */
export const documentContext = createContext<string | null>(null)
