/** Longest name of a file: some systems count bytes, and the ending comes on top. */
const longest = 80

/**
 * The name of a file from words of any script, in plain ASCII, small and joined by hyphens:
 * `passerelle-history-societe-ivoirienne`. Words that have no letter in ASCII are left out.
 */
export function fileName(words: readonly (string | null | undefined)[]): string {
  return words
    .map((word) =>
      (word ?? '')
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/œ/gi, 'oe')
        .replace(/[^a-zA-Z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .toLowerCase(),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, longest)
    .replace(/-$/, '')
}
