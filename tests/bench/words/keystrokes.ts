/** What people type for an occupation or a skill. */
const typed = [
  'soudeuse',
  'plombier',
  'maçonne',
  'conductrice de poids lourds',
  'aide cuisinière',
  'électricien photovoltaïque',
  'équipier de restauration rapide',
  "souder à l'arc",
  'conduire un camion',
  'tenir la caisse',
]

/** What stands in the field after each letter of those. */
export const keystrokes: readonly string[] = typed.flatMap((text) =>
  Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)),
)
