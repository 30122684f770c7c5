import { callOutcomes } from '#app/domain/calls/calls.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NoPrint, PrintOnly } from '#app/ui/print.tsx'
import type { ShownCall } from './call-words.ts'

/** Reasons that are said at once; the others wait behind a disclosure. */
const saidAtOnce = 2

/**
 * A firm to call: what to say first, why, and whom to ring. What came of it is noted behind one
 * disclosure, in one tap, so that a list of them stays short.
 */
export function CallCard({ call }: { call: ShownCall }) {
  const t = useT()
  const path = usePath()
  const further = call.reasons.slice(saidAtOnce)
  return (
    <Card
      id={`call-${call.id}`}
      title={call.name}
      href={path(`/chamber/companies/${call.id}`)}
      subtitle={<CallFacts call={call} />}
    >
      <p className="font-semibold">{call.argument}</p>
      <CallReasons label={t('calls.reasonsLabel')} reasons={call.reasons.slice(0, saidAtOnce)} />
      <CallNumbers call={call} />
      <PrintOnly>
        <p>{t('calls.notes')}</p>
        <p>&nbsp;</p>
      </PrintOnly>
      <NoPrint>
        <Disclosure
          summary={
            <>
              {t('calls.note')}
              <span className="sr-only">
                {' '}
                <bdi>{call.name}</bdi>
              </span>
            </>
          }
        >
          <div className="fields">
            <OutcomeForm call={call} />
            {further.length > 0 && (
              <>
                <p className="label">{t('calls.further')}</p>
                <CallReasons label={t('calls.further')} reasons={further} />
              </>
            )}
          </div>
        </Disclosure>
      </NoPrint>
    </Card>
  )
}

/** What came of a call, in one tap, and the way to all else that can be decided. */
function OutcomeForm({ call }: { call: ShownCall }) {
  const t = useT()
  const path = usePath()
  return (
    <>
      <form method="post">
        <HiddenField name="intent" value="done" />
        <HiddenField name="company" value={call.id} />
        <HiddenField name="day" value={call.day} />
        <fieldset className="field">
          <legend className="label">{t('calls.callQuestion')}</legend>
          <div className="cluster">
            {callOutcomes.map((outcome) => {
              const words = t(`relation.outcomes.${outcome}`)
              return (
                <Button
                  key={outcome}
                  name="outcome"
                  value={outcome}
                  size="small"
                  ariaLabel={t('calls.callLabel', { outcome: words, name: call.name })}
                >
                  {words}
                </Button>
              )
            })}
          </div>
        </fieldset>
      </form>
      <p>
        <a href={path(`/chamber/calls/${call.id}`)}>
          {t('calls.more')}
          <span className="sr-only">
            {' '}
            <bdi>{call.name}</bdi>
          </span>
        </a>
      </p>
    </>
  )
}

/** Where it is, what it does and how large it is. */
export function CallFacts({ call }: { call: ShownCall }) {
  return (
    <span className="facts">
      {call.place && (
        <span>
          <Icon name="place" />
          <bdi>{call.place}</bdi>
        </span>
      )}
      {call.sector && <span>{call.sector}</span>}
      {call.size && (
        <span>
          <Icon name="people" />
          {call.size}
        </span>
      )}
    </span>
  )
}

/** Numbers to ring, each with whose it is. */
export function CallNumbers({ call }: { call: ShownCall }) {
  const t = useT()
  const path = usePath()
  if (call.numbers.length === 0) {
    return (
      <p className="hint">
        {t('calls.noPhone')}{' '}
        <a className="no-print" href={path(`/chamber/companies/${call.id}`)}>
          {t('calls.addPhone')}
          <span className="sr-only">
            {' '}
            <bdi>{call.name}</bdi>
          </span>
        </a>
      </p>
    )
  }
  return (
    <ul className="cluster">
      {call.numbers.map((number) => (
        <li key={`${number.href} ${number.of}`} className="cluster">
          <ButtonLink href={number.href} icon="phone" size="small">
            <bdi dir="ltr">{number.text}</bdi>
          </ButtonLink>
          {number.of && <bdi className="hint">{number.of}</bdi>}
        </li>
      ))}
    </ul>
  )
}

/** Why the firm stands on the list, what weighed most first. */
export function CallReasons(props: { label: string; reasons: readonly string[] }) {
  return (
    <ul className="reasons" aria-label={props.label}>
      {props.reasons.map((reason) => (
        <li key={reason}>
          <Icon name="check" className="text-leaf" />
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  )
}

/** A firm that has been dealt with, and the way back. */
export function DecidedCall({ call }: { call: ShownCall }) {
  const t = useT()
  const path = usePath()
  return (
    <li className="row" id={`call-${call.id}`}>
      <div>
        <a href={path(`/chamber/companies/${call.id}`)}>
          <bdi>{call.name}</bdi>
        </a>
        <p>{call.decision?.text}</p>
        {call.decision?.note && <p className="hint">{call.decision.note}</p>}
        {call.hasTask && <p className="hint">{t('calls.withTask')}</p>}
      </div>
      <UndoCall call={call} />
    </li>
  )
}

/** Takes a decision back. */
export function UndoCall({ call }: { call: ShownCall }) {
  const t = useT()
  return (
    <form method="post" className="no-print">
      <HiddenField name="intent" value="undo" />
      <HiddenField name="company" value={call.id} />
      <HiddenField name="day" value={call.day} />
      <Button size="small" ariaLabel={t('calls.undoLabel', { name: call.name })}>
        {t('calls.undo')}
      </Button>
    </form>
  )
}
