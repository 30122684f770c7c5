import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Locale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { decodeEntities } from './forms.ts'

/** What a browser without JavaScript gets. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Path of the redirect, null without one. */
  readonly location: string | null
}

/** Asks a server as a browser does; redirects are not followed. */
export async function ask(
  url: string,
  path: string,
  init: RequestInit & { cookie?: string } = {},
): Promise<Answer> {
  const { cookie, ...rest } = init
  const headers = new Headers(rest.headers)
  if (cookie) headers.set('cookie', cookie)
  const response = await fetch(url + path, { redirect: 'manual', ...rest, headers })
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    location: response.headers.get('location'),
  }
}

/** Posts a form as a browser does, with the server's own origin. */
export function post(
  url: string,
  path: string,
  fields: readonly (readonly [string, string])[],
  init: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  return ask(url, path, {
    method: 'POST',
    body,
    ...(init.cookie ? { cookie: init.cookie } : {}),
    headers: { origin: url, ...(tooLarge(body) && { connection: 'close' }), ...init.headers },
  })
}

/** True for a body that the server does not read to its end: its connection is no good afterwards. */
function tooLarge(body: URLSearchParams): boolean {
  return body.toString().length > 1024 * 1024
}

/** How many bytes a response's body took on the wire, compressed as browsers ask, and the body itself. */
export function wireBytes(
  url: string,
  cookie = '',
): Promise<{ status: number; bytes: number; body: Buffer; encoding: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { headers: { 'accept-encoding': 'gzip', ...(cookie && { cookie }) } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const raw = Buffer.concat(parts)
          const encoding = String(answer.headers['content-encoding'] ?? '')
          resolve({
            status: answer.statusCode ?? 0,
            bytes: raw.length,
            body: encoding === 'gzip' ? gunzipSync(raw) : raw,
            encoding,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** The text that a reader sees of a page: no tags, no entities, single spaces. */
export function visibleText(html: string): string {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
  return decodeEntities(body).replace(/\s+/g, ' ').trim()
}

const refusals = [
  'not-found',
  'forbidden',
  'sign-in',
  'gone',
  'stale',
  'conflict',
  'too-many',
  'too-large',
  'invalid',
] as const

/** True when the page is one that refuses, in the words of its language, and shows nothing else. */
export function isRefusalPage(html: string, locale: Locale): boolean {
  const heading = visibleText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')
  const t = translator(locale)
  return refusals.some((code) => heading === t(`errors.${code}.title`))
}
