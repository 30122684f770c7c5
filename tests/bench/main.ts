import { build } from '#app/tasks/build.ts'
import { benchEngine, type EngineFigures } from './engine.ts'
import { benchPages } from './pages.ts'

/**
 * `npm run bench`: search and matching over a seeded corpus of 10,000 profiles (`--large`: 100,000),
 * and pages through the production server. A table for people; `--json` for programs.
 */
export async function bench(args: string[]): Promise<void> {
  // React and others pick their fast build by this name, when first imported.
  process.env.NODE_ENV ??= 'production'
  await build()
  const profiles = args.includes('--large') ? 100_000 : 10_000
  const engine = await benchEngine(profiles)
  const pages = await benchPages()
  if (args.includes('--json')) {
    console.log(JSON.stringify({ profiles, embedded: engine, pages }))
    return
  }
  console.log(`\nEmbedded engine, ${profiles} profiles, ${profiles / 5} opportunities (ms)`)
  for (const [name, figure] of Object.entries(engine satisfies EngineFigures)) {
    console.log(
      `  ${name.padEnd(18)} ${typeof figure === 'number' ? figure.toFixed(0) : `p50 ${figure.p50.toFixed(2)}  p95 ${figure.p95.toFixed(2)}`}`,
    )
  }
  console.log('\nPages through the production server')
  for (const [path, figure] of Object.entries(pages)) {
    console.log(
      `  ${path.padEnd(30)} ${figure.perSecond.toFixed(0)}/s  p50 ${figure.p50.toFixed(1)} ms  p99 ${figure.p99.toFixed(1)} ms  ${figure.bytes} bytes`,
    )
  }
}
