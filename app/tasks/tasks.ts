import type { Task } from './task.ts'

/** Every task by its name, in the order in which they are listed. Each is read when it is asked for: most bring much along. */
export const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  'import-esco': async () => (await import('./import-esco.ts')).importEsco,
  'import-companies': async () => (await import('./import-companies.ts')).importCompanies,
  'import-boundaries': async () => (await import('./import-boundaries.ts')).importBoundaries,
  'build-field': async () => (await import('./build-field.ts')).buildFieldTask,
  'build-linking': async () => (await import('./build-linking.ts')).buildLinking,
  reindex: async () => (await import('./reindex.ts')).reindex,
  'check-index': async () => (await import('./check-index.ts')).checkIndexTask,
  rank: async () => (await import('./rank.ts')).rank,
  'link-titles': async () => (await import('./link-words.ts')).linkTitles,
  'link-skills': async () => (await import('./link-words.ts')).linkSkills,
  'seed-demo': async () => (await import('./seed-demo.ts')).seedDemoTask,
  'match-feedback': async () => (await import('./match-feedback.ts')).matchFeedback,
}
