import type { ExportFormat } from '#app/domain/export/table.ts'
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

/** Links to the files of a list without places; `address` may have a query already. */
export function exportLinks(t: Translate, address: string) {
  return linksTo(t, address, ['csv', 'xlsx', 'print'])
}

/** The same for a list whose rows stand somewhere. */
export function placedExportLinks(t: Translate, address: string) {
  return linksTo(t, address, ['csv', 'xlsx', 'geojson', 'print'])
}

function linksTo(t: Translate, address: string, formats: readonly ExportFormat[]) {
  const joint = address.includes('?') ? '&' : '?'
  return formats.map((format) => ({
    href: `${address}${joint}format=${format}`,
    label: t(`map.out.${format}`),
  }))
}
