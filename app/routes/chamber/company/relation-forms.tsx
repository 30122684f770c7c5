import { type Stage, stages } from '#app/domain/relation/relation.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from '../../company/form-state.ts'

/** Moves a company to another stage. */
export function StageForm(props: {
  companyId: string
  stage: Stage
  version: number
  /** Tells the forms of a page apart. */
  id?: string
  /** The firm's name, where several forms stand in one page. */
  about?: string | undefined
}) {
  const t = useT()
  const id = `stage-${props.id ?? props.companyId}`
  const move = t('relation.stage.move')
  return (
    <form method="post" className="flex flex-wrap items-end gap-3">
      <HiddenField name="intent" value="move" />
      <HiddenField name="companyId" value={props.companyId} />
      <HiddenField name="version" value={props.version} />
      <SelectField
        id={id}
        name="stage"
        label={
          props.about ? (
            <>
              {t('relation.stage.label')} <span className="sr-only">: {props.about}</span>
            </>
          ) : (
            t('relation.stage.label')
          )
        }
        options={stages.map((stage) => ({ value: stage, label: t(`relation.stages.${stage}`) }))}
        defaultValue={props.stage}
      />
      <Button size="small" ariaLabel={props.about ? `${move} : ${props.about}` : undefined}>
        {move}
      </Button>
    </form>
  )
}

/** Says which colleague looks after a company. */
export function OwnerForm(props: {
  form: FormState
  ownerId: string | null
  version: number
  officers: readonly { userId: string; label: string }[]
}) {
  const t = useT()
  return (
    <form method="post" className="flex flex-wrap items-end gap-3">
      <HiddenField name="intent" value="owner" />
      <HiddenField name="version" value={props.version} />
      <SelectField
        name="ownerId"
        label={t('relation.owner.label')}
        emptyLabel={t('relation.owner.nobody')}
        dir="ltr"
        options={props.officers.map((one) => ({ value: one.userId, label: one.label }))}
        defaultValue={props.form.value('ownerId') ?? props.ownerId ?? ''}
        errors={props.form.errors('ownerId')}
      />
      <Button size="small">{t('relation.owner.save')}</Button>
    </form>
  )
}
