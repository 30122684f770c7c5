import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { companyList } from '#app/domain/chamber/chamber.ts'
import { exportCompanies } from '#app/domain/chamber/export-companies.server.ts'
import { areaSkills } from '#app/domain/map/area-skills.server.ts'
import { countMatches } from '#app/domain/map/count-matches.server.ts'
import { companiesThere, findPlace } from '#app/domain/map/list-companies.server.ts'
import { readOutlines } from '#app/domain/map/read-outlines.server.ts'
import { sectorMatrix } from '#app/domain/map/sector-matrix.server.ts'
import { readMapView } from '#app/domain/map/view.ts'
import { importBoundaries } from '#app/tasks/import-boundaries.ts'
import { newId } from '#db/id.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { dialects } from '#tests/support/database.ts'
import {
  company,
  placeId,
  publishedOpportunity,
  publishedProfile,
  skillsOf,
  unique,
  welder,
} from '#tests/support/fixtures.ts'
import { intention, mapOf } from './map-support.ts'
import { now } from './search-support.ts'

const none = { occupation: null, skill: null }

describe.each(dialects)('the map on %s', (dialect) => {
  test('counts companies once in each area and follows every change', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    expect((await map.read()).total.value).toBe(0)
    const first = await company(open, { sector: '25' })
    await company(open, { sector: '41' }, 'Bouaké')
    expect(await map.figures()).toMatchObject({ 'CI-AB': 1, 'CI-VB': 1, 'CI-SV': 0 })
    const site = {
      id: newId(),
      company_id: first,
      name: 'Atelier',
      address: null,
      is_main: 0 as const,
      created_at: now().toISOString(),
    }
    await open.db
      .insertInto('site')
      .values([
        { ...site, place_id: await placeId(open, 'Bouaké') },
        { ...site, id: newId(), place_id: await placeId(open, 'Katiola') },
      ])
      .execute()
    await recordIndexChange(open.db, dialect, 'company', [first], now())
    expect(await map.figures()).toMatchObject({ 'CI-AB': 1, 'CI-VB': 2 })
    expect((await map.read()).total.value).toBe(2)
    expect(await map.figures('', 'CI-VB')).toEqual({
      [await placeId(open, 'Bouaké')]: 2,
      [await placeId(open, 'Katiola')]: 1,
    })
    expect(await map.figures('sector=F')).toMatchObject({ 'CI-AB': 0, 'CI-VB': 1 })
    expect(await map.figures('sector=25&size=10-49')).toMatchObject({ 'CI-AB': 1, 'CI-VB': 1 })
    expect(await map.figures('size=250%2B')).toMatchObject({ 'CI-AB': 0, 'CI-VB': 0 })
    await open.db.deleteFrom('company').where('id', '=', first).execute()
    expect(await map.figures()).toMatchObject({ 'CI-AB': 0, 'CI-VB': 1 })
  })

  test('the list behind a figure is as long as the figure, and the public reads fewer names', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    await company(open, { trade_name: 'Zénith' }, 'Bouaké')
    await company(open, { trade_name: 'Éclair', verified_at: null }, 'Bouaké')
    await company(open, { trade_name: 'Alpha', visibility: 'chamber' }, 'Katiola')
    const view = readMapView([])
    const place = await findPlace(map.stores, map.scope, 'CI-VB', 'all')
    if (!place) throw new Error('no place')
    const there = await companiesThere(map.stores, map.scope, view, none, place)
    expect(there.firms.map((firm) => firm.name)).toEqual(['Alpha', 'Éclair', 'Zénith'])
    expect((await map.figures())['CI-VB']).toBe(3)
    const seen = await companiesThere(map.stores, map.everybody, view, none, place)
    expect(seen).toMatchObject({ unnamed: 2, firms: [{ name: 'Zénith' }] })
    const bouake = await findPlace(map.stores, map.scope, 'CI-VB', await placeId(open, 'Bouaké'))
    if (!bouake) throw new Error('no place')
    expect((await companiesThere(map.stores, map.scope, view, none, bouake)).firms).toHaveLength(2)
    expect(
      await findPlace(map.stores, map.scope, 'CI-AB', await placeId(open, 'Bouaké')),
    ).toBeNull()
    expect(await findPlace(map.stores, map.scope, 'TN-11', 'all')).toBeNull()
  })

  test('a chamber of some units sees its ground, the rest is not known', async () => {
    const map = await mapOf(dialect, ['CI-VB'])
    const { open } = map
    await company(open, {}, 'Bouaké')
    await company(open)
    await company(open, { chamber_id: map.chamberId }, 'Korhogo')
    const figures = await map.figures()
    expect(figures).toMatchObject({ 'CI-VB': 1, 'CI-SV': 1, 'CI-AB': null, 'CI-MG': null })
    expect(await map.figures('', null, map.everybody)).toMatchObject({ 'CI-AB': 1, 'CI-MG': 0 })
    for (let more = 0; more < 20; more += 1) await publishedProfile(open)
    expect((await map.figures('measure=profiles'))['CI-AB']).toBe(null)
    expect((await map.read('measure=profiles')).total.value).toBe('few')
  })

  test('posts, expected hires and hires stand where the work is', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const firm = await company(open, { headcount: 12 }, 'Bouaké')
    const posts = await publishedOpportunity(open, { company_id: firm, posts: 3 })
    await publishedOpportunity(open, {
      company_id: firm,
      kind: 'internship',
      place_id: null,
      posts: 2,
      deadline: '2026-12-01',
    })
    await publishedOpportunity(open, { company_id: firm, posts: 9, deadline: '2026-11-01' })
    await publishedOpportunity(open, { company_id: firm, posts: 9, status: 'paused' })
    expect(await map.figures('measure=posts')).toMatchObject({ 'CI-AB': 3, 'CI-VB': 2 })
    expect(await map.figures('measure=posts&kind=internship')).toMatchObject({ 'CI-AB': 0 })
    expect(await map.figures('kind=internship')).toMatchObject({ 'CI-VB': 1 })
    expect(await map.figures('kind=apprenticeship')).toMatchObject({ 'CI-VB': 0 })
    const byWelder = await map.read('measure=posts', null, map.scope, {
      occupation: welder,
      skill: (await skillsOf(open))[0] ?? '',
    } as never)
    expect(byWelder.total.value).toBe(5)

    await intention(map, firm)
    await intention(map, firm, { quarter: '2027-Q3', posts: 4 })
    await intention(map, firm, { quarter: '2026-Q1', posts: 50 })
    await intention(map, firm, { status: 'hired', posts: 50 })
    expect((await map.figures('measure=intentions'))['CI-VB']).toBe(6)
    expect((await map.figures('measure=intentions&time=2027-Q3'))['CI-VB']).toBe(4)

    for (let hired = 0; hired < 30; hired += 1) {
      await open.db
        .insertInto('placement')
        .values({
          id: newId(),
          profile_id: null,
          opportunity_id: posts,
          started_on: hired < 20 ? '2026-10-01' : '2025-05-01',
          ended_on: null,
          created_at: now().toISOString(),
        })
        .execute()
    }
    const hires = Number((await map.figures('measure=hires'))['CI-AB'])
    expect(hires).toBeGreaterThanOrEqual(20)
    expect(hires % 5).toBe(0)
    expect(Number((await map.figures('measure=hires&time=2026'))['CI-AB'])).toBeLessThan(35)
    expect((await map.figures('measure=hires&time=2024'))['CI-AB']).toBe('few')
  })

  test('coverage is a share of the firms that are known', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const firms = []
    for (let at = 0; at < 4; at += 1) firms.push(await company(open, {}, 'Bouaké'))
    const stages = ['onboarded', 'active', 'met'] as const
    for (const [at, stage] of stages.entries()) {
      await open.db
        .insertInto('relation')
        .values({
          chamber_id: map.chamberId,
          company_id: firms[at] ?? '',
          stage,
          stage_since: now().toISOString(),
          owner_id: null,
          updated_at: now().toISOString(),
          version: 1,
        })
        .execute()
    }
    const { rows } = await map.read('measure=coverage')
    expect(rows.find((row) => row.id === 'CI-VB')).toMatchObject({ value: 0.5, part: 2, of: 4 })
    expect(rows.find((row) => row.id === 'CI-AB')).toMatchObject({ value: null, of: 0 })
  })

  test('people are counted in fives, and a lone person leaves no trace', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const lone = await publishedProfile(open, { place_id: await placeId(open, 'Bouaké') })
    for (let at = 0; at < 40; at += 1) await publishedProfile(open)
    const before = await map.read('measure=profiles')
    const figure = (reading: typeof before, id: string) =>
      reading.rows.find((row) => row.id === id)?.value
    expect(figure(before, 'CI-VB')).toBe('few')
    expect(Number(figure(before, 'CI-AB')) % 5).toBe(0)
    expect(Math.abs(Number(figure(before, 'CI-AB')) - 40)).toBeLessThanOrEqual(15)
    // Neither a row, nor a circle, nor a town says that there is somebody.
    expect((await map.read('measure=profiles', 'CI-VB')).rows).toEqual([])
    expect(before.towns).toEqual([])
    await open.db
      .updateTable('profile')
      .set({ status: 'paused' })
      .where('id', '=', lone.id)
      .execute()
    const after = await map.read('measure=profiles')
    expect(after.rows).toEqual(before.rows)
    // The same people under another filter give the same figure.
    const filtered = await map.read('measure=profiles', null, map.scope, {
      occupation: welder,
      skill: null,
    } as never)
    expect(figure(filtered, 'CI-AB')).toBe(figure(before, 'CI-AB'))
  })

  test('matched pairs are counted in the background, and the map says from when', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    for (let at = 0; at < 20; at += 1) await publishedProfile(open)
    await publishedOpportunity(open)
    await map.index()
    const before = await map.read('measure=pairs')
    expect(before).toMatchObject({ asOf: null, counted: { done: 0, of: 1 } })
    expect(await countMatches(map.stores, now())).toBe(false)
    const after = await map.read('measure=pairs')
    expect(after).toMatchObject({ asOf: now().toISOString(), counted: { done: 1, of: 1 } })
    expect(after.rows.find((row) => row.id === 'CI-AB')?.value).not.toBe('few')
    // What was counted is not counted again before its time.
    const { length } = await map.stores.db.selectFrom('match_count').selectAll().execute()
    expect(length).toBe(1)
    expect(await countMatches(map.stores, new Date(now().getTime() + 13 * 3_600_000))).toBe(false)
  })

  test('gaps, supply and training compare what is wanted with who is there', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    await publishedOpportunity(open, { place_id: await placeId(open, 'Bouaké') })
    const wanted = (await skillsOf(open)).slice(0, 3)
    for (let at = 0; at < 40; at += 1) await publishedProfile(open)
    await map.index()
    expect(await map.figures('measure=gap')).toMatchObject({ 'CI-VB': wanted.length, 'CI-AB': 0 })
    expect(await map.figures('measure=surplus')).toMatchObject({ 'CI-VB': 0, 'CI-AB': 5 })
    const { areaById } = await readOutlines(open.db, 'CI')
    const bandama = areaById.get('CI-VB')
    if (!bandama) throw new Error('no area')
    const skills = await areaSkills(map.stores, map.scope, bandama)
    expect(skills.wanted.map((one) => one.skill).toSorted()).toEqual(wanted.toSorted())
    expect(skills.wanted[0]).toMatchObject({ posts: 2, people: 'few' })
    expect(skills.wanted[0]?.nearest).toMatchObject({ area: { id: 'CI-AB' } })
    expect(skills.wanted[0]?.nearest?.km).toBeGreaterThan(200)
    expect(skills.offered).toEqual([])
  })

  test('people one skill short are found, with what they lack and what would help most', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const home = await placeId(open, 'Bouaké')
    const offer = await publishedOpportunity(open, { place_id: home })
    const [first = '', second = '', third = ''] = await skillsOf(open)
    const withSkills = async (...skills: string[]) => {
      const { id } = await publishedProfile(open, { place_id: home })
      await open.db
        .deleteFrom('profile_skill')
        .where('profile_id', '=', id)
        .where('skill_uri', 'not in', skills)
        .execute()
    }
    for (let at = 0; at < 25; at += 1) await withSkills(second, third)
    await withSkills(first)
    await map.index()
    const { areaById } = await readOutlines(open.db, 'CI')
    const area = areaById.get('CI-VB')
    if (!area) throw new Error('no area')
    const { nearMisses, training, looked } = await areaSkills(map.stores, map.scope, area)
    expect(nearMisses).toMatchObject([{ opportunityId: offer, skill: first }])
    expect(Number(nearMisses[0]?.people)).toBeGreaterThanOrEqual(10)
    expect(looked.posts).toBe(1)
    // Two of three are half already: nobody is lifted but the one with a single skill, who is too few.
    expect(training).toEqual([])
  })

  test('the matrix counts sectors by area', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const firm = await company(open, { sector: '25' }, 'Bouaké')
    await company(open, { sector: '10' }, 'Bouaké')
    await company(open, { sector: null })
    await publishedOpportunity(open, { company_id: firm, posts: 4 })
    const companies = await sectorMatrix(map.stores, map.scope, 'companies')
    const at = companies.areas.findIndex((area) => area.id === 'CI-VB')
    expect(companies.rows.map((row) => [row.section, row.cells[at], row.total])).toEqual([
      ['C', 2, 2],
      [null, 0, 1],
    ])
    const posts = await sectorMatrix(map.stores, map.scope, 'posts')
    expect(posts.rows.map((row) => [row.section, row.total])).toEqual([['C', 4]])
    for (let more = 0; more < 30; more += 1) await publishedProfile(open)
    const people = await sectorMatrix(map.stores, map.scope, 'profiles')
    expect(people.rows.map((row) => row.section)).toEqual(['C'])
    expect(Number(people.rows[0]?.total) % 5).toBe(0)
  })

  test('the list of companies leaves whole, in its order, under its filters', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const name = `Même nom ${unique()}`
    for (let at = 0; at < 5; at += 1) await company(open, { legal_name: name })
    await company(open, { legal_name: 'Aaa', verified_at: null }, 'Bouaké')
    const chamber = { ...map.scope.chamber, name: 'Chambre' } as never
    const ids = async (query: object) => {
      const found: string[] = []
      const { db, reference } = map.stores
      for await (const batch of exportCompanies(db, reference, chamber, companyList.parse(query))) {
        found.push(...batch.map((row) => row.id))
      }
      return found
    }
    expect(new Set(await ids({})).size).toBe(6)
    expect(await ids({ filter: 'verified' })).toHaveLength(5)
    expect(await ids({ admin1: 'CI-VB' })).toHaveLength(1)
    expect(await ids({ q: 'aucune' })).toEqual([])
  })

  test('official outlines take the place of the shipped ones at once', async () => {
    const map = await mapOf(dialect)
    const { open } = map
    const { outlines } = await map.read()
    expect(outlines.attribution).toBe('Made with Natural Earth')
    expect(outlines.areaById.get('CI-AB')?.shape).toBe('point')
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-map-'))
    try {
      const file = join(folder, 'official.geojson')
      const square = (lng: number, lat: number) => [
        [lng, lat],
        [lng, lat + 1],
        [lng + 1, lat + 1],
        [lng + 1, lat],
        [lng, lat],
      ]
      const codes = [...outlines.areaOfUnit.keys()]
      const features = codes.map((code, at) => ({
        type: 'Feature',
        properties: { shapeISO: code },
        geometry: {
          type: 'Polygon',
          coordinates: [square(-8.5 + (at % 5), 5 + Math.floor(at / 5))],
        },
      }))
      const lines: string[] = []
      const context = {
        open: open as never,
        env: {},
        log: (line: string) => lines.push(line),
        print: () => {},
      }
      const run = (...args: string[]) =>
        importBoundaries.run([file, '--country', 'CI', ...args], context)
      writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [] }))
      await expect(run()).rejects.toThrow('Nothing was changed')
      expect((await map.read()).outlines.attribution).toBe('Made with Natural Earth')
      writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }))
      await run('--attribution', 'Institut national')
      const after = await map.read()
      expect(after.outlines.attribution).toBe('Institut national')
      expect(after.outlines.areaById.get('CI-AB')?.shape).toBe('outline')
      expect(lines.at(-2)).toContain('14 of 14 units')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
