import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runProgram, which } from './child.ts'

/** A browser for the tests, or why there is none. */
export type FoundChromium =
  | { readonly path: string; readonly what: string }
  | { readonly path: null; readonly why: string }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The first browser that starts: `CHROMIUM_PATH`, one on PATH, Playwright's own. Where there is
 * none it is installed: by Playwright, else by apt when we are root.
 */
export async function findChromium(): Promise<FoundChromium> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    return (await starts(given))
      ? { path: given, what: 'CHROMIUM_PATH' }
      : { path: null, why: `CHROMIUM_PATH names ${given}, which does not start` }
  }
  const present = (await onPath()) ?? (await playwrightsOwn())
  if (present) return present

  console.log('No Chromium here; asking Playwright for one ...')
  const install = await runProgram('playwright', ['install', 'chromium'], {
    show: false,
    timeoutMs: 240_000,
  })
  if (install.code === 0) {
    const own = await playwrightsOwn()
    if (own) return own
  }
  if (process.getuid?.() === 0 && (await which('apt-get'))) {
    console.log('Playwright could not; asking apt for one ...')
    const apt = await runProgram(
      'sh',
      ['-c', 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium'],
      {
        show: false,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
        timeoutMs: 600_000,
      },
    )
    const found = apt.code === 0 ? await onPath() : null
    if (found) return found
  }
  return {
    path: null,
    why: 'no Chromium was found and none could be installed (CHROMIUM_PATH may name one)',
  }
}

async function onPath(): Promise<FoundChromium | null> {
  for (const name of names) {
    const path = await which(name)
    if (path && (await starts(path))) return { path, what: path }
  }
  return null
}

async function playwrightsOwn(): Promise<FoundChromium | null> {
  const path = chromium.executablePath()
  if (!path || !existsSync(path) || !(await starts(path))) return null
  return { path, what: `Playwright's own (${path})` }
}

/** A file with that name may be a shim, or lack libraries: only one that answers counts. */
async function starts(path: string): Promise<boolean> {
  const answer = await runProgram(path, ['--version'], { show: false, timeoutMs: 20_000 })
  return answer.code === 0 && /chrom/i.test(answer.text)
}
