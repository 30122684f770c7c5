import { isRecordId } from '#app/domain/company/company.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { page } from '#app/server/page.server.ts'
import { documentById } from '#db/queries/company-record.ts'
import type { Route } from './+types/document'
import { openCompany } from './frame.server.ts'

/** `GET .../documents/:documentId`: the paper itself, always as a download: it is never shown as a page of ours. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { companyId, documentId } = args.params
    const { company } = await openCompany(context, companyId)
    const found = isRecordId(documentId)
      ? await documentById(context.services.db, company.id, documentId)
      : null
    if (!found) throw new ExpectedError('not-found')
    return new Response(new Uint8Array(found.content), {
      headers: {
        'Content-Type': found.media_type,
        'Content-Disposition': `attachment; filename="${found.file_name}"`,
        'Content-Length': String(found.content.length),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  })
}
