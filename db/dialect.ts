/** The two databases that Passerelle runs on. */
export type Dialect = 'sqlite' | 'postgres'

/** Which database a `DATABASE_URL` names: `file:...` is SQLite, `postgres://...` is PostgreSQL. Throws on anything else. */
export function dialectOf(url: string): Dialect {
  if (url.startsWith('file:')) return 'sqlite'
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgres'
  throw new Error('DATABASE_URL must start with file: or postgres://')
}
