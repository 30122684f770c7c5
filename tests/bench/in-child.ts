import { fork } from 'node:child_process'

/**
 * Runs a module of this folder in a process of its own, so that nothing measured there feels what
 * was measured before. Rejects when it fails, or takes longer than `limitMs`.
 */
export function inChild<Input, Output>(
  module: string,
  input: Input,
  { limitMs = 600_000, env = {} }: { limitMs?: number; env?: Record<string, string> } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(module, import.meta.url), {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--expose-gc',
        '--max-old-space-size=12000',
      ],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${module} took longer than ${limitMs / 1000} s`))
    }, limitMs)
    child.once('message', (answer: { output: Output } | { error: string }) => {
      clearTimeout(limit)
      if ('error' in answer) reject(new Error(`${module}: ${answer.error}`))
      else resolve(answer.output)
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`${module} ended with ${code}`))
    })
    child.send(input as object)
  })
}

/** The other side: what a module does with the input it is sent. */
export function answerParent<Input, Output>(work: (input: Input) => Promise<Output>): void {
  process.once('message', (input: Input) => {
    work(input).then(
      (output) => process.send?.({ output }),
      (error: Error) => process.send?.({ error: error.stack ?? error.message }),
    )
  })
}
