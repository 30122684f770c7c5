import { usePath, useT } from '#app/i18n/use-t.ts'
import { Steps } from '#app/ui/steps.tsx'

const steps = ['basics', 'skills', 'conditions', 'preview'] as const
type StepName = (typeof steps)[number]

const paths: Record<StepName, string> = {
  basics: 'edit',
  skills: 'skills',
  conditions: 'conditions',
  preview: 'preview',
}

/** The steps of an opportunity. `opportunityId` is absent while it is being begun: then nothing else can be opened. */
export function OpportunitySteps(props: {
  current: StepName
  opportunityId?: string
  /** Steps with something saved in them. */
  done?: readonly StepName[]
}) {
  const t = useT()
  const path = usePath()
  const state = (step: StepName) =>
    step === props.current ? 'current' : props.done?.includes(step) ? 'done' : 'todo'
  return (
    <Steps
      label={t('opportunity.steps.label')}
      summary={t('opportunity.steps.summary', {
        step: steps.indexOf(props.current) + 1,
        all: steps.length,
      })}
      steps={steps.map((step) => ({
        label: t(`opportunity.steps.${step}`),
        state: state(step),
        stateLabel: t(`opportunity.steps.${state(step)}`),
        href: props.opportunityId
          ? path(`/employer/opportunities/${props.opportunityId}/${paths[step]}`)
          : undefined,
      }))}
    />
  )
}
