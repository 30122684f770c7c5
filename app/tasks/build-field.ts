import { buildField } from '#app/domain/reference/build-field.server.ts'
import { type Task, type TaskContext, TaskError } from './task.ts'

/** Computes where skills stand in the latent space of occupations: the FIELD part of a score. */
export const buildFieldTask = {
  name: 'build-field',
  summary: 'compute the latent vectors of skills anew; importing a vocabulary does it by itself',
  async run(
    args: readonly string[],
    { open, log, print }: Pick<TaskContext, 'open' | 'log' | 'print'>,
  ): Promise<void> {
    if (args.length > 0) throw new TaskError('build-field takes no arguments')
    const started = performance.now()
    const counts = await buildField(open.db, { force: true })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    if (counts === 'unchanged') return
    print(`occupations: ${counts.occupations}`)
    print(`skills: ${counts.skills}`)
    print(`dimensions: ${counts.dimensions}`)
    print(`bytes: ${counts.bytes}`)
    log(`The latent vectors were built in ${seconds} s. A running server uses them when restarted.`)
  },
} satisfies Task
