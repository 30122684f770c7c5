export type BarPart = {
  /** Share of the whole bar, 0 to 100. */
  percent: number
  className?: string | undefined
}

/**
 * A bar drawn in SVG rather than with inline styles, which the content security policy refuses. It
 * only repeats words that stand beside it, so it is hidden from assistive technology.
 */
export function Bar({ parts }: { parts: readonly BarPart[] }) {
  let start = 0
  return (
    <svg className="bar" aria-hidden="true" focusable="false">
      {parts.map((part) => {
        const x = start
        start += clamp(part.percent)
        return (
          <rect
            key={x}
            className={part.className}
            x={`${round(x)}%`}
            width={`${round(clamp(part.percent))}%`}
            height="100%"
          />
        )
      })}
    </svg>
  )
}

const clamp = (percent: number) => Math.min(100, Math.max(0, percent))
const round = (percent: number) => Math.round(percent * 10) / 10
