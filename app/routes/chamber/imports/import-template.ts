import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { fieldsOf } from '#app/domain/import/import.ts'
import { toXlsx } from '#app/domain/import/rejected-file.server.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/import-template'
import { xlsxAnswer } from './import-files.ts'
import { fieldName } from './import-words.ts'

/** A workbook with the headings that a list may have, to be filled in. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const chamber = await ownChamber(services.db, viewer)
    const pack = countryPack(chamber.country)
    const words = { t, locale, pack, reference: services.reference }
    const headings = fieldsOf(pack).map((field) => fieldName(field, words))
    return xlsxAnswer(await toXlsx([headings], t('import.template.sheet')), 'modele-entreprises')
  })
}
