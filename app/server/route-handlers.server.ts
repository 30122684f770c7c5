import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router'

/** Answers a request for a page. */
export type PageHandler = (request: Request, context: RouterContextProvider) => Promise<Response>

/**
 * The router for a whole build, as one handler for each second segment of an address
 * (`/fr/employer/...`) over the routes that can match there: the router tries routes one by one,
 * twice for each page, and most of ours lie elsewhere. All others take the handler of all routes.
 */
export function createRouteHandlers(build: ServerBuild): PageHandler {
  const all = createRequestHandler(build, 'production')
  const handlers = new Map<string, PageHandler>()
  for (const { path } of routesOf(build)) {
    const segment = path?.split('/')[1]
    if (!segment || !/^[\w-]+$/.test(segment) || handlers.has(segment)) continue
    handlers.set(segment, createRequestHandler(under(build, segment), 'production'))
  }
  return (request, context) => {
    // `//host/path`, where the path's own segments are the second and third after it
    const segment = /^\w+:\/\/[^/]+\/[^/]+\/([^/?#]+)/.exec(request.url)?.[1]
    return (handlers.get(segment ?? '') ?? all)(request, context)
  }
}

/** The build with what an address of that second segment can match. */
function under(build: ServerBuild, segment: string): ServerBuild {
  const kept = new Set<string>()
  for (const { id, path } of routesOf(build)) {
    const second = path?.split('/')[1]
    if (second === undefined || second === segment || /^[:*]/.test(second)) kept.add(id)
  }
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)))
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  }
}

const routesOf = (build: ServerBuild) =>
  Object.values(build.routes).filter((route) => route !== undefined)
