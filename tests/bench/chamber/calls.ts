import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { seeded } from '#app/domain/calls/rotation.ts'
import { suggestCalls } from '#app/domain/calls/suggest-calls.server.ts'
import { loadReference as readReference } from '#app/domain/reference/load-reference.server.ts'
import { newId } from '#db/id.ts'
import { insertRows } from '#db/insert-rows.ts'
import { migrate } from '#db/migrate.ts'
import { type OpenDatabase, openDatabase } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { median } from '../measure.ts'

/** What making the list of a day takes. */
export interface CallsFigures {
  readonly firms: number
  readonly profiles: number
  /** Made in a process that has made none before. */
  readonly firstSeconds: number
  /** The median of the lists made after that. */
  readonly seconds: number
  /** Processor time of one of them, collection of garbage included; other work on the machine disturbs it least. */
  readonly cpuSeconds: number
  readonly suggestions: number
}

interface Size {
  readonly firms?: number
  readonly profiles?: number
  readonly rounds?: number
}

const at = '2026-11-01T08:00:00.000Z'
const today = '2026-11-23'

/**
 * Times the list of next calls for a chamber of a whole country, in a database of its own that is filled with made-up
 * firms and profiles and removed afterwards. Everything is read from the database each time.
 */
export async function benchCalls(size: Size = {}): Promise<CallsFigures> {
  const { firms = 20_000, profiles = 100_000, rounds = 5 } = size
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-calls-'))
  try {
    const open = openDatabase(`file:${join(folder, 'calls.db')}`)
    try {
      await migrate(open)
      await loadReference(open.db, open.dialect)
      const reference = await readReference(open.db)
      // One transaction: each of a thousand would wait for the disk.
      const chamber = await open.db
        .transaction()
        .execute((db) => fill({ db, dialect: open.dialect }, { firms, profiles }, reference))
      // As a database in use stands: not with all of it still to be taken out of the log of changes.
      await sql`pragma wal_checkpoint(truncate)`.execute(open.db)
      const taken: number[] = []
      const processor: number[] = []
      let suggestions = 0
      for (let round = 0; round <= rounds; round += 1) {
        const start = performance.now()
        const before = process.cpuUsage()
        const list = await suggestCalls({ db: open.db, reference }, chamber, today)
        taken.push((performance.now() - start) / 1000)
        const { user, system } = process.cpuUsage(before)
        processor.push((user + system) / 1e6)
        suggestions = list.length
      }
      const [firstSeconds = 0, ...others] = taken
      return {
        firms,
        profiles,
        firstSeconds,
        seconds: median(others),
        cpuSeconds: median(processor.slice(1)),
        suggestions,
      }
    } finally {
      await open.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(
  { db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>,
  size: { firms: number; profiles: number },
  reference: Awaited<ReturnType<typeof readReference>>,
): Promise<ChamberGround> {
  const random = seeded('calls bench')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  // Half of all live and work in a tenth of the places.
  const places = reference.placesOf('CI')
  const anyPlace = () =>
    random() < 0.5 ? pick(places.slice(0, Math.ceil(places.length / 10))).id : pick(places).id
  const divisions = reference.sectors.filter((one) => one.level === 'division')
  const concepts = await db.selectFrom('concept').select(['uri', 'kind']).execute()
  const occupations = concepts.filter((one) => one.kind === 'occupation').map((one) => one.uri)
  const chamber: ChamberGround = { id: newId(), country: 'CI', name: 'Chambre', admin1s: [] }
  const made = { created_at: at, updated_at: at, version: 1 }
  const ids = (count: number) => Array.from({ length: count }, newId)
  const firms = ids(size.firms)
  const people = ids(size.profiles)
  const some = (share: number) => firms.filter(() => random() < share)
  const write = <T extends Parameters<typeof insertRows>[2]>(
    table: T,
    rows: Parameters<typeof insertRows<T>>[3],
  ) => insertRows(db, dialect, table, rows)

  await write('chamber', [
    { id: chamber.id, country: 'CI', name: chamber.name, admin1s: '[]', created_at: at },
  ])
  await write(
    'company',
    firms.map((id, number) => ({
      ...made,
      id,
      country: 'CI',
      legal_name: `Entreprise ${number}`,
      trade_name: null,
      sector: pick(divisions).code,
      size_band: pick(['1', '2-9', '10-49', '50-249', null] as const),
      description: null,
      website: null,
      chamber_id: chamber.id,
      verified_at: null,
      verified_by: null,
      verified_evidence: null,
      created_by: null,
    })),
  )
  await write(
    'site',
    firms.flatMap((company_id) =>
      Array.from({ length: random() < 0.2 ? 2 : 1 }, (_, number) => ({
        id: newId(),
        company_id,
        name: 'Site',
        place_id: anyPlace(),
        address: null,
        is_main: number === 0 ? (1 as const) : (0 as const),
        created_at: at,
      })),
    ),
  )
  await write(
    'opportunity',
    some(0.15).map((company_id) => {
      const open = random() < 0.4
      return {
        ...made,
        id: newId(),
        company_id,
        site_id: null,
        country: 'CI',
        kind: 'job' as const,
        contract: null,
        title: 'Offre',
        description: null,
        occupation_uri: pick(occupations),
        education: null,
        experience_months: null,
        place_id: null,
        pay_min: null,
        pay_max: null,
        pay_currency: null,
        pay_period: null,
        start_date: null,
        end_date: null,
        deadline: null,
        status: open ? ('published' as const) : ('filled' as const),
        published_at: at,
        closed_at: null,
        created_by: null,
      }
    }),
  )
  await write(
    'relation',
    some(0.3).map((company_id) => ({
      chamber_id: chamber.id,
      company_id,
      stage: pick(['contacted', 'met', 'onboarded', 'active'] as const),
      stage_since: '2026-05-01',
      owner_id: null,
      updated_at: at,
      version: 1,
    })),
  )
  await write(
    'engagement',
    some(0.3).map((company_id) => ({
      id: newId(),
      chamber_id: chamber.id,
      company_id,
      kind: 'call' as const,
      on_day: `2026-0${1 + Math.floor(random() * 9)}-15`,
      outcome: pick(['reached', 'no-answer', 'interested', 'refused'] as const),
      note: null,
      campaign_id: null,
      author_id: null,
      created_at: at,
    })),
  )
  await write(
    'profile',
    people.map((id, number) => ({
      ...made,
      id,
      code: `CI-BENCH-${number}`,
      country: 'CI',
      user_id: null,
      programme_id: null,
      entered_by: null,
      confirmed_at: at,
      status: 'published' as const,
      headline: null,
      summary: null,
      education: null,
      place_id: anyPlace(),
      radius_km: pick([null, 10, 25, 50, 100]),
      available_from: null,
      pay_amount: null,
      pay_currency: null,
      pay_period: null,
      published_at: at,
    })),
  )
  await write(
    'experience',
    people.flatMap((profile_id) =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, (_, position) => ({
        id: newId(),
        profile_id,
        occupation_uri: pick(occupations),
        own_words: null,
        country: 'CI',
        sector: null,
        months: Math.floor(random() * 120),
        end_year: 2024,
        description: null,
        position,
      })),
    ),
  )
  await write(
    'qualification',
    people
      .filter(() => random() < 0.4)
      .map((profile_id) => ({
        id: newId(),
        profile_id,
        title: 'CAP',
        country: 'CI',
        year: 2020,
        created_at: at,
      })),
  )
  return chamber
}
