/** The languages that labels come in. */
export type Lang = 'fr' | 'en' | 'ar'

/** A word for a concept. Labels come in the order in which they should be shown: the first preferred one of a language is. */
export interface VocabularyLabel {
  readonly lang: Lang
  readonly role: 'preferred' | 'feminine' | 'alternative'
  /** Whose word it is; a deployer's synonym counts as much as a preferred label. */
  readonly source?: 'builtin' | 'esco' | 'deployer'
  readonly text: string
}

/** A concept that words are linked to. */
export interface VocabularyRow {
  readonly uri: string
  readonly kind: 'occupation' | 'skill'
  readonly isco08: string | null
  readonly labels: readonly VocabularyLabel[]
}

/** All that linking learns from. */
export interface LinkingRows {
  readonly concepts: readonly VocabularyRow[]
  /** What occupations are, in words, where a vocabulary says it. */
  readonly descriptions: readonly {
    readonly uri: string
    readonly lang: Lang
    readonly text: string
  }[]
  /** The skills that an occupation cannot do without, by its URI. */
  readonly essential: ReadonlyMap<string, readonly string[]>
}
