/** Colours by name; `app.css` holds the same values as `--color-<name>`, and a test compares them. */
const light = {
  paper: '#fbf8f3',
  surface: '#ffffff',
  sunken: '#f2ede4',
  ink: '#1c2321',
  'ink-soft': '#535d59',
  line: '#e2dbcf',
  edge: '#7b8480',
  lagoon: '#0b5d5e',
  'lagoon-strong': '#084546',
  'lagoon-soft': '#e2efed',
  'on-lagoon': '#ffffff',
  laterite: '#b5502b',
  'laterite-soft': '#fcf2ed',
  'on-laterite': '#ffffff',
  leaf: '#2f6b3c',
  'leaf-soft': '#e6f1e6',
  sun: '#e0a526',
  'sun-soft': '#fbf1d8',
  'on-sun': '#1c2321',
} as const

export type ColourName = keyof typeof light

const dark: Record<ColourName, string> = {
  paper: '#121817',
  surface: '#1b2322',
  sunken: '#25302e',
  ink: '#edeae3',
  'ink-soft': '#b3bbb7',
  line: '#35403d',
  edge: '#84908b',
  lagoon: '#73c7c3',
  'lagoon-strong': '#97dbd7',
  'lagoon-soft': '#163a3a',
  'on-lagoon': '#0c2222',
  laterite: '#f09a77',
  'laterite-soft': '#3d261c',
  'on-laterite': '#2a1208',
  leaf: '#8acc96',
  'leaf-soft': '#1f3625',
  sun: '#e0a526',
  'sun-soft': '#3a3015',
  'on-sun': '#1c2321',
}

export const colours: { light: Record<ColourName, string>; dark: Record<ColourName, string> } = {
  light,
  dark,
}

export type Pair = readonly [foreground: ColourName, background: ColourName]

/** Every pair in which words are set: 4.5 to 1 at least (WCAG 2.2, 1.4.3). */
export const textPairs: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'lagoon-soft'],
  ['ink', 'laterite-soft'],
  ['ink', 'leaf-soft'],
  ['ink', 'sun-soft'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunken'],
  ['ink-soft', 'lagoon-soft'],
  ['lagoon', 'paper'],
  ['lagoon', 'surface'],
  ['lagoon', 'sunken'],
  ['lagoon', 'lagoon-soft'],
  ['lagoon-strong', 'paper'],
  ['lagoon-strong', 'surface'],
  ['lagoon-strong', 'sunken'],
  ['lagoon-strong', 'lagoon-soft'],
  ['on-lagoon', 'lagoon'],
  ['on-lagoon', 'lagoon-strong'],
  ['laterite', 'paper'],
  ['laterite', 'surface'],
  ['laterite', 'laterite-soft'],
  ['on-laterite', 'laterite'],
  ['leaf', 'paper'],
  ['leaf', 'surface'],
  ['leaf', 'leaf-soft'],
  ['on-sun', 'sun'],
]

/** Every pair that draws a control, a focus ring or a bar: 3 to 1 at least (WCAG 2.2, 1.4.11). */
export const controlPairs: readonly Pair[] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['edge', 'sunken'],
  ['edge', 'lagoon-soft'],
  ['lagoon', 'paper'],
  ['lagoon', 'surface'],
  ['lagoon', 'sunken'],
  ['lagoon', 'lagoon-soft'],
  ['laterite', 'paper'],
  ['laterite', 'surface'],
  ['laterite', 'laterite-soft'],
  ['leaf', 'paper'],
  ['leaf', 'surface'],
  ['leaf', 'leaf-soft'],
]

/** Contrast of two `#rrggbb` colours by WCAG 2.2: 1 (none) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
