import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'

/** What a use case that writes works with. */
export interface Deps {
  readonly db: Db
  readonly dialect: Dialect
  readonly reference: Reference
  readonly now: Date
}
