import './node-version.ts'
import { build } from './build.ts'
import { demo } from './demo.ts'
import { loadEnv } from './load-env.ts'
import { runTask } from './run-task.ts'
import { serveBuilt, serveDevelopment } from './serve.ts'
import { TaskError } from './task.ts'

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  demo,
  dev: serveDevelopment,
  build: async () => build({ force: true }),
  serve: serveBuilt,
  task: runTask,
  bench: async (args) => (await import('../../tests/bench/main.ts')).bench(args),
  eval: async (args) => (await import('../../tests/eval/main.ts')).runEvaluation(args),
  test: async (args) => (await import('../../tests/run.ts')).runTests(args),
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
