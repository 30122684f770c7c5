import { useT } from '#app/i18n/use-t.ts'
import { Flash } from '#app/ui/flash.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import type { PlaceLink } from './list-view.ts'

/** That the place is not known, and which may have been meant. */
export function UnknownPlace({ text, near }: { text: string; near: readonly PlaceLink[] }) {
  const t = useT()
  return (
    <Flash tone="attention">
      <p>{text}</p>
      {near.length > 0 && (
        <div className="cluster">
          <span aria-hidden="true">{t('search.help.words')}</span>
          <Tags label={t('search.help.words')}>
            {near.map((place) => (
              <Tag key={place.href} href={place.href}>
                {place.label}
              </Tag>
            ))}
          </Tags>
        </div>
      )}
    </Flash>
  )
}
