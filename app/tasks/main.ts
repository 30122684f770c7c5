import './node-version.ts'
import { loadEnv } from './load-env.ts'
import { TaskError } from './task.ts'

/** Each is read when it is asked for. */
const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  demo: async (args) => (await import('./demo.ts')).demo(args),
  dev: async (args) => {
    takesNone('dev', args)
    await (await import('./serve.ts')).serveDevelopment()
  },
  build: async (args) => {
    takesNone('build', args)
    await (await import('./build.ts')).build({ force: true })
  },
  serve: async (args) => {
    takesNone('start', args)
    await (await import('./serve.ts')).serveBuilt()
  },
  task: async (args) => (await import('./run-task.ts')).runTask(args),
  bench: async (args) => (await import('../../tests/bench/main.ts')).bench(args),
  eval: async (args) => (await import('../../tests/eval/main.ts')).runEvaluation(args),
  test: async (args) => (await import('../../tests/run.ts')).runTests(args),
}

/** A word that means nothing here would start what somebody only asked about. */
function takesNone(script: string, args: readonly string[]): void {
  if (args.length > 0) throw new TaskError(`npm run ${script} takes no arguments.`)
}

loadEnv()
const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
try {
  if (!command)
    throw new TaskError(`Unknown command ${name}. Known: ${Object.keys(commands).join(', ')}`)
  await command(args)
} catch (error) {
  const expected =
    error instanceof TaskError || (error instanceof Error && error.name === 'ConfigError')
  console.error(expected ? (error as Error).message : error)
  process.exitCode = 1
}
