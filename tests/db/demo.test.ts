import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ci } from '#app/domain/countries/ci.ts'
import { rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import { ageOn } from '#app/domain/profile/birth-date.ts'
import { makeProfileCode, readProfileCode } from '#app/domain/profile/profile-code.ts'
import { missingToPublish } from '#app/domain/profile/progress.ts'
import { profileFacts } from '#app/domain/profile/read-progress.server.ts'
import { loadReference as loadWords } from '#app/domain/reference/load-reference.server.ts'
import { createAuth } from '#app/server/auth.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { demoAccounts, demoPassword, loadDemo } from '#app/tasks/seed-demo.ts'
import { fromList, toDay } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import { demoCountry } from '#db/seed/demo/country.ts'
import type { DemoInput, DemoRows } from '#db/seed/demo/rows.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { explainMatch } from '#search/matching/explain.ts'
import { openSearch } from '#search/open.ts'
import { createDatabase, dialects } from '#tests/support/database.ts'

const now = new Date('2026-11-23T09:00:00Z')
const today = toDay(now)
const input: DemoInput = {
  now,
  users: { awa: 'awa', kouadio: 'kouadio', mariam: 'mariam', yao: 'yao', admin: 'admin' },
  profileCode: (random) => makeProfileCode('CI', random),
}
const checksum = (rows: DemoRows) => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

describe('the rows of the demonstration', () => {
  const rows = demoCountry(input)
  const of = <T>(list: readonly T[], key: (row: T) => string) => Map.groupBy(list, key)

  test('are the same for the same input, and keep their ids on another day', () => {
    expect(checksum(demoCountry(input))).toBe(checksum(rows))
    const later = demoCountry({ ...input, now: new Date('2027-03-01T09:00:00Z') })
    expect(later.profile.map(({ id }) => id)).toEqual(rows.profile.map(({ id }) => id))
  })

  test('have ids of the form of UUIDv7, none twice', () => {
    const ids = [
      ...[rows.company, rows.site, rows.opportunity, rows.profile, rows.experience],
      ...[rows.chamber, rows.programme, rows.membership, rows.placement, rows.qualification],
    ].flatMap((list) => list.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const wrong = ids.filter(
      (id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
    )
    expect(wrong).toEqual([])
  })

  test('hold 400 companies in all districts, about half of them verified', () => {
    expect(rows.company).toHaveLength(400)
    const placeOf = new Map(rows.site.map((site) => [site.company_id, site.place_id]))
    expect(rows.company.every(({ id }) => placeOf.has(id))).toBe(true)
    const verified = rows.company.filter(({ verified_at }) => verified_at !== null).length
    expect(verified).toBeGreaterThan(160)
    expect(verified).toBeLessThan(240)
    expect(new Set(rows.company.map(({ legal_name }) => legal_name)).size).toBe(400)
    expect(rows.company.every(({ description }) => description?.includes('fictive'))).toBe(true)
  })

  test('have company numbers that the country pack accepts as they stand', () => {
    for (const { scheme, value } of rows.company_identifier) {
      const identifier = ci.identifiers.find(({ id }) => id === scheme)
      expect(identifier?.parse(value)).toEqual({ ok: true, value })
    }
    expect(new Set(rows.company_identifier.map(({ company_id }) => company_id)).size).toBe(400)
  })

  test('hold 300 opportunities of all kinds and states', () => {
    const count = (key: 'kind' | 'status') =>
      Object.fromEntries(
        [...of(rows.opportunity, (row) => row[key])].map(([k, v]) => [k, v.length]),
      )
    expect(count('kind')).toEqual({ job: 180, internship: 90, apprenticeship: 30 })
    expect(count('status')).toEqual({
      published: 219,
      draft: 12,
      paused: 10,
      filled: 45,
      closed: 14,
    })
  })

  test('publish only opportunities that can still be answered, at legal pay and by a known contract', () => {
    for (const row of rows.opportunity) {
      if (row.status === 'published') expect(row.deadline ?? '').toMatch(/^\d{4}-\d\d-\d\d$/)
      if (row.status === 'published') expect((row.deadline ?? '') > today).toBe(true)
      const contract = ci.contractKinds.find(({ id }) => id === row.contract)
      expect(contract?.kind).toBe(row.kind)
      if (row.kind === 'job' && row.pay_period === 'month') {
        expect(row.pay_min).toBeGreaterThanOrEqual(ci.minimumWage.amount)
      }
      expect(row.pay_max ?? 0).toBeGreaterThanOrEqual(row.pay_min ?? 0)
      expect(row.title.length).toBeLessThanOrEqual(120)
    }
  })

  test('hold 1,000 adults with codes, addresses and numbers of nobody', () => {
    expect(rows.profile).toHaveLength(1000)
    expect(rows.profile.filter(({ code }) => readProfileCode(code) !== code)).toEqual([])
    const ages = rows.identity.map(({ birth_date }) => ageOn(birth_date, today))
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(18)
    expect(Math.max(...ages)).toBeLessThan(65)
    for (const { phone, email } of rows.identity) {
      expect(phone).toMatch(/^\+2250700000\d{3}$/)
      expect(ci.parsePhone(phone ?? '')).toMatchObject({ ok: true, value: phone })
      if (email) expect(email).toMatch(/^[a-z.0-9]+@demo\.passerelle\.example$/)
    }
  })

  test('tell nobody who reads a profile where the person has been', () => {
    const foreign = /Tunisie|Libye|Maroc|Algérie|Italie|France|Ghana|Allemagne|Espagne|Mali|Sénégal/
    for (const { headline, summary } of rows.profile) {
      expect(`${headline ?? ''} ${summary ?? ''}`).not.toMatch(foreign)
    }
    for (const { description } of rows.experience) expect(description ?? '').not.toMatch(foreign)
  })

  test('fill the chamber’s board, day and campaign with what agrees with itself', () => {
    const stages = of(rows.relation, (row) => row.stage)
    expect(rows.relation).toHaveLength(195)
    expect([...stages.keys()].sort()).toEqual([
      ...['active', 'contacted', 'dormant', 'met', 'onboarded', 'prospect'],
    ])
    const related = new Set(rows.relation.map(({ company_id }) => company_id))
    for (const list of [rows.engagement, rows.task, rows.commitment, rows.intention]) {
      expect(list.length).toBeGreaterThan(15)
      expect(list.every(({ company_id }) => company_id && related.has(company_id))).toBe(true)
    }
    expect(rows.engagement.every(({ on_day }) => on_day <= today)).toBe(true)
    expect(rows.relation.every(({ stage_since }) => stage_since <= today)).toBe(true)
    const days = rows.task.map(({ due_on }) => due_on)
    expect(days.some((day) => day < today) && days.some((day) => day > today)).toBe(true)
    for (const row of rows.commitment) {
      const { quantity, kept_quantity: kept, status } = row
      if (status === 'open') expect(kept).toBeNull()
      if (status === 'kept') expect(kept).toBe(quantity)
      if (status === 'partly') expect(kept ?? 0).toBeLessThan(quantity)
    }
    const held = rows.company.filter(({ verified_at }) => verified_at !== null)
    expect(held.every(({ verified_until }) => (verified_until ?? '') > today)).toBe(true)
    const mails = [...rows.company, ...rows.company_contact].flatMap(({ email }) => email ?? [])
    expect(mails.filter((one) => !one.endsWith('@demo.passerelle.example'))).toEqual([])
  })

  test('tell of what went wrong, too: calls in vain, refusals, broken promises, firms asleep', () => {
    const contacts = of(rows.engagement, (row) => row.company_id)
    const answered = [...contacts.values()].filter((list) =>
      list.some(({ outcome }) => outcome !== 'no-answer'),
    )
    expect(answered.length / contacts.size).toBeGreaterThan(0.6)
    expect(answered.length / contacts.size).toBeLessThan(0.9)
    expect(rows.engagement.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(4)
    const ends = of(rows.commitment, (row) => row.status)
    for (const status of ['open', 'kept', 'partly', 'broken', 'withdrawn'] as const) {
      expect(ends.get(status)?.length, status).toBeGreaterThan(2)
    }
    for (const { stage, company_id } of rows.relation) {
      const list = contacts.get(company_id) ?? []
      const last =
        list
          .map(({ on_day }) => on_day)
          .sort()
          .at(-1) ?? ''
      const days = (now.getTime() - Date.parse(last)) / 86_400_000
      if (stage === 'dormant') expect(days).toBeGreaterThan(180)
      if (stage === 'prospect') {
        expect(list.every(({ outcome }) => outcome === 'no-answer')).toBe(true)
      }
      const kept = rows.commitment.some(
        (row) => row.company_id === company_id && row.status === 'kept',
      )
      if (kept) expect(stage).toBe('active')
    }
    const createdOf = new Map(rows.company.map((row) => [row.id, row.created_at.slice(0, 10)]))
    for (const { company_id, on_day } of rows.engagement) {
      expect(on_day >= (createdOf.get(company_id) ?? '')).toBe(true)
    }
    for (const { phone, consent } of rows.company_contact) {
      if (phone === null || phone === undefined) continue
      expect(consent).toBe('given')
      expect(ci.parsePhone(phone)).toMatchObject({ ok: true, value: phone })
    }
    expect(rows.company_contact.filter(({ phone }) => phone).length).toBeGreaterThan(30)
    expect(rows.target.filter(({ set_at, year }) => set_at < `${year}-01-01`)).toHaveLength(8)
  })

  test('count the hires of a year, each with the person and the filled post; some have ended', () => {
    const filled = rows.opportunity.filter(({ status }) => status === 'filled').map(({ id }) => id)
    const posts = new Set(rows.placement.map((one) => one.opportunity_id))
    expect([...posts].sort()).toEqual(filled.sort())
    const people = rows.placement.map((one) => one.profile_id)
    expect(new Set(people).size).toBe(rows.placement.length)
    expect(rows.placement.length).toBeGreaterThan(60)
    const statusOf = new Map(rows.profile.map((row) => [row.id, row.status]))
    for (const { started_on, ended_on, profile_id } of rows.placement) {
      expect(started_on < today).toBe(true)
      if (ended_on) expect(started_on < ended_on && ended_on <= today).toBe(true)
      expect(statusOf.get(profile_id ?? '')).toBe(ended_on ? 'published' : 'paused')
    }
    const ended = rows.placement.filter(({ ended_on }) => ended_on)
    expect(ended.length).toBeGreaterThan(8)
    expect(ended.length).toBeLessThan(rows.placement.length / 3)
  })
})

describe.each(dialects)('the demonstration in %s', (dialect) => {
  const test = stores(dialect)

  test('is loaded once, with its accounts', async ({ open, config }) => {
    expect(await loadDemo(open, config, now)).toBe(false)
    const { count } = await open.db
      .selectFrom('profile')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1000)
    const auth = createAuth(config, open, { sendCode: () => Promise.resolve() })
    for (const { email } of demoAccounts) {
      const signedIn = await auth.api.signInEmail({ body: { email, password: demoPassword } })
      expect(signedIn.user).toMatchObject({ email, emailVerified: true })
    }
  })

  test('has companies in every district', async ({ open }) => {
    const rows = await open.db
      .selectFrom('site')
      .innerJoin('place', 'place.id', 'site.place_id')
      .select('place.admin1')
      .distinct()
      .execute()
    expect(rows.map(({ admin1 }) => admin1).sort()).toEqual(
      ci.admin1.map(({ code }) => code).sort(),
    )
  })

  test('gives people skills that mostly belong to their occupations', async ({ open }) => {
    const known = await open.db
      .selectFrom('experience')
      .innerJoin('occupation_skill', 'occupation_skill.occupation_uri', 'experience.occupation_uri')
      .select(['experience.profile_id', 'occupation_skill.skill_uri'])
      .execute()
    const fitting = new Set(known.map((row) => `${row.profile_id} ${row.skill_uri}`))
    const held = await open.db.selectFrom('profile_skill').selectAll().execute()
    const shares = [...Map.groupBy(held, (row) => row.profile_id).values()].map(
      (rows) =>
        rows.filter((row) => fitting.has(`${row.profile_id} ${row.skill_uri}`)).length /
        rows.length,
    )
    expect(Math.min(...shares)).toBeGreaterThan(0.5)
  })

  test('publishes only profiles that lack nothing, and marks the steps as the application does', async ({
    open,
  }) => {
    const profiles = await open.db.selectFrom('profile').select(['id', 'status']).execute()
    for (const { id, status } of profiles.slice(0, 120)) {
      const missing = missingToPublish(await profileFacts(open.db, id, now))
      if (status !== 'draft') expect(missing).toEqual([])
    }
  })

  test('lets Awa find the work near her first, and Kouadio find Awa', async ({ open }) => {
    const reference = await loadWords(open.db)
    const search = await openSearch({ file: ':memory:', taxonomy: reference.taxonomy })
    await rebuildIndex({ db: open.db, search, reference })
    const awa = await open.db
      .selectFrom('profile')
      .innerJoin('auth_user', 'auth_user.id', 'profile.user_id')
      .where('email', 'like', 'awa@%')
      .selectAll('profile')
      .executeTakeFirstOrThrow()
    expect(fromList(awa.steps_done)).toHaveLength(7)
    const [offer] = await search.get('profile', [awa.id])
    if (!offer) throw new Error('Awa is not in the index')
    const { hits } = await search.candidates('opportunity', offer, {}, { limit: 5 })
    const needs = await search.get(
      'opportunity',
      hits.map(({ id }) => id),
    )
    const best = hits.map(({ id }) => needs.find((need) => need.id === id))
    const [top] = best
    if (!top) throw new Error('Nothing matches Awa')
    expect(reference.label(top.occupation?.uri ?? '', 'fr')).toBe('soudeur / soudeuse')
    const bands = best.map((need) => need && explainMatch(reference.taxonomy, need, offer).band)
    expect(bands[0]).toBe('strong')
    expect(bands.filter((band) => band === 'strong').length).toBeGreaterThanOrEqual(3)
    expect(top.place?.admin1).toBe('CI-AB')

    const own = await open.db
      .selectFrom('opportunity')
      .innerJoin('membership', 'membership.org_id', 'opportunity.company_id')
      .select(['opportunity.id', 'opportunity.status', 'opportunity.kind', 'role'])
      .orderBy('opportunity.id')
      .execute()
    expect(own.map(({ id: _, ...rest }) => rest)).toEqual([
      { status: 'published', kind: 'internship', role: 'owner' },
      { status: 'draft', kind: 'job', role: 'owner' },
    ])
    const [internship] = await search.get('opportunity', [own[0]?.id ?? ''])
    if (!internship) throw new Error('The internship is not in the index')
    const people = await search.candidates('profile', internship, {}, { limit: 10 })
    expect(people.hits[0]?.id).toBe(awa.id)
    await search.close()
  })

  test('gives Yao six people at different stages', async ({ open }) => {
    const people = await open.db
      .selectFrom('profile')
      .innerJoin('auth_user', 'auth_user.id', 'profile.entered_by')
      .where('email', 'like', 'yao@%')
      .select(['status', 'confirmed_at', 'steps_done'])
      .orderBy('profile.id')
      .execute()
    const stages = people.map(({ status, confirmed_at, steps_done }) => [
      status,
      confirmed_at !== null,
      fromList(steps_done).length,
    ])
    expect(stages).toEqual([
      ['draft', false, 1],
      ['draft', false, 4],
      ['draft', false, 7],
      ['published', true, 7],
      ['paused', true, 7],
      ['paused', true, 7],
    ])
  })
})

/** Tests over one database that holds the demonstration: loading it for each would be slow. */
function stores(dialect: Dialect) {
  const config = readConfig({ APP_MODE: 'test' })
  let database: Awaited<ReturnType<typeof createDatabase>>
  beforeAll(async () => {
    database = await createDatabase(dialect)
    await loadReference(database.db, dialect)
    expect(await loadDemo(database, config, now)).toBe(true)
  })
  afterAll(() => database.drop())
  return test.extend('open', () => database).extend('config', config)
}
