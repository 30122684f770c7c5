import { inThread } from './import-thread.server.ts'
import { answerTwins, type TwinAnswer, type TwinQuestion } from './row-twins.ts'

/** So many companies and rows are compared at once; for more, a thread of its own is worth its start. */
const few = 1_500
/** A single row meets only what is near it. */
const single = 5

/** The likely twins of rows. Whatever takes long is done by a thread of its own. */
export async function findTwins(question: TwinQuestion): Promise<ReadonlyMap<string, TwinAnswer>> {
  const { asked, companies, rows } = question
  const small = asked.length <= single || companies.length + rows.length <= few
  return new Map((small ? answerTwins(question) : await ask(question)).map((one) => [one.id, one]))
}

async function ask(question: TwinQuestion): Promise<TwinAnswer[]> {
  const bounds = { memoryMb: 2048, limitMs: 20 * 60_000 }
  const done = await inThread<TwinAnswer[]>('find-twins-thread.server.ts', question, bounds)
  if ('failure' in done) throw new Error(`looking for twins came to nothing: ${done.failure}`)
  return done.answer
}
