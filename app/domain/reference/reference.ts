import type { Locale } from '#app/i18n/locales.ts'

export type RelationKind = 'essential' | 'useful'

/** A populated place as pages show it. */
export interface Place {
  readonly id: string
  readonly country: string
  readonly names: Readonly<Record<Locale, string>>
  /** ISO 3166-2. */
  readonly admin1: string
  readonly lat: number
  readonly lng: number
  readonly kind: string
  /** 0 to 100: how important, for ordering. */
  readonly weight: number
}

/** An ISIC Rev.4 section (a letter) or division (two digits). */
export interface Sector {
  readonly code: string
  readonly level: 'section' | 'division'
  readonly parent: string | null
  readonly names: Readonly<Record<Locale, string>>
  /** What people call it in French, from day to day. */
  readonly words?: readonly string[]
}
