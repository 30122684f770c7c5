import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty SQLite file that each test copies. */
    emptyDatabase: string
  }
}

/** Migrates one database before all tests; each test then copies the file instead of migrating again. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-tests-'))
  const file = join(folder, 'empty.db')
  const open = openDatabase(`file:${file}`)
  await migrate(open)
  await open.close()
  project.provide('emptyDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
