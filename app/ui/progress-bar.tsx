/** How far along something is; `text` says it in words beside the bar. */
export function ProgressBar(props: { label: string; value: number; max?: number; text?: string }) {
  const max = props.max ?? 100
  const value = Math.min(max, Math.max(0, props.value))
  return (
    <div className="progress">
      <p aria-hidden="true">
        <span>{props.label}</span>
        {props.text && <span>{props.text}</span>}
      </p>
      <progress
        value={value}
        max={max}
        aria-label={props.text ? `${props.label} : ${props.text}` : props.label}
      />
    </div>
  )
}
