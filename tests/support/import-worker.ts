import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { openDatabase } from '#db/open.ts'

// A process that does what the server's worker does with lists of companies, until it is killed.
const open = openDatabase(process.env.DATABASE_URL ?? '')
const stores = { open, reference: await loadReference(open.db), now: () => new Date() }
console.log('ready')
process.stdin.once('data', async () => {
  while (await workOnImports(stores));
  console.log('done')
  await open.close()
  process.exit(0)
})
