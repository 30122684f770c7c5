import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { TaskError } from './task.ts'

const stamp = 'build/.sources'
const sources = ['{app,db,search,public}/**/*.{ts,tsx,css,svg}', '*.config.ts', 'package-lock.json']

/** Builds the client and server bundles into `build/`, unless the sources are those of the last build. */
export async function build({ force = false } = {}): Promise<void> {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((pattern) => globSync(pattern)).sort()) {
    hash.update(file).update(readFileSync(file))
  }
  const now = hash.digest('hex')
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await run('react-router', ['build', '--logLevel', 'error'])
  writeFileSync(stamp, now)
}

/** Runs a program of the packages to its end, its output shown. Rejects when it fails. */
export async function run(
  program: string,
  args: readonly string[],
  env = process.env,
): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
    child.on('error', reject)
    child.on('exit', resolve)
  })
  if (code !== 0) throw new TaskError(`${program} ${args[0] ?? ''} failed`)
}
