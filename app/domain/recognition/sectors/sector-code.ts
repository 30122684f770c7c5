/**
 * The ISIC division or section that a text names as a code (`5610`, `56.10Z`, `NAF 4711`, `F`, `Section G`), with what
 * stands after it; null where it is no code. National classifications agree with ISIC in their first two digits.
 */
export function sectorCode(
  text: string,
  known: ReadonlySet<string>,
): { code: string; rest: string } | null {
  const trimmed = text.trim()
  const section = /^(?:section|code|isic|citi)?\s*:?\s*([A-U])$/i.exec(trimmed)
  if (section?.[1]) return { code: section[1].toUpperCase(), rest: '' }
  const found =
    /^(naf|ape|nace|isic|citi|nat|code|division|div)?\s*(?:rev\.?\s*\d)?\s*[:n°]*\s*([A-U])?\s*(\d{2})(?:[.\s-]?(\d{1,3}))?\s?([A-Z])?(?=$|[\s:,;)-])/i.exec(
      trimmed,
    )
  if (!found) return null
  const [whole, prefix, letter, division = '', group, suffix] = found
  const rest = trimmed.slice(whole.length).replace(/^[\s:,;)-]+/, '')
  // "20 ans d’expérience", "2019": a number is a code only where nothing but a code looks like it.
  const marked = Boolean(prefix || letter || suffix || (group && group.length >= 2))
  if (!known.has(division) || (rest !== '' && !marked)) return null
  if (!prefix && !letter && !suffix && /^(19|20)\d\d$/.test(trimmed)) return null
  return { code: division, rest }
}
