import type { SignedIn } from '#app/domain/access.ts'
import { type CompanyRow, chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { scoreTwins, type TwinScore } from '#app/domain/recognition/duplicates.ts'
import type { ReadDb } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { identifiersOf, sitesOf } from '#db/queries/company.ts'
import { furtherSectorsOf } from '#db/queries/company-merge.ts'
import { pairFacts } from './find-twins.server.ts'
import { type MovedKind, movedKinds } from './merge.ts'
import { countRows } from './moved-rows.server.ts'

/** One of the two companies that are looked at side by side. */
export interface Candidate {
  readonly company: CompanyRow
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
  readonly placeIds: readonly string[]
  readonly sectors: readonly string[]
  readonly counts: Readonly<Record<MovedKind, number>>
}

/**
 * Two companies side by side, with what each brings and how likely they are one. Throws
 * `ExpectedError`: `not-found` unless both are on the viewer's ground, `conflict` for a company with itself.
 */
export async function readPair(
  db: ReadDb,
  viewer: SignedIn,
  oneId: string,
  otherId: string,
): Promise<{ chamber: ChamberGround; one: Candidate; other: Candidate; twin: TwinScore }> {
  const { company: one, chamber } = await chamberCompany(db, viewer, oneId)
  const { company: other } = await chamberCompany(db, viewer, otherId)
  if (one.id === other.id || one.country !== other.country) throw new ExpectedError('conflict')
  const [a, b, facts] = await Promise.all([
    candidate(db, one),
    candidate(db, other),
    pairFacts(db, chamber.country, [one, other]),
  ])
  const [factsA, factsB] = facts
  const twin = factsA && factsB ? scoreTwins(factsA, factsB) : { score: 0, reasons: [] }
  return { chamber, one: a, other: b, twin }
}

async function candidate(db: ReadDb, company: CompanyRow): Promise<Candidate> {
  const [identifiers, sites, sectors, counts] = await Promise.all([
    identifiersOf(db, company.id),
    sitesOf(db, company.id),
    furtherSectorsOf(db, company.id),
    countRows(db, movedKinds, company.id),
  ])
  return { company, identifiers, placeIds: sites.map((site) => site.place_id), sectors, counts }
}
