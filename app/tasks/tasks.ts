import { backup } from './backup.ts'
import { checkIndexTask } from './check-index.ts'
import { importEsco } from './import-esco.ts'
import { reindex } from './reindex.ts'
import { restore } from './restore.ts'
import { seedDemoTask } from './seed-demo.ts'
import type { Task } from './task.ts'

/** Every task, in the order in which they are listed. */
export const tasks: readonly Task[] = [
  backup,
  restore,
  importEsco,
  reindex,
  checkIndexTask,
  seedDemoTask,
]
