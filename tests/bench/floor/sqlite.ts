import SqliteDatabase from 'better-sqlite3'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'

const columns = ['kind', 'admin1', 'country', 'contract', 'sector', 'occupation'] as const
type Column = (typeof columns)[number]
type Filter = Partial<Record<Column, string>>

/** Documents in plain SQLite, as anybody would put them there: an FTS5 table, and columns with indexes. */
export class PlainSqlite {
  readonly #db: SqliteDatabase.Database
  readonly #insertWords: SqliteDatabase.Statement
  readonly #insertRow: SqliteDatabase.Statement

  constructor(file: string) {
    this.#db = new SqliteDatabase(file)
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = OFF')
    this.#db.exec(
      `create virtual table words using fts5(title, skills, place, body, content='', detail=column,
         tokenize='unicode61 remove_diacritics 2');
       create table opportunity (id integer primary key, ${columns.map((name) => `${name} text`).join()});
       create virtual table people using fts5(title, skills, place, body, content='', detail=column,
         tokenize='unicode61 remove_diacritics 2');`,
    )
    this.#insertWords = this.#db.prepare(
      'insert into words (rowid, title, skills, place, body) values (?, ?, ?, ?, ?)',
    )
    this.#insertRow = this.#db.prepare(
      `insert into opportunity values (?${', ?'.repeat(columns.length)})`,
    )
  }

  /** Adds opportunities with the numbers from 1 on, and indexes every column. */
  addOpportunities(documents: Iterable<OpportunityDocument>): void {
    this.#db.transaction(() => {
      let id = 0
      for (const one of documents) {
        id += 1
        const { title, skills, place, body } = one.text
        this.#insertWords.run(id, title, skills, place, body)
        this.#insertRow.run(
          id,
          one.kind,
          one.place?.admin1 ?? null,
          one.country,
          one.contract,
          one.sector,
          one.occupation?.uri ?? null,
        )
      }
    })()
    for (const name of columns) this.#db.exec(`create index by_${name} on opportunity (${name})`)
    this.#db.exec('analyze')
  }

  /** Adds the words of profiles with the numbers from 1 on, in one transaction. */
  addPeople(texts: Iterable<{ title: string; skills: string; place: string; body: string }>): void {
    const insert = this.#db.prepare(
      'insert into people (rowid, title, skills, place, body) values (?, ?, ?, ?, ?)',
    )
    this.#db.transaction(() => {
      let id = 0
      for (const { title, skills, place, body } of texts) {
        id += 1
        insert.run(id, title, skills, place, body)
      }
    })()
  }

  /** The twenty best of FTS5's own ranking. */
  text(words: string): unknown[] {
    return this.#db
      .prepare('select rowid from people where people match ? order by rank limit 20')
      .all(match(words))
  }

  /** Twenty that pass the filters, and how many do. */
  filtered(filter: Filter): unknown {
    const { where, values } = conditions(filter)
    this.#db.prepare(`select id from opportunity where ${where} order by id limit 20`).all(values)
    return this.#db.prepare(`select count(*) from opportunity where ${where}`).get(values)
  }

  /** The twenty best of a text that pass the filters, and the counts of five columns over all such. */
  faceted(words: string, filter: Filter): unknown {
    const { where, values } = conditions(filter)
    const from = `from words join opportunity on opportunity.id = words.rowid where words match ? and ${where}`
    const all = [match(words), ...values]
    this.#db.prepare(`select id ${from} order by rank limit 20`).all(all)
    return columns
      .slice(1)
      .map((name) =>
        this.#db.prepare(`select ${name}, count(*) ${from} group by ${name} limit 100`).all(all),
      )
  }

  close(): void {
    this.#db.close()
  }
}

function conditions(filter: Filter): { where: string; values: string[] } {
  const entries = Object.entries(filter)
  return {
    where: entries.map(([name]) => `${name} = ?`).join(' and '),
    values: entries.map(([, value]) => value),
  }
}

/** Words as FTS5 reads them: each as a string, the last as a beginning. */
function match(words: string): string {
  const quoted = words.split(' ').map((word) => `"${word.replaceAll('"', '""')}"`)
  return `${quoted.join(' ')}*`
}
