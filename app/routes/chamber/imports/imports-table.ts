import type { Translate } from '#app/i18n/translate.ts'
import type { DeskList } from '../../export/send-list.server.ts'
import type { ShownImport } from './imports-model.server.ts'

/** The lists of companies that a chamber has loaded, for a file. */
export function importsTable(imports: readonly ShownImport[], t: Translate): DeskList {
  return {
    title: t('import.list.title'),
    columns: [
      { key: 'file', label: t('import.list.file') },
      { key: 'day', label: t('import.list.day') },
      { key: 'rows', label: t('import.list.rows') },
      { key: 'state', label: t('import.list.state') },
    ],
    rows: imports.map((one) => ({
      id: one.id,
      cells: [one.file, one.day, one.count, t(`import.states.${one.status}`)],
    })),
  }
}
