import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'

/** One address of the site and the file that answers it. */
export interface SiteRoute {
  /** As `app/server/policy.ts` writes it: `/:lang/opportunities/:opportunityId`. */
  readonly pattern: string
  /** Below `app/`. */
  readonly file: string
}

/** Every route of `app/routes.ts`, in its order. */
export async function siteRoutes(): Promise<SiteRoute[]> {
  // The route helpers resolve against this folder, which the development server sets.
  ;(globalThis as Record<string, unknown>).__reactRouterAppDirectory = join(process.cwd(), 'app')
  const { default: entries } = await import('#app/routes.ts')
  return entries.flatMap((entry) => flatten(entry, ''))
}

function flatten(entry: RouteConfigEntry, above: string): SiteRoute[] {
  const pattern = entry.path ? `${above}/${entry.path.replace(/^\/|\/$/g, '')}` : above
  const below = (entry.children ?? []).flatMap((child) => flatten(child, pattern))
  return below.length > 0 ? below : [{ pattern: pattern || '/', file: entry.file }]
}

/** The address of a pattern with its parameters filled in; `*` becomes a page that does not exist. */
export function address(pattern: string, ids: Readonly<Record<string, string>>): string {
  return pattern
    .replace('*', 'no-such-page')
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? `no-${name}`))
}

/** The names of a pattern's parameters, without the language. */
export function parameters(pattern: string): string[] {
  return [...pattern.matchAll(/:(\w+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'lang')
}

/** Routes whose parameters name something that everyone who may ask for the route may see, and why. */
export const openToAll: Readonly<Record<string, string>> = {
  '/:lang/opportunities/:opportunityId': 'published opportunities are public',
  '/:lang/matches/:opportunityId':
    'a person compares their own profile with a published opportunity',
  '/:lang/matches/:opportunityId/hide':
    'a person leaves a published opportunity out of their own list',
  '/:lang/employer/candidates/:profileId':
    'published profiles are pseudonymous, for every employer',
  '/:lang/chamber/map/:area': 'the parameter names a unit of the country',
  '/:lang/chamber/map/:area/:place':
    'the parameters name places; the list is of one’s own companies',
  '/:lang/map/:country/export': 'the parameter names a country, and the map is public',
  '/:lang/map/:country/interactive': 'the parameter names a country, and the map is public',
  '/:lang/map/:country/points': 'the parameter names a country, and the map is public',
  '/:lang/map/:country': 'the parameter names a country, and the map is public',
  '/:lang/map/:country/:area': 'the parameters name places, and the map is public',
  '/:lang/map/:country/:area/:place': 'the parameters name places, and the list is public',
  '/:lang/suggest/:kind': 'the parameter names a vocabulary',
  '/:lang/confirm/:profileId': 'the page asks for a code that only the person has',
  '/:lang/join/:token': 'the parameter is the secret itself',
  '/:lang/confirm-company/:token': 'the parameter is the secret itself',
}

/** True when the route's module answers posts. */
export function hasAction(route: SiteRoute): boolean {
  return exportsFrom(route).has('action')
}

/** True when the route's module renders a page or answers a get. */
export function exportsFrom(route: SiteRoute): Set<string> {
  const source = readFileSync(join('app', route.file), 'utf8')
  const found = source.matchAll(/^export (?:default )?(?:async )?(?:function|const) (\w+)/gm)
  return new Set([...found].map(([, name]) => name ?? ''))
}
