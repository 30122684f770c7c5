import { z } from 'zod'
import { historyIds } from '#app/domain/merge/merged-into.server.ts'
import { stages } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { actsOnCompany } from '#db/queries/relation.ts'
import { batches, type Window } from '../../export/batches.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import type { ShownEngagement } from './engagement-list.tsx'
import { openCompany } from './frame.server.ts'
import { actRow, engagementRow, historyColumns, type ShownAct } from './history-table.ts'
import { shownEngagements } from './shown-engagements.server.ts'

const perPage = 30
const asked = z.coerce.number().int().min(1).max(1_000).catch(1)

/** A company's history: whose it is, and how a part of each of its two lists is read. */
async function openHistory(context: PageContext, companyId: string) {
  const { services, locale, t } = context
  const { db } = services
  const { company, chamber, frame } = await openCompany(context, companyId)
  const officers = await officersOf(db, chamber)
  const ids = await historyIds(db, company.id)
  const nameOf = (userId: string | null | undefined) =>
    officers.find((one) => one.userId === userId)?.label ?? null
  return {
    company,
    chamber,
    frame,
    engagements: (window: Window): Promise<ShownEngagement[]> =>
      shownEngagements(context, chamber.id, company.id, officers, window),
    /** Null for an act that is not told here. */
    acts: async (window: Window): Promise<(ShownAct | null)[]> => {
      const rows = await actsOnCompany(db, ids, window)
      return rows.map((act) => {
        const about = detail.parse(JSON.parse(act.detail))
        // What another chamber did about its own relation stays with it.
        if (about.chamberId && about.chamberId !== chamber.id) return null
        const words = actWords(t, act.action, about, nameOf(about.ownerId))
        if (!words) return null
        return {
          id: act.id,
          at: act.at,
          when: formatInstant(locale, act.at),
          words,
          who: nameOf(act.actor_id),
        }
      })
    },
  }
}

/** A page of a company's history. */
export async function readHistoryPage(context: PageContext, companyId: string) {
  const { frame, ...history } = await openHistory(context, companyId)
  const current = asked.parse(context.url.searchParams.get('page'))
  const window = { limit: perPage + 1, offset: (current - 1) * perPage }
  const [acts, engagements] = await Promise.all([history.acts(window), history.engagements(window)])
  return {
    frame,
    page: current,
    more: acts.length > perPage || engagements.length > perPage,
    engagements: engagements.slice(0, perPage),
    acts: acts.slice(0, perPage).filter((act) => act !== null),
  }
}

/** All pages of it as one list: contacts first, then what was changed, each the newest first. */
export async function readHistoryList(
  context: PageContext,
  companyId: string,
): Promise<DeskListOf> {
  const { t, locale } = context
  const { company, chamber, frame, engagements, acts } = await openHistory(context, companyId)
  async function* rows() {
    for await (const batch of batches(engagements)) {
      yield batch.map((entry) => engagementRow(t, locale, entry))
    }
    for await (const batch of batches(acts)) {
      yield batch.filter((act) => act !== null).map((act) => actRow(t, act))
    }
  }
  const title = `${t('relation.tabs.history')} · ${frame.name}`
  return {
    chamber,
    about: { id: company.id, name: frame.name },
    table: { title, columns: historyColumns(t), rows: rows() },
  }
}

/** Acts that the history has words for; others are other people's business. */
const told = {
  'company.registered': 'registered',
  'company.edited': 'edited',
  'company.record-edited': 'edited',
  'company.site-located': 'located',
  'company.verified': 'verified',
  'company.unverified': 'unverified',
  'company.verification-lapsed': 'lapsed',
  'company.contact-saved': 'contactSaved',
  'company.contact-removed': 'contactRemoved',
  'company.document-added': 'documentAdded',
  'company.document-removed': 'documentRemoved',
  'company.confirmation-asked': 'confirmationAsked',
  'company.confirmed': 'confirmed',
  'company.merged': 'merged',
  'company.merge-undone': 'mergeUndone',
  'relation.moved': 'moved',
  'relation.owner-changed': 'ownerChanged',
  'commitment.recorded': 'commitmentRecorded',
  'commitment.closed': 'commitmentClosed',
  'intention.recorded': 'intentionRecorded',
  'intention.closed': 'intentionClosed',
} as const

const detail = z.object({
  chamberId: z.string().nullish(),
  from: z.enum(stages).optional().catch(undefined),
  to: z.enum(stages).optional().catch(undefined),
  ownerId: z.string().nullish(),
  by: z.string().optional(),
})

/** What was done, in words; `owner` is who looks after the company since, where it is a colleague. */
function actWords(
  t: Translate,
  action: string,
  about: z.output<typeof detail>,
  owner: string | null,
): string | null {
  if (!(action in told)) return null
  const key = told[action as keyof typeof told]
  if (key === 'moved') {
    const { from = 'prospect', to = 'prospect' } = about
    return t('relation.history.acts.moved', {
      from: t(`relation.stages.${from}`),
      to: t(`relation.stages.${to}`),
    })
  }
  if (key === 'ownerChanged' && about.ownerId === null)
    return t('relation.history.acts.ownerNobody')
  if (key === 'ownerChanged' && owner) {
    const way = about.by === 'handover' ? 'handedOver' : 'ownerNow'
    return t(`relation.history.acts.${way}`, { name: isolate(owner) })
  }
  return t(`relation.history.acts.${key}`)
}
