import { listMaker } from '#app/domain/calls/make-lists-ahead.server.ts'
import { loadReference } from '#app/domain/reference/load-reference.server.ts'
import { openDatabase } from '#db/open.ts'

// A process that makes the lists of next calls as the server's worker does, once it is told to begin.
const open = openDatabase(process.env.DATABASE_URL ?? '')
const next = listMaker({ db: open.db, reference: await loadReference(open.db) })
console.log('ready')
process.stdin.once('data', async (at) => {
  while (await next(new Date(String(at).trim())));
  await open.close()
  process.exit(0)
})
