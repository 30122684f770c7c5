import { renderToString } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { requestContext, servicesContext } from './server/context.server.ts'
import { RequestIdProvider } from './server/request-id.tsx'

/** Renders the whole document at once: pages are small, run no script and wait for nothing. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Response {
  const info = context.get(requestContext)
  const html = renderToString(
    <RequestIdProvider value={{ id: info.id, nonce: info.nonce }}>
      <ServerRouter context={entry} url={request.url} nonce={info.nonce} />
    </RequestIdProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** The one place where the unexpected is logged, with the reference number that the reader is shown. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context
    .get(servicesContext)
    .log.error({ request: context.get(requestContext).id, err: error }, 'request failed')
}
