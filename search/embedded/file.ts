import { existsSync, rmSync } from 'node:fs'
import SQLite, { type Database } from 'better-sqlite3'
import { KINDS, type Kind } from '../engine.ts'

/** Changes whenever what is written changes its shape or its folding: older files start anew. */
const FORMAT = '1'
/** How many changes other processes can catch up on before they must read everything again. */
const CHANGES_KEPT = 20_000

/** The tables of one generation of one kind. */
export interface Tables {
  readonly document: string
  readonly text: string
  readonly word: string
}

export interface OpenedFile {
  readonly db: Database
  readonly started: 'existing' | 'missing' | 'damaged' | 'version'
}

/** Opens the file, or starts an empty one where it is missing, damaged or of another format. */
export function openFile(file: string): OpenedFile {
  if (file === ':memory:' || !existsSync(file)) return { db: create(file), started: 'missing' }
  let format: string | undefined
  try {
    const db = connect(file)
    try {
      format = readFormat(db)
      if (format === FORMAT) return { db, started: 'existing' }
    } finally {
      if (format !== FORMAT) db.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { db: recreate(file), started: 'damaged' }
  }
  return { db: recreate(file), started: format === undefined ? 'damaged' : 'version' }
}

/** Deletes the file and starts an empty one. */
export function recreate(file: string): Database {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  return create(file)
}

/** Whether an error says that the file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof SQLite.SqliteError &&
    (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
  )
}

function connect(file: string): Database {
  const db = new SQLite(file, { timeout: 10_000 })
  // A power cut may lose the last changes, never half of one: the recorded sequence goes with them.
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -32000')
  db.pragma('mmap_size = 268435456')
  return db
}

function readFormat(db: Database): string | undefined {
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'").pluck()
  if (tables.get() === 0) return undefined
  return db.prepare<[], string>("SELECT value FROM meta WHERE name = 'format'").pluck().get()
}

function create(file: string): Database {
  const db = connect(file)
  db.transaction(() => {
    db.exec(`
      CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS change (
        number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL
      );
      CREATE TABLE IF NOT EXISTS building (
        kind TEXT NOT NULL, generation INTEGER NOT NULL, pid INTEGER NOT NULL,
        PRIMARY KEY (kind, generation)
      );
    `)
    if (readFormat(db) === FORMAT) return
    const set = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
    set.run('format', FORMAT)
    set.run('sequence', '0')
    for (const kind of KINDS) {
      set.run(`generation:${kind}`, '1')
      createTables(db, tablesOf(kind, 1))
    }
  }).immediate()
  return db
}

export function tablesOf(kind: Kind, generation: number): Tables {
  const prefix = `${kind}_${generation}`
  return { document: `${prefix}_document`, text: `${prefix}_text`, word: `${prefix}_word` }
}

export function createTables(db: Database, tables: Tables): void {
  db.exec(`
    CREATE TABLE ${tables.document} (
      slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL, inferred TEXT,
      text TEXT NOT NULL, checksum TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE ${tables.text} USING fts5 (
      title, skills, place, body, content = '', contentless_delete = 1, detail = column,
      tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE ${tables.word} (word TEXT PRIMARY KEY) WITHOUT ROWID;
  `)
}

export function dropTables(db: Database, tables: Tables): void {
  db.exec(`
    DROP TABLE IF EXISTS ${tables.document};
    DROP TABLE IF EXISTS ${tables.text};
    DROP TABLE IF EXISTS ${tables.word};
  `)
}

/** Reads and writes of what the file says about itself. */
export function openMeta(db: Database) {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const write = db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)')
  const change = db.prepare('INSERT INTO change (kind, id) VALUES (?, ?)')
  const forget = db.prepare('DELETE FROM change WHERE number <= ?')
  const first = db.prepare<[], number | null>('SELECT min(number) FROM change').pluck()
  const last = db
    .prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'")
    .pluck()
  const since = db.prepare<[number], { kind: Kind; id: string }>(
    'SELECT DISTINCT kind, id FROM change WHERE number > ?',
  )
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  const lastChange = () => last.get() ?? 0
  return {
    sequence: () => Number(read.get('sequence') ?? 0),
    /** Sets the place exactly, even back: what follows is then applied again, which does no harm. */
    resetSequence: (sequence: number) => {
      write.run('sequence', String(sequence))
    },
    /** Never goes back. */
    recordSequence(sequence: number) {
      if (sequence > Number(read.get('sequence') ?? 0)) write.run('sequence', String(sequence))
    },
    generation: (kind: Kind) => Number(read.get(`generation:${kind}`) ?? 1),
    setGeneration: (kind: Kind, generation: number) =>
      write.run(`generation:${kind}`, String(generation)),
    recordChange: (kind: Kind, id: string) => change.run(kind, id),
    lastChange,
    /** Forgets old changes; those who missed them read everything again. */
    forgetChanges: () => forget.run(lastChange() - CHANGES_KEPT),
    /** What changed after a number; null when that is no longer known. */
    changesSince(number: number): { kind: Kind; id: string }[] | null {
      const oldest = first.get() ?? lastChange() + 1
      return oldest > number + 1 ? null : since.all(number)
    },
    /** Differs from the one before when another connection has written. */
    dataVersion: () => version.get() ?? 0,
  }
}

export type Meta = ReturnType<typeof openMeta>
