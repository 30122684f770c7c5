import { fork } from 'node:child_process'

/** A server in a process of its own. */
export interface ServerProcess<Info> {
  readonly info: Info
  /** Processor time that the process has used so far, in milliseconds. */
  cpuMs(): Promise<number>
  stop(): void
}

/** Starts a module that calls `serveParent`. Rejects when it cannot serve. */
export function startServerProcess<Info>(
  module: string,
  input: object,
): Promise<ServerProcess<Info>> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(module, import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, NODE_ENV: 'production' },
      // Its log goes where a log costs what it costs, and is read by nobody.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code}`)))
    child.once('message', (answer: { info: Info } | { error: string }) => {
      if ('error' in answer) {
        child.kill('SIGKILL')
        reject(new Error(`${module}: ${answer.error}`))
        return
      }
      resolve({
        info: answer.info,
        cpuMs: () =>
          new Promise((got) => {
            child.once('message', got as (message: unknown) => void)
            child.send({ ask: 'cpu' })
          }),
        stop: () => child.kill('SIGKILL'),
      })
    })
    child.send(input)
  })
}

/** The other side: starts with the input that it is sent, says what it serves, then how busy it was. */
export function serveParent<Input, Info>(start: (input: Input) => Promise<Info>): void {
  process.once('message', (input: Input) => {
    process.on('message', () => {
      const { user, system } = process.cpuUsage()
      process.send?.((user + system) / 1000)
    })
    start(input).then(
      (info) => process.send?.({ info }),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    )
  })
  process.once('disconnect', () => process.exit())
}
