/** Joins the class names that hold and drops the rest; undefined when none is left. */
export function classNames(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined
}
