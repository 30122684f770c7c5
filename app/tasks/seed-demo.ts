import { makeProfileCode } from '#app/domain/profile/profile-code.ts'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import { type Auth, createAuth } from '#app/server/auth.server.ts'
import { type Config, readConfig } from '#app/server/config.server.ts'
import type { OpenDatabase } from '#db/open.ts'
import { demoMailDomain } from '#db/seed/demo/people.ts'
import type { DemoUsers } from '#db/seed/demo/rows.ts'
import { hasDemo, seedDemo } from '#db/seed/demo/seed-demo.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { type Task, TaskError } from './task.ts'

/** The password of every account of the demonstration. */
export const demoPassword = 'passerelle-demo'

/** Somebody to sign in as, and what to try. */
export interface DemoAccount {
  readonly name: keyof DemoUsers
  readonly role: string
  readonly email: string
  readonly tryThis: string
}

const account = (name: keyof DemoUsers, role: string, tryThis: string): DemoAccount => ({
  name,
  role,
  email: `${name}@${demoMailDomain}`,
  tryThis,
})

/** The named people of the demonstration, one a role. */
export const demoAccounts: readonly DemoAccount[] = [
  account('awa', 'Looking for work', 'see which offers match her welding, and why'),
  account('kouadio', 'Employer', 'find a welder for his internship; finish his draft'),
  account('mariam', 'Chamber staff', 'verify a company, enter a new one'),
  account('yao', 'Counsellor', 'carry on with six profiles at different stages'),
  account('admin', 'Administrator', 'look at the health of the deployment'),
]

/**
 * Loads the demonstration where it is not loaded yet. Returns true when it was loaded now. The
 * database must be migrated and hold the reference data.
 */
export async function loadDemo(open: OpenDatabase, config: Config, now: Date): Promise<boolean> {
  if (await hasDemo(open.db)) return false
  // Nobody signs in by a code here, so none is ever sent.
  const auth = createAuth(config, open, { sendCode: () => Promise.resolve() })
  const ids = new Map<string, string>()
  for (const { name, email } of demoAccounts) ids.set(name, await ensureAccount(open, auth, email))
  const idOf = (name: keyof DemoUsers) => ids.get(name) ?? ''
  return seedDemo(open, {
    now,
    users: {
      awa: idOf('awa'),
      kouadio: idOf('kouadio'),
      mariam: idOf('mariam'),
      yao: idOf('yao'),
      admin: idOf('admin'),
    },
    profileCode: (random) => makeProfileCode('CI', random),
  })
}

/** The id of the account with that address, made where a start that was cut short has not made it. */
async function ensureAccount({ db, dialect }: OpenDatabase, auth: Auth, email: string) {
  const found = () =>
    db.selectFrom('auth_user').select('id').where('email', '=', email).executeTakeFirst()
  const known = await found()
  if (known) return known.id
  await auth.api.signUpEmail({ body: { email, password: demoPassword, name: '' } })
  const made = await found()
  if (!made) throw new Error(`No account was made for ${email}`)
  await db
    .updateTable('auth_user')
    .set({ emailVerified: dialect === 'postgres' ? true : 1 })
    .where('id', '=', made.id)
    .execute()
  // Signing up also signs in; nobody holds that session.
  await db.deleteFrom('auth_session').where('userId', '=', made.id).execute()
  return made.id
}

/** The accounts as a small table to print. */
export function demoAccountTable(): string {
  const rows = [
    ['Role', 'E-mail', 'Password', 'Try'],
    ...demoAccounts.map(({ role, email, tryThis }) => [role, email, demoPassword, tryThis]),
  ]
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
    .join('\n')
}

/** Loads the demonstration into a database that is no production. */
export const seedDemoTask = {
  name: 'seed-demo',
  summary: 'load the fictional Côte d’Ivoire with its accounts, where it is not loaded yet',
  /** Rejects with a `TaskError` in production: everybody knows the passwords. */
  async run(_args, { open, env, log, print }) {
    const config = readConfig({ APP_MODE: 'development', ...env })
    if (config.mode === 'production') {
      throw new TaskError('seed-demo is refused in production: everybody knows its passwords')
    }
    if (config.country !== 'CI') {
      throw new TaskError('The demonstration is of Côte d’Ivoire: set COUNTRY=CI')
    }
    await loadReference(open.db, open.dialect)
    await buildField(open.db)
    const loaded = await loadDemo(open, config, new Date())
    log(loaded ? 'The demonstration was loaded.' : 'The demonstration is there already.')
    print(demoAccountTable())
  },
} satisfies Task
