import { quartersAhead } from '#app/domain/relation/record-promises.server.ts'
import { quartersFrom } from '#app/domain/relation/relation.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { toDay } from '#db/codec.ts'
import { sitesOf } from '#db/queries/company.ts'
import { commitmentsOf, intentionsOf } from '#db/queries/promise.ts'
import { quarterLabel } from '../../company/quarter-label.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { openCompany } from './frame.server.ts'
import type { ShownCommitment, ShownIntention } from './promise-words.ts'
import { promisesTable } from './promises-table.ts'

/** What a company has promised its chamber and expects to hire, in words. */
async function readPromises(context: PageContext, companyId: string) {
  const { services, locale, t } = context
  const { db, reference } = services
  const { company, chamber, frame } = await openCompany(context, companyId)
  const [commitments, intentions] = await Promise.all([
    commitmentsOf(db, chamber.id, company.id),
    intentionsOf(db, chamber.id, company.id),
  ])
  const today = toDay(services.now())
  return {
    company,
    chamber,
    frame,
    today,
    commitments: commitments.map(
      (one): ShownCommitment => ({
        id: one.id,
        version: one.version,
        kind: one.kind,
        quantity: formatNumber(locale, one.quantity),
        promised: one.quantity,
        day: formatDay(locale, one.due_on),
        late: one.status === 'open' && one.due_on < today,
        note: one.note,
        status: one.status,
        kept: one.kept_quantity,
      }),
    ),
    intentions: intentions.map(
      (one): ShownIntention => ({
        id: one.id,
        version: one.version,
        kind: one.kind,
        occupation: reference.label(one.occupation_uri, locale),
        quarter: quarterLabel(t, one.quarter),
        posts: one.posts,
        site: one.site_name,
        source: one.source,
        status: one.status,
        outcome: one.outcome_posts,
      }),
    ),
  }
}

/** A company's page of promises, with what its forms offer. */
export async function readPromisesPage(context: PageContext, companyId: string) {
  const { company, frame, today, commitments, intentions } = await readPromises(context, companyId)
  const sites = await sitesOf(context.services.db, company.id)
  return {
    frame,
    today,
    sites: sites.map((site) => ({ value: site.id, label: site.name })),
    quarters: quartersFrom(today, quartersAhead).map((one) => ({
      value: one,
      label: quarterLabel(context.t, one),
    })),
    commitments,
    intentions,
  }
}

/** The same promises as a list for a file. */
export async function readPromiseList(
  context: PageContext,
  companyId: string,
): Promise<DeskListOf> {
  const { company, chamber, frame, ...promises } = await readPromises(context, companyId)
  const title = `${context.t('relation.tabs.promises')} · ${frame.name}`
  return {
    chamber,
    about: { id: company.id, name: frame.name },
    table: { title, ...promisesTable(promises, context.t) },
  }
}
