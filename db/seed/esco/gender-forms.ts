/** One label in its masculine and feminine form; `feminine` is empty where the label has one form. */
export interface GenderForms {
  readonly masculine: string
  readonly feminine: string
}

/**
 * Takes apart a French label that carries both genders, as ESCO writes them: `vendeur/vendeuse`,
 * `conducteur de poids lourds/conductrice de poids lourds`, `vendeur/vendeuse en articles de sport`.
 * Of a preferred label every slash in the middle parts the genders (`valet de chambre/femme de chambre`); of
 * an alternative only one between words that begin alike (`sciage de papier/carton` is one label).
 */
export function genderForms(label: string, role: 'preferred' | 'alternative'): GenderForms {
  const whole = { masculine: label, feminine: '' }
  const parts = label.split('/')
  if (parts.length % 2 === 1) return whole
  const half = parts.length / 2
  const one = parts.slice(0, half).join('/').trim()
  const other = parts.slice(half).join('/').trim()
  if (one === '' || other === '') return whole
  if (role === 'alternative' && !beginAlike(one, other)) return whole
  return { masculine: one + sharedEnd(one, other), feminine: other }
}

function beginAlike(one: string, other: string): boolean {
  return one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase()
}

/** What the second form says for both: ` en articles de sport` of `vendeur/vendeuse en articles de sport`. */
function sharedEnd(one: string, other: string): string {
  const ones = one.split(/[\s-]+/)
  const others = other.split(/[\s-]+/)
  if (others.length <= ones.length || ones.at(-1) === others.at(-1)) return ''
  const words = other.split(/\s+/)
  return ` ${words.slice(words.length - (others.length - ones.length)).join(' ')}`
}
