import type { Translate } from '#app/i18n/translate.ts'

/** The words of a picker. */
export function pickerWords(t: Translate) {
  return {
    search: t('common.actions.search'),
    add: t('common.actions.add'),
    remove: t('common.actions.remove'),
    results: t('profile.pickerWords.results'),
    noResults: t('profile.pickerWords.noResults'),
    chosen: t('profile.pickerWords.chosen'),
  }
}
