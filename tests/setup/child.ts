import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  /** Its exit code; 1 when it could not be started or a signal ended it. */
  readonly code: number
  /** What it wrote, where it was kept (`show: false`). */
  readonly text: string
}

const running = new Set<ChildProcess>()

/** Programs of the packages come first, whoever calls. */
export const programPath = `node_modules/.bin:${process.env.PATH ?? ''}`

/**
 * Runs a program to its end in a process group of its own, so that `endChildren` also reaches what
 * it started. Never rejects.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { show?: boolean; env?: Readonly<Record<string, string>>; timeoutMs?: number } = {},
): Promise<Ended> {
  const show = options.show ?? true
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, PATH: programPath, ...options.env },
      detached: true,
    })
    running.add(child)
    const timer =
      options.timeoutMs && setTimeout(() => signalGroup(child, 'SIGKILL'), options.timeoutMs)
    let text = ''
    child.stdout?.on('data', (part) => {
      text += part
    })
    child.stderr?.on('data', (part) => {
      text += part
    })
    const end = (code: number, more = '') => {
      if (timer) clearTimeout(timer)
      running.delete(child)
      resolve({ code, text: (text + more).trim() })
    }
    child.on('error', (error) => end(1, error.message))
    // `exit`, not `close`: a daemon that the program leaves behind keeps its output open.
    child.on('exit', (code) => setImmediate(end, code ?? 1))
  })
}

/** Ends every program still running with all that it started: asked first, killed after five seconds. */
export async function endChildren(): Promise<void> {
  const left = [...running]
  const ended = Promise.all(
    left.map((child) => new Promise((resolve) => child.once('exit', resolve))),
  )
  for (const child of left) signalGroup(child, 'SIGINT')
  const patience = new Promise((resolve) => setTimeout(resolve, 5000).unref())
  await Promise.race([ended, patience])
  for (const child of running) signalGroup(child, 'SIGKILL')
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // It ended between the two.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The path of a program on PATH, null when there is none. */
export async function which(program: string): Promise<string | null> {
  const found = await runProgram('sh', ['-c', 'command -v "$0"', program], { show: false })
  return found.code === 0 && found.text !== '' ? found.text : null
}
