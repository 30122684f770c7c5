import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { documentsOf } from '#db/queries/company-record.ts'
import { chamberCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'
import { documentTypeOf, mostDocumentBytes, safeFileName } from './document-type.ts'
import { mostDocuments } from './record.ts'

/** A paper to keep: what it is, and the file as it was sent. */
export interface NewDocument {
  readonly kind: 'registration' | 'tax' | 'agreement' | 'survey' | 'other'
  readonly title: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Keeps a paper of a company. Throws `FieldErrors` for its file, `ExpectedError('not-found')`. */
export async function addDocument(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: NewDocument,
): Promise<string> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  if (input.bytes.length === 0) throw new FieldErrors({ file: 'relation.documents.fileMissing' })
  if (input.bytes.length > mostDocumentBytes) {
    throw new FieldErrors({ file: 'relation.documents.fileTooLarge' })
  }
  const type = documentTypeOf(input.bytes)
  if (type === null) throw new FieldErrors({ file: 'relation.documents.fileType' })
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    if ((await documentsOf(transaction, companyId)).length >= mostDocuments) {
      throw new FieldErrors({ file: 'relation.documents.tooMany' })
    }
    await transaction
      .insertInto('company_document')
      .values({
        id,
        company_id: companyId,
        kind: input.kind,
        title: input.title,
        file_name: safeFileName(input.fileName, type),
        media_type: type,
        content: Buffer.from(input.bytes),
        added_by: viewer.userId,
        created_at: toInstant(deps.now),
      })
      .execute()
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.document-added',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, document: id, kind: input.kind },
      },
      deps.now,
    )
  })
  return id
}

/** Removes a paper. Throws `ExpectedError('not-found')`. */
export async function removeDocument(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  documentId: string,
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  await deps.db.transaction().execute(async (transaction) => {
    const removed = await transaction
      .deleteFrom('company_document')
      .where('id', '=', documentId)
      .where('company_id', '=', companyId)
      .executeTakeFirst()
    if (removed.numDeletedRows !== 1n) throw new ExpectedError('not-found')
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.document-removed',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, document: documentId },
      },
      deps.now,
    )
  })
}
