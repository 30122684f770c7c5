import { callOutcomes } from '#app/domain/calls/calls.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PrintOnly } from '#app/ui/print.tsx'
import type { ShownCall } from './call-words.ts'

/** A firm to call: what to say first, whom to ring, why, and what came of it in one tap. */
export function CallCard({ call }: { call: ShownCall }) {
  const t = useT()
  const path = usePath()
  return (
    <Card
      id={`call-${call.id}`}
      title={call.name}
      href={path(`/chamber/companies/${call.id}`)}
      subtitle={<CallFacts call={call} />}
    >
      <p className="font-semibold">{call.argument}</p>
      <CallNumbers call={call} />
      <CallReasons call={call} />
      <PrintOnly>
        <p>{t('calls.notes')}</p>
        <p>&nbsp;</p>
      </PrintOnly>
      <form method="post" className="no-print">
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
      <p className="no-print">
        <a href={path(`/chamber/calls/${call.id}`)}>
          {t('calls.more')}
          <span className="sr-only">
            {' '}
            <bdi>{call.name}</bdi>
          </span>
        </a>
      </p>
    </Card>
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
    <ul>
      {call.numbers.map((number) => (
        <li key={`${number.href} ${number.of}`}>
          <a href={number.href}>
            <Icon name="phone" /> <bdi dir="ltr">{number.text}</bdi>
          </a>{' '}
          {number.of && <bdi className="hint">{number.of}</bdi>}
        </li>
      ))}
    </ul>
  )
}

/** Why the firm stands on the list, what weighed most first. */
export function CallReasons({ call }: { call: ShownCall }) {
  const t = useT()
  return (
    <ul className="reasons" aria-label={t('calls.reasonsLabel')}>
      {call.reasons.map((reason) => (
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
