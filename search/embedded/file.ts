import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import SQLite, { type Database } from 'better-sqlite3'
import { KINDS, type Kind } from '../engine.ts'
import { alone } from './file-lock.ts'

/** Changes whenever what is written changes its shape or its folding: older files start anew. */
const FORMAT = '2'

/** The tables of one generation of one kind. */
export interface Tables {
  readonly document: string
  readonly word: string
}

export interface OpenedFile {
  readonly db: Database
  readonly started: 'existing' | 'missing' | 'damaged' | 'version'
}

/** Opens the file, or starts an empty one where it is missing, damaged or of another format. */
export function openFile(file: string): OpenedFile {
  if (file === ':memory:') return { db: create(file, false), started: 'missing' }
  return tryOpen(file) ?? alone(file, () => tryOpen(file) ?? startAnew(file))
}

/**
 * Opens the file again after a process has lost it: that another has put in its place, or an empty
 * one, which waits for a rebuild before it counts as in step with anything.
 * @param lost the inode of what was lost
 * @throws when the file in its place is of another format: two versions would take turns to start it anew
 */
export function reopenFile(file: string, lost: number): OpenedFile {
  return alone(file, () => {
    if (!existsSync(file)) return { db: recreate(file, true), started: 'missing' }
    if (inodeOf(file) === lost) return { db: recreate(file, true), started: 'damaged' }
    const opened = tryOpen(file)
    if (!opened) throw new Error('The search file in the place of the lost one is another version')
    return opened
  })
}

/** What identifies the file behind a path while both stand; -1 when there is none. */
export function inodeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? -1
}

/** Null when the file has to be started anew. */
function tryOpen(file: string): OpenedFile | null {
  if (!existsSync(file)) return null
  try {
    const db = connect(file)
    try {
      if (readFormat(db) === FORMAT) return { db, started: 'existing' }
    } catch (error) {
      db.close()
      throw error
    }
    db.close()
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  return null
}

function startAnew(file: string): OpenedFile {
  let started: OpenedFile['started'] = 'missing'
  if (existsSync(file)) {
    started = 'damaged'
    try {
      const db = connect(file)
      try {
        if (readFormat(db) !== undefined) started = 'version'
      } finally {
        db.close()
      }
    } catch (error) {
      if (!isDamage(error)) throw error
    }
  }
  return { db: recreate(file, false), started }
}

/** Deletes the file and starts an empty one. */
export function startAnewAfterDamage(file: string): Database {
  return file === ':memory:' ? create(file, false) : alone(file, () => recreate(file, false))
}

function recreate(file: string, awaiting: boolean): Database {
  // Also where the file itself is gone: what its log holds would be taken for the new one's.
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
  return create(file, awaiting)
}

/** Whether an error says that the file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof SQLite.SqliteError &&
    /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(error.code)
  )
}

function connect(file: string): Database {
  const db = new SQLite(file, { timeout: 10_000 })
  try {
    // A power cut may lose the last changes, never half of one: the recorded sequence goes with them.
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    // Not mapped into memory: a file cut short by somebody else would then end the process.
    db.pragma('cache_size = -32000')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

function readFormat(db: Database): string | undefined {
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'").pluck()
  if (tables.get() === 0) return undefined
  return db.prepare<[], string>("SELECT value FROM meta WHERE name = 'format'").pluck().get()
}

function create(file: string, awaiting: boolean): Database {
  const db = connect(file)
  db.transaction(() => {
    db.exec(`
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE change (
        number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, generation INTEGER NOT NULL,
        id TEXT NOT NULL, slot INTEGER NOT NULL, words BLOB
      );
      CREATE TABLE building (
        kind TEXT NOT NULL, generation INTEGER NOT NULL, pid INTEGER NOT NULL,
        PRIMARY KEY (kind, generation)
      );
    `)
    const set = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
    set.run('format', FORMAT)
    set.run('nonce', randomUUID())
    set.run('sequence', '0')
    if (awaiting) set.run('awaiting', '1')
    for (const kind of KINDS) {
      set.run(`generation:${kind}`, '1')
      createTables(db, tablesOf(kind, 1))
    }
  }).immediate()
  return db
}

export function tablesOf(kind: Kind, generation: number): Tables {
  const prefix = `${kind}_${generation}`
  return { document: `${prefix}_document`, word: `${prefix}_word` }
}

export function createTables(db: Database, tables: Tables): void {
  db.exec(`
    CREATE TABLE ${tables.document} (
      slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL, inferred TEXT,
      words BLOB NOT NULL, text TEXT NOT NULL, checksum TEXT NOT NULL
    );
    CREATE TABLE ${tables.word} (number INTEGER PRIMARY KEY, word TEXT NOT NULL);
  `)
}

export function dropTables(db: Database, tables: Tables): void {
  db.exec(`
    DROP TABLE IF EXISTS ${tables.document};
    DROP TABLE IF EXISTS ${tables.word};
  `)
}
