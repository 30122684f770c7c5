import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { withKeptStatements } from './kept-statements.ts'

test('a statement is prepared once, until the schema changes', () => {
  const kept = withKeptStatements(new SqliteDatabase(':memory:'))
  kept.prepare('create table a (x)').run()
  kept.prepare('insert into a values (1)').run()
  const all = 'select * from a'
  const first = kept.prepare(all)
  expect(first.all()).toEqual([{ x: 1 }])
  expect(kept.prepare(all)).toBe(first)
  kept.prepare('alter table a add column y').run()
  expect(kept.prepare(all)).not.toBe(first)
  expect(kept.prepare(all).all()).toEqual([{ x: 1, y: null }])
  kept.close()
})

test('a statement that is being read is left alone', () => {
  const kept = withKeptStatements(new SqliteDatabase(':memory:'))
  const numbers = 'select 1 as n union all select 2'
  const seen: unknown[] = []
  for (const row of kept.prepare(numbers).iterate()) seen.push(row, kept.prepare(numbers).all())
  const both = [{ n: 1 }, { n: 2 }]
  expect(seen).toEqual([{ n: 1 }, both, { n: 2 }, both])
  kept.close()
})
