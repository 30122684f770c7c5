import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '#app/tasks/build.ts'
import { endChildren, runProgram, which } from './setup/child.ts'
import { findChromium } from './setup/chromium.ts'
import { addCounts, type Counts, playwrightCounts, vitestCounts } from './setup/counts.ts'
import { findPostgres } from './setup/postgres.ts'

const crashTests = 'tests/search/crash-*.test.ts'

/** What the steps share: where reports go, what must be undone, and what could not run. */
interface Run {
  readonly folder: string
  readonly counts: Counts[]
  readonly failedSteps: string[]
  readonly notRun: string[]
  stopPostgres: () => Promise<void>
}

/**
 * `npm test`: checks, builds and tests everything, then prints one line of figures over all of it.
 * With paths it builds and runs the tests whose path contains one of them. Sets the exit code to 1
 * when anything failed or nothing ran.
 */
export async function runTests(args: readonly string[]): Promise<void> {
  const run: Run = {
    folder: mkdtempSync(join(tmpdir(), 'passerelle-run-')),
    counts: [],
    failedSteps: [],
    notRun: [],
    stopPostgres: async () => {},
  }
  endOnSignal(run)
  try {
    if (args.length === 0) await everything(run)
    else await only(run, args)
  } finally {
    await cleanUp(run)
  }
  report(run)
}

async function everything(run: Run): Promise<void> {
  await check(run, 'Format and lint', () => succeeds('biome', ['check', '.']))
  await check(run, 'Types', async () => {
    const typegen = await succeeds('react-router', ['typegen'])
    return typegen && (await succeeds('tsc', ['--noEmit']))
  })
  const built = await buildStep(run)
  await vitest(run, [])
  if (built) await playwright(run, [])
  else run.notRun.push('browser tests: the application does not build')
}

async function only(run: Run, paths: readonly string[]): Promise<void> {
  const browser = paths.filter((path) => path.includes('e2e') || path.endsWith('.spec.ts'))
  const others = paths.filter((path) => !browser.includes(path))
  const built = await buildStep(run)
  if (others.length > 0) await vitest(run, others)
  if (browser.length > 0 && built) await playwright(run, browser)
}

function buildStep(run: Run): Promise<boolean> {
  return check(run, 'Build', () =>
    build().then(
      () => true,
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
        return false
      },
    ),
  )
}

async function vitest(run: Run, filters: readonly string[]): Promise<void> {
  const postgres = await step('PostgreSQL', () => findPostgres())
  if (postgres.url === null) run.notRun.push(`tests on PostgreSQL: ${postgres.why}`)
  else {
    run.stopPostgres = postgres.stop
    console.log(`Found: ${postgres.what}`)
  }
  const meili = process.env.MEILI_URL ?? (await which('meilisearch'))
  if (!meili)
    run.notRun.push('tests on Meilisearch: no meilisearch on PATH and MEILI_URL is not set')
  console.log(meili ? `Meilisearch: ${meili}` : 'Meilisearch: none here')

  const env: Record<string, string> = postgres.url ? { TEST_POSTGRES_URL: postgres.url } : {}
  if (filters.length > 0) await vitestRun(run, 'Tests', filters, env)
  else {
    await vitestRun(run, 'Tests', ['--exclude', crashTests], env)
    // They hold restarts to seconds, which is fair only on a machine that does nothing else.
    await vitestRun(run, 'Crash tests', ['--no-file-parallelism', 'tests/search/crash-'], env)
  }
  await run.stopPostgres()
  run.stopPostgres = async () => {}
}

async function vitestRun(
  run: Run,
  title: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const file = join(run.folder, `${title}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ended = await step(title, () =>
    runProgram('vitest', ['run', ...reporters, ...args], { env }),
  )
  count(run, title, vitestCounts(file, ended.code))
}

async function playwright(run: Run, filters: readonly string[]): Promise<void> {
  const browser = await step('Chromium', findChromium)
  if (browser.path === null) {
    run.notRun.push(`browser tests: ${browser.why}`)
    return
  }
  console.log(`Found: ${browser.what}`)
  const file = join(run.folder, 'playwright.json')
  const ended = await step('Browser tests', () =>
    runProgram('playwright', ['test', '--reporter=line,json', ...filters], {
      env: { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  )
  count(run, 'Browser tests', playwrightCounts(file, ended.code))
}

/** A step that is one check: it passes or it fails. */
async function check(run: Run, title: string, work: () => Promise<boolean>): Promise<boolean> {
  const passed = await step(title, work)
  count(run, title, { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })
  return passed
}

function count(run: Run, title: string, counts: Counts): void {
  run.counts.push(counts)
  if (counts.failed > 0) run.failedSteps.push(title)
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  console.log(`\n== ${title}`)
  const result = await work()
  console.log(`-- ${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return (await runProgram(program, args)).code === 0
}

async function cleanUp(run: Run): Promise<void> {
  await endChildren()
  await run.stopPostgres()
  rmSync(run.folder, { recursive: true, force: true })
}

function endOnSignal(run: Run): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      console.error('\nStopping ...')
      cleanUp(run).finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
}

function report(run: Run): void {
  const { passed, failed, skipped } = addCounts(...run.counts)
  console.log('')
  for (const line of run.notRun) console.log(`Not run here: ${line}`)
  if (run.failedSteps.length > 0) console.log(`Failed: ${run.failedSteps.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  if (failed > 0 || passed === 0) process.exitCode = 1
}
