import type { ReactNode } from 'react'

/** What appears on paper only, for instance the address of the page. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="print-only">{children}</div>
}

/** What has no use on paper, for instance a search form. */
export function NoPrint({ children }: { children: ReactNode }) {
  return <div className="no-print">{children}</div>
}
