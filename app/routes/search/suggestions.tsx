import { useT } from '#app/i18n/use-t.ts'
import { SuggestScript } from '#app/ui/enhance/suggest-script.tsx'

/** Live suggestions for the pickers of an editor page; render it once, after the forms. */
export function Suggestions() {
  const t = useT()
  return (
    <SuggestScript
      words={{ found: t('search.suggest.found', { number: '#' }), none: t('search.suggest.none') }}
    />
  )
}
