import { backup } from './backup.ts'
import { buildFieldTask } from './build-field.ts'
import { buildLinking } from './build-linking.ts'
import { checkIndexTask } from './check-index.ts'
import { importEsco } from './import-esco.ts'
import { linkSkills, linkTitles } from './link-words.ts'
import { matchFeedback } from './match-feedback.ts'
import { rank } from './rank.ts'
import { reindex } from './reindex.ts'
import { restore } from './restore.ts'
import { seedDemoTask } from './seed-demo.ts'
import type { Task } from './task.ts'

/** Every task, in the order in which they are listed. */
export const tasks: readonly Task[] = [
  backup,
  restore,
  importEsco,
  buildFieldTask,
  buildLinking,
  reindex,
  checkIndexTask,
  rank,
  linkTitles,
  linkSkills,
  seedDemoTask,
  matchFeedback,
]
