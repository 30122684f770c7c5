import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { type Task, type TaskContext, TaskError } from './task.ts'

const usage = 'backup FILE [--replace]'

/** Copies the database to one file, whole and consistent, while the site goes on. */
export const backup = {
  name: 'backup',
  summary: 'FILE: copy the database to one file while the site runs (--replace an older copy)',
  /** Rejects with a `TaskError` when the file exists already or the database is PostgreSQL. */
  async run(
    args: readonly string[],
    { open, log, print }: Pick<TaskContext, 'open' | 'log' | 'print'>,
  ) {
    const { file, replace } = readArguments(args)
    if (open.dialect === 'postgres') {
      throw new TaskError('This database is PostgreSQL: back it up with pg_dump --format=custom.')
    }
    if (existsSync(file) && !replace) {
      throw new TaskError(`${file} exists already. Choose another name, or add --replace.`)
    }
    mkdirSync(dirname(file), { recursive: true })
    // Written aside and renamed: nobody ever finds half a copy under the name that counts.
    const part = `${file}.part`
    rmSync(part, { force: true })
    try {
      await open.backup(part)
      renameSync(part, file)
    } finally {
      rmSync(part, { force: true })
    }
    log(
      `Copied ${(statSync(file).size / 1024 / 1024).toFixed(1)} MB. It holds personal data: keep it as safe as the database.`,
    )
    print(file)
  },
} satisfies Task

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean' } },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new TaskError(usage)
    return { file, replace: values.replace ?? false }
  } catch (error) {
    // An option that does not exist.
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}
