import type { Gap } from '#app/domain/opportunity/opportunity.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'

const steps: Record<Gap, string> = {
  title: 'edit',
  place: 'edit',
  occupation: 'skills',
  deadline: 'conditions',
}

/** What an opportunity lacks before it can be published, each a link to where it is filled in. */
export function GapList({ opportunityId, gaps }: { opportunityId: string; gaps: readonly Gap[] }) {
  const t = useT()
  const path = usePath()
  if (gaps.length === 0) return null
  return (
    <>
      <p>{t('opportunity.gaps.intro')}</p>
      <ul className="prose">
        {gaps.map((gap) => (
          <li key={gap}>
            <a href={path(`/employer/opportunities/${opportunityId}/${steps[gap]}`)}>
              {t(`opportunity.gaps.${gap}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
