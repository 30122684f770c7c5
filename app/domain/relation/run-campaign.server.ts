import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { isRecordId } from '#app/domain/company/company.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { type BoardFilters, boardIds } from '#db/queries/board.ts'
import { attendanceAmong, campaignById } from '#db/queries/campaign.ts'
import type { SelectionAsked } from './board.ts'
import { type AttendanceEntry, type CampaignEntry, mostInvited } from './campaign.ts'
import { divisionsIn } from './list-board.server.ts'
import { applyEvent } from './move-relation.server.ts'
import { addDays } from './relation.ts'

/** A campaign of the viewer's chamber. Throws `ExpectedError('not-found')` for every other. */
export async function ownCampaign(db: ReadDb, viewer: SignedIn, campaignId: string) {
  const chamber = await ownChamber(db, viewer)
  const campaign = isRecordId(campaignId) ? await campaignById(db, chamber.id, campaignId) : null
  if (!campaign) throw new ExpectedError('not-found')
  return { campaign, chamber }
}

/** Makes a campaign or an event. Returns its id. Throws `FieldErrors` for its day or place. */
export async function makeCampaign(
  deps: Deps,
  viewer: SignedIn,
  input: CampaignEntry,
): Promise<string> {
  const chamber = await ownChamber(deps.db, viewer)
  const today = toDay(deps.now)
  if (input.onDay < addDays(today, -365)) {
    throw new FieldErrors({ onDay: 'relation.dayLongPast' })
  }
  if (input.onDay > addDays(today, 3 * 365)) {
    throw new FieldErrors({ onDay: 'relation.dayFarAhead' })
  }
  if (input.place && deps.reference.place(input.place)?.country !== chamber.country) {
    throw new FieldErrors({ place: 'company.placeMissing' })
  }
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('campaign')
      .values({
        id,
        chamber_id: chamber.id,
        kind: input.kind,
        title: input.title,
        on_day: input.onDay,
        place_id: input.place ?? null,
        note: input.note || null,
        created_by: viewer.userId,
        created_at: toInstant(deps.now),
        closed_at: null,
      })
      .execute()
    await audit(transaction, deps, viewer, 'campaign.made', id, { chamberId: chamber.id })
  })
  return id
}

/** What a selection narrows the chamber's companies to. */
export function selectionFilters(
  reference: Deps['reference'],
  selection: SelectionAsked,
): BoardFilters {
  return {
    sectors: selection.sector ? divisionsIn(reference, selection.sector) : undefined,
    admin1: selection.admin1,
    sizes: selection.size ? [selection.size] : undefined,
    stage: selection.stage,
  }
}

/**
 * Invites a selection of the chamber's companies; those invited already stay as they are. Returns how
 * many are new. Throws `ExpectedError`: `not-found`, `conflict` for a campaign that is closed,
 * `too-large` for more than 2,000 at once.
 */
export async function inviteSelection(
  deps: Deps,
  viewer: SignedIn,
  campaignId: string,
  selection: SelectionAsked,
): Promise<number> {
  const { campaign, chamber } = await ownCampaign(deps.db, viewer, campaignId)
  if (campaign.closed_at !== null) throw new ExpectedError('conflict')
  const filters = selectionFilters(deps.reference, selection)
  const ids = await boardIds(deps.db, chamber, filters, mostInvited + 1)
  if (ids.length > mostInvited) throw new ExpectedError('too-large')
  if (ids.length === 0) return 0
  return deps.db.transaction().execute(async (transaction) => {
    const known = new Set(
      (await attendanceAmong(transaction, campaignId, ids)).map((one) => one.company_id),
    )
    const added = ids.filter((id) => !known.has(id))
    if (added.length === 0) return 0
    await transaction
      .insertInto('campaign_company')
      .values(
        added.map((company_id) => ({
          campaign_id: campaignId,
          company_id,
          status: 'invited' as const,
          outcome: null,
          updated_at: toInstant(deps.now),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await audit(transaction, deps, viewer, 'campaign.invited', campaignId, {
      chamberId: chamber.id,
      invited: added.length,
    })
    return added.length
  })
}

/**
 * Says of a page of companies who came and what came of it. Who came has a contact logged for that
 * day; who after all did not has it taken back. Throws `ExpectedError`: `not-found`, `invalid` for a
 * company that was not invited.
 */
export async function recordAttendance(
  deps: Deps,
  viewer: SignedIn,
  campaignId: string,
  entry: AttendanceEntry,
): Promise<void> {
  const { campaign, chamber } = await ownCampaign(deps.db, viewer, campaignId)
  const ids = Object.keys(entry.status)
  const today = toDay(deps.now)
  await deps.db.transaction().execute(async (transaction) => {
    const rows = await attendanceAmong(transaction, campaignId, ids)
    if (rows.length !== ids.length) throw new ExpectedError('invalid')
    const changed = rows.flatMap((row) => {
      const status = entry.status[row.company_id] ?? row.status
      const outcome = status === 'attended' ? (entry.outcome[row.company_id] ?? 'reached') : null
      const same = status === row.status && outcome === row.outcome
      return same ? [] : [{ companyId: row.company_id, status, outcome }]
    })
    for (const { companyId, status, outcome } of changed) {
      await transaction
        .updateTable('campaign_company')
        .set({ status, outcome, updated_at: toInstant(deps.now) })
        .where('campaign_id', '=', campaignId)
        .where('company_id', '=', companyId)
        .execute()
      await transaction
        .deleteFrom('engagement')
        .where('campaign_id', '=', campaignId)
        .where('company_id', '=', companyId)
        .where('chamber_id', '=', chamber.id)
        .execute()
      if (outcome === null) continue
      const kind = campaign.kind === 'event' ? ('event' as const) : ('mail' as const)
      await transaction
        .insertInto('engagement')
        .values({
          id: newId(),
          chamber_id: chamber.id,
          company_id: companyId,
          kind,
          on_day: campaign.on_day > today ? today : campaign.on_day,
          outcome,
          note: null,
          campaign_id: campaignId,
          author_id: viewer.userId,
          created_at: toInstant(deps.now),
        })
        .execute()
      const event = { what: 'logged', kind, outcome } as const
      // Whoever ticks a list of guests does not thereby take on their companies.
      await applyEvent(transaction, deps.now, null, chamber.id, companyId, event)
    }
    if (changed.length > 0) {
      await audit(transaction, deps, viewer, 'campaign.attendance', campaignId, {
        chamberId: chamber.id,
        changed: changed.length,
      })
    }
  })
}

/** Closes a campaign to invitations, or opens it again. Throws `ExpectedError('not-found')`. */
export async function closeCampaign(
  deps: Deps,
  viewer: SignedIn,
  campaignId: string,
  closed: boolean,
): Promise<void> {
  const { chamber } = await ownCampaign(deps.db, viewer, campaignId)
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('campaign')
      .set({ closed_at: closed ? toInstant(deps.now) : null })
      .where('id', '=', campaignId)
      .execute()
    await audit(transaction, deps, viewer, 'campaign.closed', campaignId, {
      chamberId: chamber.id,
      closed,
    })
  })
}

function audit(
  transaction: Db,
  deps: Deps,
  viewer: SignedIn,
  action: 'campaign.made' | 'campaign.invited' | 'campaign.attendance' | 'campaign.closed',
  campaignId: string,
  detail: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  return recordAudit(
    transaction,
    { actorId: viewer.userId, action, entityKind: 'campaign', entityId: campaignId, detail },
    deps.now,
  )
}
