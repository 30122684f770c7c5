import { prepareRowReaders } from '#app/domain/import/row-readers.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Log } from './log.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** Nothing is left to do after the first time. */
const everyMs = 24 * 60 * 60_000

/**
 * Makes ready, after the start and a piece at a time, what would otherwise hold everybody up when it is first asked for:
 * the indexes of words and the readers of companies' lists.
 */
export function createWarmUp(deps: {
  readonly reference: Reference
  readonly country: string
  readonly log: Log
}): Worker {
  const { reference, country } = deps
  const pieces: (() => unknown)[] = [
    () => reference.linkTitle('travail', 'fr', 1),
    () => reference.linkSkill('travail', 'fr', 1),
    () => reference.readText('travail', 'fr'),
    () => reference.linkTitle('work', 'en', 1),
    () => reference.linkSkill('work', 'en', 1),
    () => reference.readText('work', 'en'),
    () => reference.linkTitle('عمل', 'ar', 1),
    () => reference.linkSkill('عمل', 'ar', 1),
    () => reference.readText('عمل', 'ar'),
    () => prepareRowReaders(reference, country),
  ]
  let done = 0
  const round = async () => {
    await pieces[done]?.()
    done = Math.min(pieces.length, done + 1)
    return done < pieces.length
  }
  return createWorker('warm-up', everyMs, round, deps.log)
}
