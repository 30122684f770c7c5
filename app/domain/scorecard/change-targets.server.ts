import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { TargetEntry } from './scorecard.ts'

/**
 * Sets what the viewer's chamber wants to reach in a year, or changes it: then the day on which it was set is today,
 * and the audit trail keeps what it was. Throws `FieldErrors` for a district beyond the chamber's ground or an
 * unknown sector, `ExpectedError('forbidden')` without a chamber.
 */
export async function setTarget(deps: Deps, viewer: SignedIn, input: TargetEntry): Promise<void> {
  const chamber = await ownChamber(deps.db, viewer)
  const { measure, year, value, admin1 = null, sector = null } = input
  const units = countryPack(chamber.country).admin1.map((unit) => unit.code)
  const ground = chamber.admin1s.length === 0 ? units : chamber.admin1s
  if (admin1 !== null && !ground.includes(admin1)) throw new FieldErrors({ admin1: 'form.invalid' })
  if (sector !== null && !deps.reference.sectors.some((one) => one.code === sector)) {
    throw new FieldErrors({ sector: 'form.invalid' })
  }
  await deps.db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('target')
      .select(['id', 'value'])
      .where('chamber_id', '=', chamber.id)
      .where('year', '=', year)
      .where('measure', '=', measure)
      .where('admin1', admin1 === null ? 'is' : '=', admin1)
      .where('sector', sector === null ? 'is' : '=', sector)
      .executeTakeFirst()
    if (before?.value === value) return
    const set = { value, set_by: viewer.userId, set_at: toInstant(deps.now) }
    const id = before?.id ?? newId()
    if (before) await transaction.updateTable('target').set(set).where('id', '=', id).execute()
    else {
      await transaction
        .insertInto('target')
        .values({ id, chamber_id: chamber.id, measure, admin1, sector, year, ...set })
        .execute()
    }
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'target.set',
        entityKind: 'chamber',
        entityId: chamber.id,
        detail: { target: id, measure, year, admin1, sector, value, before: before?.value ?? null },
      },
      deps.now,
    )
  })
}

/** Gives a target of the viewer's chamber up; the audit trail keeps it. Throws `ExpectedError('not-found')`. */
export async function removeTarget(deps: Deps, viewer: SignedIn, targetId: string): Promise<void> {
  const chamber = await ownChamber(deps.db, viewer)
  await deps.db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('target')
      .selectAll()
      .where('id', '=', targetId)
      .where('chamber_id', '=', chamber.id)
      .executeTakeFirst()
    if (!before) throw new ExpectedError('not-found')
    await transaction.deleteFrom('target').where('id', '=', targetId).execute()
    const { measure, year, admin1, sector, value } = before
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'target.removed',
        entityKind: 'chamber',
        entityId: chamber.id,
        detail: { target: targetId, measure, year, admin1, sector, value },
      },
      deps.now,
    )
  })
}
