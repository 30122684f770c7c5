/** What people say of who they are, spelt so that it stands nowhere by chance. Letters and digits only: no encoding changes them. */
export const marks = {
  givenName: 'Zaquivelle',
  familyName: 'Mbrovixto',
  /** Local digits of a mobile phone of Côte d'Ivoire. */
  phone: '0759483726',
  email: 'zaqui.mbrov@quexotil.example',
  otherEmail: 'vrimlo@quexotil.example',
  address: 'Ruelle Xelvorim, porte Dravonq',
  password: 'Gwuntalophex-8843',
  birthDate: '1963-07-29',
} as const

/** Every spelling in which a mark could leak: each is looked for whatever its case. */
export const traces: readonly string[] = [
  marks.givenName,
  marks.familyName,
  marks.phone,
  '59483726',
  '59 48 37 26',
  'zaqui.mbrov',
  'zaqui%2embrov',
  'vrimlo',
  'quexotil',
  'xelvorim',
  'dravonq',
  'gwuntalophex',
  marks.birthDate,
  '29/07/1963',
]

/** The traces that some bytes hold, read as they are and as UTF-16. */
export function tracesIn(bytes: Buffer): string[] {
  const texts = [bytes.toString('latin1').toLowerCase(), bytes.toString('utf16le').toLowerCase()]
  return traces.filter((trace) => texts.some((text) => text.includes(trace.toLowerCase())))
}
