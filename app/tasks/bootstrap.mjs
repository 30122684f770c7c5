#!/usr/bin/env node
// The first thing every command runs, on whatever Node the machine has: it checks the version,
// installs what is missing and goes on with the Node that the packages bring. Plain JavaScript,
// since an old Node reads it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Passerelle needs Node 20 or newer; this is ${process.version}.`)
  process.exit(1)
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const stamp = join(root, 'node_modules', '.passerelle-lock')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing packages (npm ci) ...')
  // The packages' own Node satisfies their engines; the one that runs npm need not.
  const done = spawnSync('npm', ['ci', '--loglevel=error', '--engine-strict=false'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(stamp, lock)
}

const bundled = join(root, 'node_modules', '.bin', 'node')
const node = existsSync(bundled) ? bundled : process.execPath
const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()
const [nodeMajor, nodeMinor] = version.split('.').map(Number)
if (nodeMajor < 22 || (nodeMajor === 22 && nodeMinor < 22)) {
  console.error(
    `Passerelle runs on Node 22.22 or newer. This machine has ${version}, and no package of Node 24 exists for it: install a newer Node.`,
  )
  process.exit(1)
}

const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    join(root, 'app', 'tasks', 'main.ts'),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  },
)
// The terminal sends Ctrl-C to both; a supervisor sends SIGTERM to this one only.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
