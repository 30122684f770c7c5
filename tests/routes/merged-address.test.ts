import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeCompanies } from '#app/domain/merge/merge-companies.server.ts'
import { undoMerge } from '#app/domain/merge/undo-merge.server.ts'
import { newId } from '#db/id.ts'
import { membershipsOf } from '#db/queries/membership.ts'
import { ask } from '#tests/support/client.ts'
import { company } from '#tests/support/fixtures.ts'
import { person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.drop())

test('the address of a merged company leads to the one that stayed, until it is undone', async () => {
  const { services, url } = server
  const { db, dialect } = services.open
  const staff = await person(services, 'chamber')
  const [survivorId, mergedId] = [await company(services.open), await company(services.open)]
  const user = await db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', staff.email)
    .executeTakeFirstOrThrow()
  const viewer = {
    userId: user.id,
    memberships: await membershipsOf(db, user.id),
    profileId: null,
    twoFactor: false,
  }
  const deps = { db, dialect, reference: services.reference, now: new Date() }
  const versions = { survivorVersion: 1, mergedVersion: 1 }
  const pair = { survivorId, mergedId }
  const mergeId = await mergeCompanies(deps, viewer, pair, { picks: {}, ...versions })
  for (const path of [
    `/fr/chamber/companies/ID`,
    `/ar/employer/companies/ID/sites`,
    `/en/employer/companies/ID?x=1`,
  ]) {
    const answer = await ask(url, path.replace('ID', mergedId), { cookie: staff.cookie })
    expect([answer.status, answer.location]).toEqual([301, path.replace('ID', survivorId)])
  }
  const never = await ask(url, `/fr/chamber/companies/${newId()}`, { cookie: staff.cookie })
  expect(never.status).toBe(404)
  await undoMerge(deps, viewer, mergeId)
  const back = await ask(url, `/fr/employer/companies/${mergedId}/sites`, { cookie: staff.cookie })
  expect(back.status).toBe(200)
})
