/** The sign: two banks, one line that joins them. Drawn with the colours of the scheme in use. */
export function Logo({ className = 'logo' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      <path className="logo-bank" d="M2 27h8.5M29.5 27H38" />
      <path d="M2.5 19C10 5 30 5 37.5 19" />
      <path className="logo-rail" d="M2.5 19h35M11 11.5V19M20 8.5V19M29 11.5V19" />
    </svg>
  )
}
