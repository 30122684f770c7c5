import { parseArgs } from 'node:util'
import type { OpenDatabase } from '#db/open.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'

interface TaskContext {
  readonly open: OpenDatabase
  log(line: string): void
}

const usage =
  'import-esco FOLDER [FOLDER ...] [--force] [--version=1.2.0]\n' +
  'FOLDER holds the unpacked CSV download of ESCO; several folders for one download a language.'

/** Imports the ESCO classification that the operator downloaded from its portal. */
export const importEsco = {
  name: 'import-esco',
  summary: 'Import the ESCO classification from the folder of its official CSV download',
  /** Throws with the usage when no folder is named, and `DataFileError` when a file is missing or damaged. */
  async run(args: string[], { open, log }: TaskContext): Promise<void> {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false }, version: { type: 'string' } },
    })
    if (positionals.length === 0) throw new Error(usage)
    const version = values.version ?? versionIn(positionals.join(' '))
    const started = performance.now()
    const counts = await loadEsco(open, positionals, {
      force: values.force,
      ...(version && { version }),
      log,
    })
    if (counts === 'unchanged') {
      log('These files are loaded already; nothing was written (--force loads them again).')
      return
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    log(
      `ESCO imported in ${seconds} s: ${counts.occupations} occupations, ${counts.skills} skills.`,
    )
  },
}

/** The version that a download's folder carries in its name (`ESCO dataset - v1.2.0 - ...`). */
function versionIn(folders: string): string | undefined {
  return /v(\d+\.\d+(?:\.\d+)?)/i.exec(folders)?.[1]
}
