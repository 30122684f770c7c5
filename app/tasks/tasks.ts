import { importEsco } from './import-esco.ts'
import type { Task } from './task.ts'

/** Every task, in the order in which they are listed. */
export const tasks: readonly Task[] = [importEsco]
