import { Icon } from './icon.tsx'

export type Step = {
  label: string
  /** Absent while the step cannot be opened yet. */
  href?: string | undefined
  state: 'done' | 'current' | 'todo'
  /** The state in words: saved, in progress, to do. */
  stateLabel: string
}

/** The steps of a long form: where one is, what is saved, and a way back to each. */
export function Steps(props: {
  label: string
  /** For instance "Step 2 of 6". */
  summary: string
  steps: readonly Step[]
}) {
  return (
    <nav className="steps no-print" aria-label={props.label}>
      <p>{props.summary}</p>
      <ol>
        {props.steps.map((step, index) => {
          const content = (
            <>
              <span className="step-mark" aria-hidden="true">
                {step.state === 'done' ? <Icon name="check" /> : index + 1}
              </span>
              <span className="step-label">
                {step.label}
                <span className="step-state">{step.stateLabel}</span>
              </span>
            </>
          )
          return (
            <li key={step.label} data-state={step.state}>
              {step.href ? (
                <a href={step.href} aria-current={step.state === 'current' ? 'step' : undefined}>
                  {content}
                </a>
              ) : (
                <span className="step" aria-current={step.state === 'current' ? 'step' : undefined}>
                  {content}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
