import { setImmediate } from 'node:timers/promises'
import type { Insertable } from 'kysely'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import {
  type CompanyImport,
  type CompanyImportRow,
  type CompanyToUpdate,
  companiesToUpdate,
  identifiersOfCountry,
  importRows,
} from '#db/queries/company-import.ts'
import type { Database } from '#db/schema/index.ts'
import { type ColumnChanges, changesTo } from './company-changes.ts'
import type { ParsedCompany } from './import.ts'

/** What undoing a row needs: what the import put there, and how things stood before. */
export interface RowUndo {
  readonly kind: 'new' | 'update'
  /** The company's version as the import left it. */
  readonly version: number
  readonly changes: ColumnChanges
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
  readonly siteId: string | null
  readonly contactId: string | null
  readonly relation: boolean
}

/** Everything that applying an import writes, made before its transaction begins. */
export interface ImportPlan {
  readonly companies: Insertable<Database['company']>[]
  /** Companies that are there, with the values and the version that they get. */
  readonly updated: Insertable<Database['company']>[]
  readonly identifiers: Insertable<Database['company_identifier']>[]
  readonly sites: Insertable<Database['site']>[]
  readonly contacts: Insertable<Database['company_contact']>[]
  readonly relations: Insertable<Database['relation']>[]
  readonly rows: {
    readonly row: CompanyImportRow
    readonly companyId: string
    readonly undo: RowUndo
  }[]
}

/** The register has changed since the rows were checked: they must be checked again. */
export class RegisterChanged extends Error {}

const batch = 500

/**
 * Plans what an import writes: its rows that are new or updates. Throws `RegisterChanged` where a
 * number has meanwhile been registered, or a company is gone.
 */
export async function planImport(
  deps: Deps,
  one: CompanyImport,
  progress: (done: number) => void,
): Promise<ImportPlan> {
  const plan: ImportPlan = {
    companies: [],
    updated: [],
    identifiers: [],
    sites: [],
    contacts: [],
    relations: [],
    rows: [],
  }
  const planner = new Planner(deps, one, plan, await numbersOf(deps, one))
  for (let after = 0, done = 0; ; ) {
    const rows = await importRows(
      deps.db,
      one.id,
      { outcomes: ['new', 'update'], after },
      { limit: batch },
    )
    const twins = rows.flatMap((row) =>
      row.outcome === 'update' && row.twin_id ? [row.twin_id] : [],
    )
    const known = await companiesToUpdate(deps.db, [...new Set(twins)])
    const byId = new Map(known.map((company) => [company.company.id, company]))
    for (const row of rows) {
      const parsed: ParsedCompany = JSON.parse(row.parsed ?? 'null')
      if (row.outcome === 'new') planner.create(row, parsed)
      else planner.update(row, parsed, byId.get(row.twin_id ?? ''))
    }
    done += rows.length
    progress(done)
    await setImmediate()
    const last = rows.at(-1)
    if (!last || rows.length < batch) return plan
    after = last.row_number
  }
}

/** Who has which number in the country. */
async function numbersOf(deps: Deps, one: CompanyImport): Promise<Map<string, string>> {
  const schemes = new Map(countryPack(one.country).identifiers.map((it) => [it.id, it]))
  const rows = await identifiersOfCountry(deps.db, one.country)
  return new Map(
    rows.map(({ scheme, value, company_id }) => [
      `${scheme} ${schemes.get(scheme)?.entityKey(value) ?? value}`,
      company_id,
    ]),
  )
}

class Planner {
  private readonly at: string
  /** Companies that an earlier row of this file updates: a second time would undo the first. */
  private readonly touched = new Set<string>()

  private readonly deps: Deps
  private readonly one: CompanyImport
  private readonly plan: ImportPlan
  private readonly owners: Map<string, string>

  constructor(deps: Deps, one: CompanyImport, plan: ImportPlan, owners: Map<string, string>) {
    this.deps = deps
    this.one = one
    this.plan = plan
    this.owners = owners
    this.at = toInstant(deps.now)
  }

  create(row: CompanyImportRow, parsed: ParsedCompany): void {
    const { one, at, plan } = this
    const place = parsed.placeId ? this.deps.reference.place(parsed.placeId) : null
    if (!place) throw new RegisterChanged('place')
    const id = newId()
    for (const { scheme, entityKey } of parsed.identifiers) {
      const key = `${scheme} ${entityKey}`
      if (this.owners.has(key)) throw new RegisterChanged(key)
      this.owners.set(key, id)
    }
    plan.companies.push({
      id,
      country: one.country,
      legal_name: parsed.legalName,
      trade_name: parsed.tradeName,
      sector: parsed.sector,
      size_band: parsed.sizeBand,
      description: parsed.description,
      website: parsed.website,
      chamber_id: one.chamber_id,
      verified_at: null,
      verified_by: null,
      verified_evidence: null,
      created_by: one.created_by,
      created_at: at,
      updated_at: at,
      version: 1,
      headcount: parsed.headcount,
      founded_year: parsed.foundedYear,
      capital_origin: parsed.capitalOrigin,
      roles: JSON.stringify(parsed.roles),
      phone: parsed.phone,
      email: parsed.email,
      visibility: 'chamber',
      verified_until: null,
    })
    const undo: RowUndo = {
      kind: 'new',
      version: 1,
      changes: {},
      identifiers: this.addNumbers(id, parsed.identifiers),
      siteId: this.addSite(id, place.id, place.names.fr, parsed.address),
      contactId: this.addContact(id, parsed.contact),
      relation: this.addRelation(id),
    }
    plan.rows.push({ row, companyId: id, undo })
  }

  update(row: CompanyImportRow, parsed: ParsedCompany, known: CompanyToUpdate | undefined): void {
    const { plan, at } = this
    if (!known || this.touched.has(known.company.id)) throw new RegisterChanged('company')
    const { company } = known
    this.touched.add(company.id)
    const added = parsed.identifiers.filter((identifier) => {
      const key = `${identifier.scheme} ${identifier.entityKey}`
      const owner = this.owners.get(key)
      if (owner && owner !== company.id) throw new RegisterChanged(key)
      this.owners.set(key, company.id)
      return !known.identifiers.some((it) => it.scheme === identifier.scheme)
    })
    const changes = changesTo(company, parsed, known.hasMembers || company.verified_at !== null)
    const columns = Object.entries(changes)
    const place = parsed.placeId ? this.deps.reference.place(parsed.placeId) : null
    const site = known.sites.length === 0 ? place : null
    const contact = known.contacts.some((it) => it.name === parsed.contact?.name)
      ? null
      : parsed.contact
    const differs = columns.length > 0 || added.length > 0 || site !== null || contact !== null
    const version = company.version + (differs ? 1 : 0)
    if (differs) {
      const values = Object.fromEntries(columns.map(([column, [, after]]) => [column, after]))
      plan.updated.push({ ...company, ...values, updated_at: at, version })
    }
    const undo: RowUndo = {
      kind: 'update',
      version,
      changes,
      identifiers: this.addNumbers(company.id, added),
      siteId: site && this.addSite(company.id, site.id, site.names.fr, parsed.address),
      contactId: this.addContact(company.id, contact),
      relation: !known.chambers.includes(this.one.chamber_id ?? '') && this.addRelation(company.id),
    }
    plan.rows.push({ row, companyId: company.id, undo })
  }

  private addNumbers(companyId: string, identifiers: ParsedCompany['identifiers']) {
    const numbers = identifiers.map(({ scheme, value }) => ({ scheme, value }))
    for (const number of numbers) {
      this.plan.identifiers.push({ country: this.one.country, ...number, company_id: companyId })
    }
    return numbers
  }

  private addSite(
    companyId: string,
    placeId: string,
    name: string,
    address: string | null,
  ): string {
    const id = newId()
    this.plan.sites.push({
      id,
      company_id: companyId,
      name,
      place_id: placeId,
      address,
      is_main: 1,
      created_at: this.at,
    })
    return id
  }

  private addContact(companyId: string, contact: ParsedCompany['contact']): string | null {
    if (!contact) return null
    const id = newId()
    this.plan.contacts.push({
      id,
      company_id: companyId,
      ...contact,
      // A list does not say whether its people agreed to stand in it.
      consent: 'unknown',
      consent_at: null,
      created_by: this.one.created_by,
      created_at: this.at,
      updated_at: this.at,
      version: 1,
    })
    return id
  }

  private addRelation(companyId: string): boolean {
    if (!this.one.chamber_id) return false
    this.plan.relations.push({
      chamber_id: this.one.chamber_id,
      company_id: companyId,
      stage: 'prospect',
      stage_since: toDay(this.deps.now),
      owner_id: null,
      updated_at: this.at,
      version: 1,
    })
    return true
  }
}
