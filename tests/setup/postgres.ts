import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram, which } from './child.ts'

/** A PostgreSQL for the tests, or why there is none. */
export type FoundPostgres =
  | { readonly url: string; readonly what: string; stop(): Promise<void> }
  | { readonly url: null; readonly why: string }

/**
 * The server that `TEST_POSTGRES_URL` names, else a throwaway cluster made with the newest
 * PostgreSQL of the machine: in a temporary folder, reached through a Unix socket in it and through
 * nothing else, gone after `stop`.
 */
export async function findPostgres(given = process.env.TEST_POSTGRES_URL): Promise<FoundPostgres> {
  if (given) return { url: given, what: 'TEST_POSTGRES_URL', stop: async () => {} }
  const bin = await newestBinaries()
  if (!bin) return { url: null, why: 'no PostgreSQL is installed and TEST_POSTGRES_URL is not set' }
  return startCluster(bin)
}

async function newestBinaries(): Promise<string | null> {
  const version = (path: string) => Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0)
  const [newest] = globSync('/usr/lib/postgresql/*/bin/initdb').sort(
    (a, b) => version(b) - version(a),
  )
  const initdb = newest ?? (await which('initdb'))
  return initdb ? initdb.replace(/\/initdb$/, '') : null
}

async function startCluster(bin: string): Promise<FoundPostgres> {
  const as = await ownerCommand()
  if (typeof as === 'string') return { url: null, why: as }
  // PostgreSQL's socket path must be short, so not the runner's own temporary folder, which may be deep.
  const folder = mkdtempSync(join(tmpdir().length > 40 ? '/tmp' : tmpdir(), 'passerelle-pg-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (as.uid !== null) await chown(folder, as.uid, as.gid)
  const run = (program: string, args: string[]) =>
    runProgram(
      as.command[0] ?? join(bin, program),
      [...as.command.slice(1), ...(as.command[0] ? [join(bin, program)] : []), ...args],
      {
        show: false,
        env: { LC_ALL: 'C' },
        timeoutMs: 120_000,
      },
    )
  const data = join(folder, 'data')
  const made = await run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ])
  if (made.code !== 0) {
    remove()
    return { url: null, why: `initdb failed: ${lastLine(made.text)}` }
  }
  // Durability is not what the tests ask of it; the folder is gone afterwards.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    `listen_addresses=`,
    `unix_socket_directories=${folder}`,
  ]
  const started = await run('pg_ctl', [
    'start',
    '-w',
    '-D',
    data,
    '-l',
    join(folder, 'log'),
    '-o',
    settings.map((one) => `-c ${one}`).join(' '),
  ])
  if (started.code !== 0) {
    remove()
    return { url: null, why: `PostgreSQL did not start: ${lastLine(started.text)}` }
  }
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    what: `a throwaway cluster of ${bin}`,
    async stop() {
      await run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data])
      remove()
    },
  }
}

/** PostgreSQL refuses to run as root: then it runs as its own user. A string says why it cannot. */
async function ownerCommand(): Promise<
  { command: string[]; uid: number | null; gid: number } | string
> {
  if (process.getuid?.() !== 0) return { command: [], uid: null, gid: 0 }
  const ids = await runProgram('sh', ['-c', 'id -u postgres && id -g postgres'], { show: false })
  const [uid, gid] = ids.text.split('\n').map(Number)
  if (ids.code !== 0 || !uid || !gid)
    return 'PostgreSQL does not run as root, and there is no user postgres'
  if (await which('runuser')) return { command: ['runuser', '-u', 'postgres', '--'], uid, gid }
  return 'PostgreSQL does not run as root, and there is no runuser to become postgres'
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? ''
}
