import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { checkIndex } from '#app/domain/indexing/check-index.server.ts'
import { readIndexRuns } from '#app/domain/indexing/index-runs.server.ts'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { openServices, type Services } from '#app/server/services.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { openDatabase } from '#db/open.ts'
import { scoreMatch } from '#search/matching/match.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { publishedOpportunity, publishedProfile, welder } from '../support/fixtures.ts'
import { freePort, missingOwnMeilisearch, startOwnMeilisearch } from '../support/meilisearch.ts'

const missing = missingOwnMeilisearch()

/** A site of its own on a file, as its environment. */
async function site(extra: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-taxonomy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'site.db')
  copyFileSync(inject('emptyDatabase'), file)
  await prepareDatabase(`file:${file}`)
  return readConfig({
    APP_MODE: 'test',
    DATABASE_URL: `file:${file}`,
    SEARCH_FILE: join(folder, 'search.db'),
    LOG_LEVEL: 'silent',
    ...extra,
  })
}

/** What an import of another version does to the welder: fewer skills, another name, vectors to match. */
async function changeVocabulary(databaseUrl: string): Promise<void> {
  const open = openDatabase(databaseUrl)
  try {
    const skills = await open.db
      .selectFrom('occupation_skill')
      .select('skill_uri')
      .where('occupation_uri', '=', welder)
      .orderBy('skill_uri')
      .execute()
    await open.db
      .deleteFrom('occupation_skill')
      .where('occupation_uri', '=', welder)
      .where(
        'skill_uri',
        'in',
        skills.slice(0, 3).map(({ skill_uri }) => skill_uri),
      )
      .execute()
    await open.db
      .updateTable('concept_label')
      .set({ label: 'assembleur au chalumeau' })
      .where('concept_uri', '=', welder)
      .where('lang', '=', 'fr')
      .where('role', '=', 'preferred')
      .execute()
    await buildField(open.db)
  } finally {
    await open.close()
  }
}

/** What the index says of the best profiles for the one opportunity, and what the formula says with a taxonomy. */
async function ranked({ db, search, reference }: Services, id: string, by: Taxonomy) {
  const [need] = await documentsOf('opportunity', [id], { db, reference })
  if (!need) throw new Error('no such opportunity')
  const { hits } = await search.candidates('profile', need, {}, { limit: 10 })
  const ids = hits.map((hit) => hit.id)
  const offers = new Map(
    (await documentsOf('profile', ids, { db, reference })).map((offer) => [offer.id, offer]),
  )
  const scored = ids.flatMap((one) => offers.get(one) ?? [])
  return {
    told: hits.map(({ score }) => score),
    due: scored.map((offer) => scoreMatch(by, need, offer).score),
  }
}

async function followsTheVocabulary(config: ReturnType<typeof readConfig>): Promise<void> {
  const before = await openServices(config)
  for (let at = 0; at < 4; at++) await publishedProfile(before.open)
  const opportunity = await publishedOpportunity(before.open)
  await before.index.settled()
  const old = before.reference.taxonomy
  const first = await ranked(before, opportunity, old)
  expect(first.told).toHaveLength(4)
  expect(first.told).toEqual(first.due)
  await before.close()

  await changeVocabulary(config.databaseUrl)

  const after = await openServices(config)
  onTestFinished(() => after.close())
  const { taxonomy } = after.reference
  expect(taxonomy.fingerprint).not.toBe(old.fingerprint)
  await after.index.settled()
  const stores = { db: after.db, search: after.search, reference: after.reference }
  expect(await checkIndex(stores)).toMatchObject({ differences: [], waiting: 0, unbuilt: false })
  const second = await ranked(after, opportunity, taxonomy)
  expect(second.told).toEqual(second.due)
  expect(second.told).not.toEqual((await ranked(after, opportunity, old)).due)
  const found = await after.search.search('profile', { text: 'assembleur au chalumeau' })
  expect(found.total).toBe(4)
  const runs = await readIndexRuns({ db: after.db, store: after.index.store, now: after.now })
  expect(runs.rebuilt).toMatchObject({ reason: 'version', asked_by: null, done: 6, error: null })
}

describe('another vocabulary', { timeout: 60_000 }, () => {
  test('has the embedded index built anew by the worker', async () => {
    await followsTheVocabulary(await site())
  })

  test.skipIf(missing !== null)(
    `has the Meilisearch index built anew by the worker${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      const key = randomBytes(18).toString('hex')
      const server = await startOwnMeilisearch(await freePort(), key)
      onTestFinished(() => server.stop())
      await followsTheVocabulary(await site({ MEILI_URL: server.url, MEILI_KEY: key }))
    },
  )
})
