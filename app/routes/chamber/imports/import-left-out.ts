import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { ownImport } from '#app/domain/import/import-scope.server.ts'
import { leftOutRows, toCsv, toXlsx } from '#app/domain/import/rejected-file.server.ts'
import { page } from '#app/server/page.server.ts'
import { fromList } from '#db/codec.ts'
import type { Route } from './+types/import-left-out'
import { csvAnswer, xlsxAnswer } from './import-files.ts'
import { leftOutReason } from './import-view.server.ts'

/** The rows of a list that do not go in, each with what is wrong: to be mended and loaded again. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { db, reference } = services
    const { one } = await ownImport(db, viewer, args.params.importId)
    if (one.status === 'uploaded' || one.status === 'checking') throw new ExpectedError('conflict')
    const words = { t, locale, pack: countryPack(one.country), reference }
    const headings = fromList(one.headings)
    const table = await leftOutRows(db, one, {
      heading: t('import.leftOut.heading'),
      reasonsOf: (row) => leftOutReason(row, headings, words),
    })
    const name = 'lignes-a-corriger'
    if (url.searchParams.get('format') === 'xlsx') {
      return xlsxAnswer(await toXlsx(table, t('import.template.sheet')), name)
    }
    return csvAnswer(toCsv(table), name)
  })
}
