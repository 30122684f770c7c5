import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { membersOf } from '#db/queries/membership.ts'
import { relationOf } from '#db/queries/relation.ts'

/**
 * Sets a task for today, to read what a company has answered, within the transaction that takes the answer: for who looks after the
 * relation, else for who asked, as long as they work there; else for whoever of the chamber takes it. Its title is in
 * their language.
 */
export async function addTaskToRead(
  transaction: Db,
  now: Date,
  { chamberId, companyId }: { readonly chamberId: string; readonly companyId: string },
  askedBy: string | null,
): Promise<void> {
  const relation = await relationOf(transaction, chamberId, companyId)
  const staff = new Set(
    (await membersOf(transaction, 'chamber', chamberId)).map((one) => one.userId),
  )
  const assignee = [relation?.owner_id, askedBy].find((one) => one && staff.has(one)) ?? null
  const user = assignee
    ? await transaction
        .selectFrom('auth_user')
        .select('locale')
        .where('id', '=', assignee)
        .executeTakeFirst()
    : undefined
  const id = newId()
  await transaction
    .insertInto('task')
    .values({
      id,
      chamber_id: chamberId,
      company_id: companyId,
      title: translator(isLocale(user?.locale) ? user.locale : 'fr')('relation.confirm.taskTitle'),
      due_on: toDay(now),
      assignee_id: assignee,
      created_by: null,
      created_at: toInstant(now),
      done_at: null,
      done_by: null,
    })
    .execute()
  await recordAudit(
    transaction,
    {
      actorId: null,
      action: 'task.added',
      entityKind: 'company',
      entityId: companyId,
      detail: { chamberId, task: id },
    },
    now,
  )
}
