import { most } from '#app/domain/profile/profile.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { fieldText, type SentForm } from './step-page.tsx'

/** A text to find skills in, folded away until it is wanted. `nothingFound` when the one sent names none. */
export function ReadSkills(props: { result: SentForm | undefined; nothingFound: boolean }) {
  const t = useT()
  const { result, nothingFound } = props
  const errors = result?.errors.workText
  return (
    <Disclosure
      summary={t('profile.skills.read.title')}
      open={nothingFound || Boolean(errors?.length)}
    >
      <form method="post" noValidate className="stack">
        <HiddenField name="form" value="read" />
        <TextArea
          name="workText"
          label={t('profile.skills.read.label')}
          hint={t('profile.skills.read.hint')}
          defaultValue={fieldText(result, 'workText', '')}
          errors={errors}
          maxLength={most.workText}
          rows={6}
        />
        {nothingFound && (
          <p className="hint" role="status">
            {t('profile.skills.read.nothing')}
          </p>
        )}
        <Button>{t('profile.skills.read.button')}</Button>
      </form>
    </Disclosure>
  )
}
