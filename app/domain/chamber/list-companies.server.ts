import { orgIds, type Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import {
  type ChamberGround,
  type CompanyFilters,
  chambersById,
  companiesOfChamber,
  companyNames,
  countCompanies,
} from '#db/queries/chamber.ts'
import { fold } from '#search/text/fold.ts'
import { type CompanyFilter, type CompanyList, companiesPerPage } from './chamber.ts'

/** More companies than this that match the words are not counted one by one. */
const mostFound = 500

/** The chamber that the viewer works for, the first by name where there are several. Throws `ExpectedError('forbidden')` without one. */
export async function ownChamber(db: ReadDb, viewer: Viewer): Promise<ChamberGround> {
  const [chamber] = await chambersById(db, orgIds(viewer, 'chamber'))
  if (!chamber) throw new ExpectedError('forbidden')
  return chamber
}

/** What each filter of the list leaves, with the words, sector and unit that narrow all of them. */
export async function listFilters(
  db: ReadDb,
  reference: Reference,
  chamber: ChamberGround,
  asked: CompanyList,
): Promise<Record<CompanyFilter, CompanyFilters>> {
  const narrowing: CompanyFilters = {
    ids: asked.q ? await idsByWords(db, chamber, asked.q) : undefined,
    sectors: asked.sector ? divisionsOf(reference, asked.sector) : undefined,
    admin1: asked.admin1,
  }
  return {
    all: narrowing,
    verified: { ...narrowing, verified: true },
    'to-verify': { ...narrowing, verified: false },
    claimed: { ...narrowing, claimed: true },
  }
}

/** A page of the companies that a chamber looks after, with how many pass each filter. */
export async function listCompanies(
  db: ReadDb,
  reference: Reference,
  chamber: ChamberGround,
  asked: CompanyList,
) {
  const filters = await listFilters(db, reference, chamber, asked)
  const [all, verified, toVerify, claimed] = await Promise.all([
    countCompanies(db, chamber, filters.all),
    countCompanies(db, chamber, filters.verified),
    countCompanies(db, chamber, filters['to-verify']),
    countCompanies(db, chamber, filters.claimed),
  ])
  const counts: Record<CompanyFilter, number> = { all, verified, 'to-verify': toVerify, claimed }
  const pages = Math.max(1, Math.ceil(counts[asked.filter] / companiesPerPage))
  const page = Math.min(asked.page, pages)
  const rows = await companiesOfChamber(db, chamber, filters[asked.filter], {
    limit: companiesPerPage,
    offset: (page - 1) * companiesPerPage,
  })
  return { rows, counts, page, pages }
}

/** A division itself, or the divisions of a section. */
function divisionsOf(reference: Reference, code: string): string[] {
  if (!/^[A-U]$/.test(code)) return [code]
  return reference.sectors.filter((one) => one.parent === code).map((one) => one.code)
}

/**
 * Companies whose names hold all the words, or one of whose numbers holds the text: neither database
 * folds accents, so they are compared here.
 */
async function idsByWords(db: ReadDb, chamber: ChamberGround, text: string): Promise<string[]> {
  const { names, numbers } = await companyNames(db, chamber)
  const words = fold(text).split(/\s+/).filter(Boolean)
  const compact = (value: string) => fold(value).replace(/[^\p{L}\p{N}]/gu, '')
  const number = compact(text)
  const byNumber =
    number.length >= 3
      ? new Set(
          numbers.filter((one) => compact(one.value).includes(number)).map((one) => one.company_id),
        )
      : new Set<string>()
  return names
    .filter((company) => {
      if (byNumber.has(company.id)) return true
      const name = fold(`${company.legal_name} ${company.trade_name ?? ''}`)
      return words.every((word) => name.includes(word))
    })
    .slice(0, mostFound)
    .map((company) => company.id)
}
