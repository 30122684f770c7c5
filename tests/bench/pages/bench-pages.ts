import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, run } from '#app/tasks/build.ts'
import { median } from '../measure.ts'
import { addressesOf } from './addresses.ts'
import type { FloorInfo } from './floor-server.ts'
import type { LoadFigures, LoadPlan } from './load-generator.ts'
import type { ProductInfo } from './product-server.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** Figures of one kind of page: medians of several rounds. */
export interface PageFigures extends Omit<LoadFigures, 'requests'> {
  /** Processor time of the server a request, in milliseconds. */
  readonly cpuMs: number
}

export interface PagesRun {
  /** `http`: bare node:http; `emptyPage`: an empty React Router page. */
  readonly floor: Readonly<Record<'http' | 'emptyPage', PageFigures>>
  readonly pages: Readonly<Record<string, PageFigures>>
}

const connections = 8
const rounds = 5
const roundMs = 1200
/** Compilers are at work until a page has been made some thousand times; or until patience ends. */
const warmRequests = 3000
const mostWarmMs = 15_000

/**
 * Measures pages of the built product and its floor: each server in a process of its own, the load
 * from another. The rounds of all take turns, so that whatever else the machine does hits all alike.
 */
export async function benchPages(): Promise<PagesRun> {
  await build()
  const emptyApp = fileURLToPath(new URL('./empty-app', import.meta.url))
  await run('react-router', ['build', emptyApp, '--logLevel', 'error'])
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const servers: ServerProcess<unknown>[] = []
  const start = async <Info>(module: string, input: object) => {
    const server = await startServerProcess<Info>(module, input)
    servers.push(server)
    return server
  }
  try {
    const http = await start<FloorInfo>('./floor-server.ts', { kind: 'http', build: '' })
    const empty = await start<FloorInfo>('./floor-server.ts', {
      kind: 'empty',
      build: join(emptyApp, 'build', 'server', 'index.js'),
    })
    const product = await start<ProductInfo>('./product-server.ts', { folder })
    const targets: Target[] = [
      { name: 'http', server: http, port: http.info.port, paths: ['/'], cookie: '' },
      { name: 'emptyPage', server: empty, port: empty.info.port, paths: ['/'], cookie: '' },
      ...Object.entries(addressesOf(product.info)).map(([name, asked]) => ({
        name,
        server: product,
        port: product.info.port,
        ...asked,
      })),
    ]
    const generator = startGenerator()
    try {
      const { http: bare, emptyPage, ...pages } = await inTurns(targets, generator.load)
      return { floor: { http: bare as PageFigures, emptyPage: emptyPage as PageFigures }, pages }
    } finally {
      generator.stop()
    }
  } finally {
    for (const server of servers) server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Target {
  readonly name: string
  readonly server: ServerProcess<unknown>
  readonly port: number
  readonly paths: readonly string[]
  readonly cookie: string
}

async function inTurns(
  targets: readonly Target[],
  load: (plan: LoadPlan) => Promise<LoadFigures>,
): Promise<Record<string, PageFigures>> {
  const taken = new Map<string, PageFigures[]>(targets.map(({ name }) => [name, []]))
  // Each goes on where it stopped: an address that is asked once is not asked again in the next round.
  const asked = new Map(targets.map(({ name }) => [name, 0]))
  const loadNext = async ({ name, port, paths, cookie }: Target) => {
    const from = asked.get(name) ?? 0
    const figures = await load({ port, paths, from, cookie, connections, ms: roundMs })
    asked.set(name, from + figures.requests)
    return figures
  }
  for (const target of targets) {
    const until = performance.now() + mostWarmMs
    while ((asked.get(target.name) ?? 0) < warmRequests && performance.now() < until) {
      await loadNext(target)
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      const { name, server } = target
      const before = await server.cpuMs()
      const { requests, ...figures } = await loadNext(target)
      taken.get(name)?.push({ ...figures, cpuMs: ((await server.cpuMs()) - before) / requests })
    }
  }
  return Object.fromEntries(
    [...taken].map(([name, all]) => {
      const middle = (key: keyof PageFigures) => median(all.map((one) => one[key]))
      return [
        name,
        {
          perSecond: middle('perSecond'),
          p50: middle('p50'),
          p99: middle('p99'),
          bytes: middle('bytes'),
          cpuMs: middle('cpuMs'),
        },
      ]
    }),
  )
}

/** The load generator in a process of its own. */
function startGenerator() {
  const child = fork(new URL('./load-generator.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  return {
    load: (plan: LoadPlan) =>
      new Promise<LoadFigures>((resolve, reject) => {
        child.once('message', (answer: { figures: LoadFigures } | { error: string }) => {
          if ('error' in answer) reject(new Error(`${plan.paths[0]}: ${answer.error}`))
          else resolve(answer.figures)
        })
        child.send(plan)
      }),
    stop: () => child.kill(),
  }
}
