/** A beginning by which a spreadsheet program takes a text for a formula, also in its wide form or behind spaces. */
const beginning = /^\s*[=+\-@\t\r＝＋－＠]/
const number = /^[+-]?[\d\s.,()/-]+$/

/**
 * The text as it may stand in a file: what begins like a formula gets an apostrophe, which makes it text. Spreadsheets do not show
 * it; a number with its sign, as `-3`, or a telephone number stays readable so, too.
 */
export function defuse(text: string): string {
  return beginning.test(text) ? `'${text}` : text
}

/** The text without the apostrophe that `defuse` put before it. */
export function undefuse(text: string): string {
  return text.startsWith("'") && beginning.test(text.slice(1)) ? text.slice(1) : text
}

/**
 * What a cell says: `="0012"`, by which lists keep their leading zeros, is `0012`; a dash or a plus
 * before words is a bullet. Null for what can only be a formula.
 */
export function withoutFormula(text: string): string | null {
  const quoted = /^=\s*"([^"]*)"$/.exec(text)
  if (quoted) return withoutFormula((quoted[1] ?? '').trim())
  if (!beginning.test(text) || number.test(text)) return text
  if (/^[=@＝＠]/.test(text)) return null
  const rest = text.replace(/^[+\-＋－\t\r\s]+/, '')
  // Words after a bullet; a call, a reference or a pipe is what somebody wants to be run.
  return /^[=@]|\w\s*\(|!|\||^\w{1,3}\d+\b/.test(rest) ? null : rest
}
