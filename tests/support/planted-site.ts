import { toInstant } from '#db/codec.ts'
import { ask, post } from './client.ts'
import { postForms, untouched } from './forms.ts'
import { person, roles } from './people.ts'
import { marks } from './planted-marks.ts'
import { exportsFrom, hasAction, address as pathOf, siteRoutes } from './routes.ts'
import { startTestServer } from './server.ts'

// A process that runs the built site with every line of its log on standard output, and uses it as
// people of every role do who say who they are: in the forms that ask for it and where they should not.

const server = await startTestServer({
  LOG_LEVEL: 'debug',
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^(DATABASE_URL|SEARCH_FILE|MEILI_\w+)$/.test(name) && value ? [[name, value]] : [],
    ),
  ),
})
const { services, url } = server

/** What fields of these names are about: who somebody is, or where. */
const planted: readonly (readonly [RegExp, string])[] = [
  [/^givenName$/, marks.givenName],
  [/^(familyName|name)$/, marks.familyName],
  [/^phone$/, marks.phone],
  [/^(email|contact)$/, marks.email],
  [/^address$/, marks.address],
  [/[pP]assword$/, marks.password],
]
const valueFor = (name: string) => planted.find(([field]) => field.test(name))?.[1]

for (const role of roles) {
  const who = await person(services, role)
  for (const route of await siteRoutes()) {
    const exported = exportsFrom(route)
    if (!exported.has('default') && !exported.has('loader')) continue
    if (/sign-out|delete/.test(route.pattern)) continue
    const path = pathOf(route.pattern, { ...who.ids, lang: 'fr' })
    const page = await ask(url, path, { cookie: who.cookie })
    // Somebody types a name or a number where the address of a page is.
    await ask(url, `${path}?q=${marks.phone}&name=${marks.familyName}`, { cookie: who.cookie })
    if (page.status !== 200 || !hasAction(route)) continue
    for (const form of postForms(page.text, path)) {
      if (form.action.endsWith('/sign-out')) continue
      const fields = untouched(form)
      const asked = fields.map(([name, value]) => [name, valueFor(name) ?? value] as const)
      if (!asked.some(([name]) => valueFor(name))) continue
      const send = (values: readonly (readonly [string, string])[]) =>
        post(url, form.action, values, { cookie: who.cookie })
      await send([...asked, ['surplus', marks.familyName]])
      // The same with something that is refused.
      await send(asked.map(([name, value]) => [name, valueFor(name) ? `<${value}` : value]))
    }
  }
}

// A profile whose identity has every mark, published and found.
const returnee = await person(services, 'returnee')
await services.db
  .updateTable('identity')
  .set({
    given_name: marks.givenName,
    family_name: marks.familyName,
    phone: `+225${marks.phone}`,
    email: marks.email,
    birth_date: marks.birthDate,
    updated_at: toInstant(new Date()),
  })
  .where('profile_id', '=', returnee.ids.profileId ?? '')
  .execute()
await services.db.updateTable('site').set({ address: marks.address }).execute()
await services.db.updateTable('auth_user').set({ name: marks.givenName }).execute()

// Requests that nobody meant: no such page, no such body, foreign headers.
await ask(url, `/fr/${marks.familyName}/${encodeURIComponent(marks.email)}`)
await ask(url, `/${marks.phone}`, { cookie: `x=${marks.familyName}` })
await ask(url, '/fr/opportunities', {
  headers: { 'user-agent': marks.familyName, referer: `${url}/fr?q=${marks.phone}` },
})
await ask(url, '/fr/sign-in', {
  method: 'POST',
  body: `{"contact":"${marks.email}`,
  headers: { origin: url, 'content-type': 'application/json' },
})

// What breaks while somebody is named in it.
const form = `/fr/profile/identity`
const { text } = await ask(url, form, { cookie: returnee.cookie })
await services.db.schema.alterTable('identity').renameTo('identity_away').execute()
for (const one of postForms(text, form)) {
  const fields = untouched(one).map(([name, value]): [string, string] => [
    name,
    valueFor(name) ?? value,
  ])
  await post(url, one.action, fields, { cookie: returnee.cookie })
}
await services.db.schema.alterTable('identity_away').renameTo('identity').execute()

await services.index.settled()
await server.drop()
