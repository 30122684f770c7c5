/** What a browser says of itself, as two names people know; null for what it does not say. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

// Order matters: nearly every browser also names the ones it descends from.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/OPR\/|Opera|OPiOS/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/UCBrowser/, 'UC Browser'],
  [/EdgA?\/|EdgiOS/, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/KAIOS/i, 'KaiOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

/** Names the browser and the system of a `User-Agent` header. */
export function describeDevice(userAgent: string | null): Device {
  const find = (names: typeof browsers) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null
  return { browser: find(browsers), system: find(systems) }
}
