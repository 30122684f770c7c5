import type { CefrLevel } from '#app/domain/languages.ts'
import type { Locale } from '#app/i18n/locales.ts'

/** What somebody tells of themselves in the pages of a profile, as they would type it. */
export interface Story {
  readonly locale: Locale
  /** The work they did, typed into the search. */
  readonly occupation: string
  readonly ownWords: string
  readonly description: string
  /** Country where they did it, by its code: employers do not see it. */
  readonly country: string
  /** A word of a skill that nothing suggests. */
  readonly skill: string
  readonly languages: readonly (readonly [code: string, level: CefrLevel])[]
  readonly qualification: string
  readonly town: string
  readonly givenName: string
  readonly familyName: string
}

/** A welder who tells the same life in French and in Arabic. */
export const stories = {
  fr: {
    locale: 'fr',
    occupation: 'soudeuse',
    ownWords: 'soudure de portails',
    description: 'Portails et grilles en atelier, parfois sur chantier.',
    country: 'MA',
    skill: 'chalumeau',
    languages: [
      ['fr', 'C1'],
      ['dyu', 'native'],
    ],
    qualification: 'CAP soudure',
    town: 'Yopougon',
    givenName: 'Mariam',
    familyName: 'Kouadio-Essai',
  },
  ar: {
    locale: 'ar',
    occupation: 'لحام',
    ownWords: 'لحام الأبواب الحديدية',
    description: 'أبواب وشبابيك في الورشة، وأحيانا في مواقع البناء.',
    country: 'LY',
    skill: 'لحام بالأكسجين',
    languages: [
      ['ar', 'native'],
      ['fr', 'B2'],
    ],
    qualification: 'شهادة في اللحام',
    town: 'يوبوغون',
    givenName: 'مريم',
    familyName: 'التجريبية',
  },
} as const satisfies Record<'fr' | 'ar', Story>
