import { parseArgs } from 'node:util'
import { DataFileError } from '#db/seed/csv-rows.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

const usage =
  'import-esco FOLDER [FOLDER ...] [--force] [--version=1.2.0]\n' +
  'FOLDER holds the unpacked CSV download of ESCO; several folders for one download a language.'

/** Imports the ESCO classification that the operator downloaded from its portal. */
export const importEsco = {
  name: 'import-esco',
  summary: 'FOLDER: import the ESCO classification from its official CSV download',
  /** Rejects with a `TaskError` when no folder is named, or when a file is missing or damaged. */
  async run(
    args: readonly string[],
    { open, log }: Pick<TaskContext, 'open' | 'log'>,
  ): Promise<void> {
    const { folders, force, version } = readArguments(args)
    const started = performance.now()
    const counts = await loadEsco(open, folders, { force, log, ...(version && { version }) }).catch(
      (error: unknown) => {
        throw error instanceof DataFileError ? new TaskError(error.message) : error
      },
    )
    if (counts === 'unchanged') {
      log('These files are loaded already; nothing was written (--force loads them again).')
      return
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const { occupations, skills } = counts
    log(`ESCO imported in ${seconds} s: ${occupations} occupations, ${skills} skills.`)
  },
} satisfies Task

function readArguments(args: readonly string[]) {
  const options = { force: { type: 'boolean' }, version: { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    if (positionals.length === 0) throw new TaskError(usage)
    const version = values.version ?? versionIn(positionals.join(' '))
    return { folders: positionals, force: values.force ?? false, version }
  } catch (error) {
    // An option that does not exist.
    throw error instanceof TypeError ? new TaskError(`${error.message}\n${usage}`) : error
  }
}

/** The version that a download's folder carries in its name (`ESCO dataset - v1.2.0 - ...`). */
function versionIn(folders: string): string | undefined {
  return /v(\d+\.\d+(?:\.\d+)?)/i.exec(folders)?.[1]
}
