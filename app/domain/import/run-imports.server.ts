import { hostname } from 'node:os'
import type { Deps } from '#app/domain/company/deps.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { toInstant } from '#db/codec.ts'
import type { OpenDatabase } from '#db/open.ts'
import { type CompanyImport, importsUnderWay } from '#db/queries/company-import.ts'
import { refreshStatistics } from '#db/refresh-statistics.ts'
import { applyImport } from './apply-import.server.ts'
import { checkImport } from './check-import.server.ts'
import { RegisterChanged } from './plan-import.server.ts'
import { undoImport } from './undo-import.server.ts'

/** What working off imports needs. */
export interface ImportStores {
  readonly open: Pick<OpenDatabase, 'db' | 'dialect'>
  readonly reference: Reference
  readonly now: () => Date
}

/** Why the last work on an import came to nothing: kept in its `error`, said by its page. */
export const importErrors = ['stopped', 'stoppedUndo', 'changed', 'failed'] as const
export type ImportError = (typeof importErrors)[number]

/** A process of another machine that has not said anything for so long is looked upon as dead. */
const silenceMs = 30_000
/** One of this machine is asked; its number may belong to another process by now. */
const longestMs = 10 * 60_000
const sayMs = 1000
/** Imports that this process works on: after a restart another may have its number. */
const own = new Set<string>()
/** What applying and undoing write by the thousand. */
const written = [
  ...(['company', 'company_identifier', 'site', 'company_contact', 'relation'] as const),
  ...(['company_import_row', 'index_change'] as const),
] as const

/** What this process is called in the records of what it works on. */
export const holderName = () => `${hostname()} ${process.pid}`

/**
 * One round of work: says of imports whose process died how they stand, then works on the oldest
 * that waits. Returns true when it did something. A check that was cut short is done again; applying
 * and undoing wrote nothing then, and wait to be asked for again.
 */
export async function workOnImports(stores: ImportStores): Promise<boolean> {
  let waiting = await importsUnderWay(stores.open.db)
  const dead = waiting.filter((one) => one.holder !== null && !isAlive(one, stores.now()))
  for (const one of dead) await letGo(stores, one)
  if (dead.length > 0) waiting = await importsUnderWay(stores.open.db)
  for (const one of waiting) {
    if (one.holder === null && (await take(stores, one))) {
      await work(stores, one)
      return true
    }
  }
  return false
}

/** Where an import stands again after its work came to nothing. */
function stateAfter(one: CompanyImport, error: ImportError) {
  if (one.status === 'undoing') {
    return { status: 'applied' as const, error: error === 'stopped' ? 'stoppedUndo' : error }
  }
  if (one.status === 'applying') {
    // What the rows are is no longer true: they are looked at anew.
    if (error === 'changed') return { status: 'checking' as const, error }
    return { status: 'checked' as const, error }
  }
  // A check that stopped begins again; one that fails would fail again.
  return error === 'stopped'
    ? { status: 'checking' as const, error: one.error }
    : { status: 'uploaded' as const, error }
}

async function letGo(stores: ImportStores, one: CompanyImport): Promise<void> {
  await stores.open.db
    .updateTable('company_import')
    .set({ ...stateAfter(one, 'stopped'), holder: null, holder_at: null })
    .where('id', '=', one.id)
    .where('status', '=', one.status)
    .where('holder', '=', one.holder)
    .execute()
}

async function take({ open, now }: ImportStores, one: CompanyImport): Promise<boolean> {
  const taken = await open.db
    .updateTable('company_import')
    .set({ holder: holderName(), holder_at: toInstant(now()), done: 0 })
    .where('id', '=', one.id)
    .where('status', '=', one.status)
    .where('holder', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

async function work(stores: ImportStores, one: CompanyImport): Promise<void> {
  const { open, reference, now } = stores
  const holder = holderName()
  const deps: Deps = { db: open.db, dialect: open.dialect, reference, now: now() }
  own.add(one.id)
  let done = 0
  const say = () =>
    open.db
      .updateTable('company_import')
      .set({ done: Math.floor(done), holder_at: toInstant(now()) })
      .where('id', '=', one.id)
      .where('status', '=', one.status)
      .where('holder', '=', holder)
      .execute()
      .catch(() => {
        // The next one says it.
      })
  let saying: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    saying = say()
  }, sayMs)
  timer.unref()
  const progress = (rows: number) => {
    done = rows
  }
  const leave = async (change: { status: CompanyImport['status']; error: string | null }) => {
    await saying
    await open.db
      .updateTable('company_import')
      .set({ ...change, holder: null, holder_at: null })
      .where('id', '=', one.id)
      .where('status', '=', one.status)
      .where('holder', '=', holder)
      .execute()
  }
  try {
    if (one.status === 'checking') {
      await checkImport(deps, one, progress)
      await leave({ status: 'checked', error: one.error })
    } else {
      if (one.status === 'applying') await applyImport(deps, one, holder, progress)
      else await undoImport(deps, one, holder)
      await refreshStatistics(open.db, open.dialect, written)
    }
  } catch (error) {
    const changed = error instanceof RegisterChanged
    await leave(stateAfter(one, changed ? 'changed' : 'failed'))
    if (!changed) throw error
  } finally {
    clearInterval(timer)
    own.delete(one.id)
  }
}

/** Whether the process that holds an import still works on it, as far as can be known from here. */
function isAlive(one: CompanyImport, now: Date): boolean {
  const silence = now.getTime() - Date.parse(one.holder_at ?? '')
  const [host, pid] = (one.holder ?? '').split(' ')
  if (host !== hostname()) return silence < silenceMs
  if (Number(pid) === process.pid) return own.has(one.id)
  if (!(silence < longestMs)) return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    // A process of another user is there, and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
