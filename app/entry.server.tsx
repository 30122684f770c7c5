import { renderToStaticMarkup } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { documentContext, requestContext, servicesContext } from './server/context.server.ts'
import { RequestIdProvider } from './server/request-id.tsx'

/**
 * Renders the whole document at once: pages are small, run no script and wait for nothing. The
 * document is left in the context: a body that goes through the router's own Response becomes a
 * stream, which costs more than many a page.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Response {
  const info = context.get(requestContext)
  const html = renderToStaticMarkup(
    <RequestIdProvider value={info.id}>
      <ServerRouter
        // What a client router would be told stays unsaid: there is none. No nonce either: our own
        // files need none, and without one a page is the same for all who ask.
        context={{ ...entry, serverHandoffStream: undefined }}
        url={request.url}
      />
    </RequestIdProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  context.set(documentContext, `<!DOCTYPE html>${html}`)
  return new Response(null, { status, headers })
}

/** The one place where the unexpected is logged, with the reference number that the reader is shown. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context
    .get(servicesContext)
    .log.error({ request: context.get(requestContext).id, err: error }, 'request failed')
}
