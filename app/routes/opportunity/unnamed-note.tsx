import type { Standing } from '#app/domain/company/company-scope.server.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'

/** Says that the public does not read who offers this, and where those who may change that choose. */
export function UnnamedNote(props: { companyId: string; as: Standing }) {
  const t = useT()
  const path = usePath()
  const { companyId, as } = props
  const choice =
    as === 'chamber' ? `/chamber/companies/${companyId}/record` : `/employer/companies/${companyId}`
  return (
    <>
      <p>{t('company.unnamedPreview')}</p>
      <p>
        {as === 'recruiter' ? (
          t('company.unnamedAsk')
        ) : (
          <a href={`${path(choice)}#visibility`}>{t('company.unnamedChange')}</a>
        )}
      </p>
    </>
  )
}
