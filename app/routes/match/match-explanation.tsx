import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { MatchExplanation, PointedWords, ReasonWords } from '#app/routes/match/match-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { BandBar } from '#app/ui/band-bar.tsx'
import { Card } from '#app/ui/card.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { Section } from '#app/ui/page.tsx'
import { PartsBar } from '#app/ui/parts-bar.tsx'

const tones: Record<ReasonWords['state'], Tone> = {
  met: 'done',
  partly: 'sun',
  not: 'attention',
  unknown: 'neutral',
}

/** A match said in full: how well, why, what is missing, what would change it, and who decides. */
export function MatchExplanationView({ match }: { match: MatchExplanation }) {
  const t = useT()
  return (
    <>
      {match.blockers.length > 0 && (
        <Flash tone="attention" live={false} title={t('match.explain.blockers')}>
          <ul className="prose">
            {match.blockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
          <p>{t('match.explain.blockersText')}</p>
        </Flash>
      )}
      <Card>
        {match.band && <BandBar {...match.band} />}
        <p>{match.coverage}</p>
        <PartsBar label={t('match.explain.parts')} parts={match.parts} />
        <p>
          <strong>{match.total}</strong>
        </p>
      </Card>
      <Section title={t('match.explain.essential')}>
        {match.essential.length > 0 ? (
          <Reasons reasons={match.essential} />
        ) : (
          <p className="hint">{t('match.explain.noSkills')}</p>
        )}
      </Section>
      {match.useful.length > 0 && (
        <Section title={t('match.explain.useful')}>
          <Reasons reasons={match.useful} />
        </Section>
      )}
      {match.field && (
        <Section title={t('match.part.field')} intro={t('match.explain.fieldText')}>
          <Pointed words={match.field} />
        </Section>
      )}
      {match.occupation && (
        <Section title={t('match.explain.occupation')}>
          <Pointed words={match.occupation} />
        </Section>
      )}
      <Section title={t('match.explain.conditions')}>
        {match.conditions.length > 0 ? (
          <Reasons reasons={match.conditions} />
        ) : (
          <p className="hint">{t('match.explain.noConditions')}</p>
        )}
      </Section>
      <Section title={t('match.explain.changes')}>
        {match.changes.length > 0 ? (
          <ul>
            {match.changes.map((change) => (
              <Row key={change.text} text={change.text} end={change.gain} />
            ))}
          </ul>
        ) : (
          <p className="hint">{t('match.explain.noChanges')}</p>
        )}
      </Section>
      <HumanNote />
    </>
  )
}

function Reasons({ reasons }: { reasons: readonly ReasonWords[] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <Row
          key={reason.text}
          text={reason.text}
          end={
            <>
              {reason.points && <span className="hint">{reason.points}</span>}
              <Badge tone={tones[reason.state]}>{reason.stateLabel}</Badge>
            </>
          }
        />
      ))}
    </ul>
  )
}

function Pointed({ words }: { words: PointedWords }) {
  return (
    <ul>
      <Row text={words.text} end={words.points && <span className="hint">{words.points}</span>} />
    </ul>
  )
}

function Row({ text, end }: { text: string; end: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-3">
      <span>{text}</span>
      <span className="flex items-baseline gap-3">{end}</span>
    </li>
  )
}

/** That a machine only ranks. Stands wherever a rank is shown. */
export function HumanNote() {
  const t = useT()
  return (
    <Card tone="soft" title={t('match.explain.human')}>
      <p>{t('match.explain.humanText')}</p>
    </Card>
  )
}
