import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#app/domain/access.ts'
import { decide, policy } from '#app/server/policy.ts'
import { newId } from '#db/id.ts'
import { ask, isRefusalPage, post } from '#tests/support/client.ts'
import { type Person, person, roles, strangersRecords } from '#tests/support/people.ts'
import { address, hasAction, openToAll, parameters, siteRoutes } from '#tests/support/routes.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const routes = await siteRoutes()

let server: TestServer
let people: Map<Role, Person>
let foreign: Record<string, string>

beforeAll(async () => {
  server = await startTestServer()
  people = new Map()
  for (const role of roles) people.set(role, await person(server.services, role))
  foreign = await strangersRecords(server.services)
  await server.services.index.settled()
})
afterAll(() => server.drop())

/** Somebody of the role; somebody fresh where the route ends the session that asks for it. */
async function who(role: Role, pattern: string): Promise<Person> {
  if (pattern === '/:lang/sign-out') return person(server.services, role)
  const found = people.get(role)
  if (!found) throw new Error(`nobody is a ${role}`)
  return found
}

test('every route has a rule, and every rule a route', () => {
  expect(Object.keys(policy).sort()).toEqual(routes.map((route) => route.pattern).sort())
})

describe.each(routes.map((route) => route.pattern))('%s', (pattern) => {
  const record = parameters(pattern).length > 0 && !openToAll[pattern]

  test.each(roles)('a %s gets what the policy says', async (role) => {
    const { cookie, ids } = await who(role, pattern)
    const path = address(pattern, { ...foreign, ...ids, lang: 'fr' })
    const { status, location } = await ask(server.url, path, { cookie })
    const decision = decide(pattern, new Set([role]))
    if (decision === 'forbidden') return expect(status).toBe(403)
    if (decision === 'sign-in') {
      expect(status).toBe(302)
      return expect(location).toBe(`/fr/sign-in?next=${encodeURIComponent(path)}`)
    }
    expect(status, path).toBeLessThan(500)
    expect([401, 403], `${role} may enter`).not.toContain(status)
    if (location?.includes('/sign-in')) expect(location).not.toContain('next=')
  })

  if (record)
    test.each(roles)("a %s does not reach other people's records", async (role) => {
      const path = address(pattern, { ...foreign, lang: 'fr' })
      const { status } = await ask(server.url, path, { cookie: (await who(role, pattern)).cookie })
      if (decide(pattern, new Set([role])) === 'sign-in') expect(status).toBe(302)
      else expect([403, 404], path).toContain(status)
    })

  if (parameters(pattern).length > 0)
    test('ids of nothing are answered, not stumbled over', async () => {
      const allowed =
        roles.find((role) => decide(pattern, new Set([role])) === 'allow') ?? 'visitor'
      const own = (await who(allowed, pattern)).ids
      for (const garbage of [newId(), 'x', "' or 1=1 --", '\u0000', '\u202e', 'é'.repeat(300)]) {
        for (const name of parameters(pattern)) {
          const path = address(pattern, { ...foreign, ...own, [name]: garbage, lang: 'fr' })
          const { status } = await ask(server.url, path, {
            cookie: (await who(allowed, pattern)).cookie,
          })
          expect(status, path).toBeLessThan(500)
          if (record) expect([400, 403, 404], path).toContain(status)
        }
      }
    })

  const acts = routes.some((route) => route.pattern === pattern && hasAction(route))
  if (acts)
    test.each(roles)('a %s posts only where the policy lets them', async (role) => {
      const path = address(pattern, { ...foreign, lang: 'fr' })
      const { status, text } = await post(server.url, path, [['intent', 'x']], {
        cookie: (await who(role, pattern)).cookie,
      })
      const decision = decide(pattern, new Set([role]))
      if (decision === 'sign-in') expect(status, path).toBe(401)
      else if (decision === 'forbidden') expect(status, path).toBe(403)
      else if (record) {
        // Nonsense may be refused before its record is looked for: nothing of it is shown.
        const early = [400, 422].includes(status) && isRefusalPage(text, 'fr')
        expect([403, 404, 405, ...(early ? [status] : [])], path).toContain(status)
      } else expect(status, path).toBeLessThan(500)
    })

  if (!acts)
    test('posts to a page without forms are refused', async () => {
      for (const role of roles) {
        const path = address(pattern, { ...foreign, lang: 'fr' })
        const { status } = await post(server.url, path, [['x', 'y']], {
          cookie: (await who(role, pattern)).cookie,
        })
        expect([401, 403, 404, 405], `${role} ${path}`).toContain(status)
      }
    })
})
