import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Section } from '#app/ui/page.tsx'

/** Files of what the page shows. */
export function TakeAway({
  out,
}: {
  out: readonly { readonly href: string; readonly label: string }[]
}) {
  const t = useT()
  return (
    <div className="no-print">
      <Section title={t('map.out.title')}>
        <ul className="cluster">
          {out.map(({ href, label }) => (
            <li key={href}>
              <a href={href} rel="nofollow">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

/** Links to the files of a list without places; `address` has a query already. */
export function exportLinks(t: Translate, address: string) {
  return (['csv', 'xlsx', 'print'] as const).map((format) => ({
    href: `${address}&format=${format}`,
    label: t(`map.out.${format}`),
  }))
}
