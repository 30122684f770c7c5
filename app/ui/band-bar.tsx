import { Bar } from './bar.tsx'

export type Band = {
  /** Word of the band: strong, good, partial. */
  label: string
  /** Score, 0 to 100. */
  percent: number
  tone?: 'strong' | 'good' | 'partial'
  /** The score in the reader's figures; without it only the word is shown. */
  percentText?: string | undefined
}

/** How well two things match: a word first, then a bar. */
export function BandBar({ label, percent, tone = 'good', percentText }: Band) {
  return (
    <div className="band">
      <p>
        <strong>{label}</strong>
        {percentText && <span className="band-figure">{percentText}</span>}
      </p>
      <Bar parts={[{ percent, className: `bar-${tone}` }]} />
    </div>
  )
}
