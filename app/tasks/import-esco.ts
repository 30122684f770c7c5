import { parseArgs } from 'node:util'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import { storeLinking } from '#app/domain/reference/linking-index.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { DataFileError } from '#db/seed/csv-rows.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'
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
    { open, log, env = {} }: Pick<TaskContext, 'open' | 'log'> & Partial<Pick<TaskContext, 'env'>>,
  ): Promise<void> {
    const { folders, force, version } = readArguments(args)
    const started = performance.now()
    const counts = await loadEsco(open, folders, { force, log, ...(version && { version }) }).catch(
      (error: unknown) => {
        throw error instanceof DataFileError ? new TaskError(error.message) : error
      },
    )
    if (counts === 'unchanged') {
      // It may have stopped, or a version without vectors may have loaded them.
      await buildField(open.db)
      await indexWords(open, env, log)
      log('These files are loaded already; nothing was written (--force loads them again).')
      return
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const { occupations, skills } = counts
    const building = performance.now()
    await buildField(open.db)
    log(`latent vectors built in ${((performance.now() - building) / 1000).toFixed(1)} s`)
    log(`ESCO imported in ${seconds} s: ${occupations} occupations, ${skills} skills.`)
    await indexWords(open, env, log)
  },
} satisfies Task

/** Brings in the deployer's words for concepts that are there now, and learns from all words. */
async function indexWords(
  open: TaskContext['open'],
  env: TaskContext['env'],
  log: TaskContext['log'],
): Promise<void> {
  const { synonymsFile } = readConfig({ APP_MODE: 'development', ...env })
  const { words, problems } = await loadSynonyms(open, synonymsFile)
  for (const problem of problems) log(problem)
  const started = performance.now()
  if ((await storeLinking(open.db)) === 'unchanged') return
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  log(`Words indexed in ${seconds} s, with ${words} synonyms.`)
}

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
