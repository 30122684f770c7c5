import type { Taxonomy } from './taxonomy.ts'

/** Measured: see the decisions in search/README.md. */
export const NEAR_PARENT_OR_CHILD = 0.4
export const NEAR_SIBLING = 0.3
/** Credit under this is nothing. */
export const LEAST_CREDIT = 0.02

/** How the person's skill relates to the wanted one: `parent` when it is the more general. */
export type Relation = 'same' | 'parent' | 'child' | 'sibling'

export interface Credit {
  /** 0 to 1, before evidence. */
  readonly credit: number
  readonly relation: Relation | null
  /** The concept the two have in common; -1 when there is no relation. */
  readonly via: number
}

/** Skills by rising number and what each earns, as parallel arrays. */
export interface Near {
  readonly skills: Int32Array
  readonly credits: Float64Array
}

export const NO_CREDIT: Credit = { credit: 0, relation: null, via: -1 }

/**
 * What a person's skill earns for a wanted one: 1 for the same, 0.4 q for a direct parent or child,
 * 0.3 q for two children of one parent; the greatest counts. q = min(1, I(x)/w(wanted)) keeps huge
 * general parents from making strangers look alike.
 */
export function creditOf(taxonomy: Taxonomy, wanted: number, has: number): Credit {
  if (wanted === has) return { credit: 1, relation: 'same', via: wanted }
  const weight = taxonomy.weight(wanted)
  const share = (concept: number) => Math.min(1, taxonomy.informativeness(concept) / weight)
  let best = NO_CREDIT
  const offer = (credit: number, relation: Relation, via: number) => {
    if (credit >= LEAST_CREDIT && credit > best.credit) best = { credit, relation, via }
  }
  const wantedParents = taxonomy.parents(wanted)
  const hasParents = taxonomy.parents(has)
  if (wantedParents.includes(has)) offer(NEAR_PARENT_OR_CHILD * share(has), 'parent', has)
  if (hasParents.includes(wanted)) offer(NEAR_PARENT_OR_CHILD * share(wanted), 'child', wanted)
  for (const parent of wantedParents) {
    if (hasParents.includes(parent)) offer(NEAR_SIBLING * share(parent), 'sibling', parent)
  }
  return best
}

/** Every skill that earns credit for a wanted one. */
export function nearOf(taxonomy: Taxonomy, wanted: number): Near {
  return collect(taxonomy, wanted, (other) => creditOf(taxonomy, wanted, other).credit)
}

/** Every wanted skill for which a person's skill earns credit. */
export function wantedNear(taxonomy: Taxonomy, has: number): Near {
  return collect(taxonomy, has, (other) => creditOf(taxonomy, other, has).credit)
}

function collect(taxonomy: Taxonomy, skill: number, credit: (other: number) => number): Near {
  const found = new Map<number, number>([[skill, 1]])
  const visit = (other: number) => {
    if (found.has(other)) return
    const value = credit(other)
    if (value > 0) found.set(other, value)
  }
  for (const parent of taxonomy.parents(skill)) {
    visit(parent)
    for (const sibling of taxonomy.children(parent)) visit(sibling)
  }
  for (const child of taxonomy.children(skill)) visit(child)
  const skills = Int32Array.from(found.keys()).sort()
  return { skills, credits: Float64Array.from(skills, (one) => found.get(one) ?? 0) }
}

/** What a skill earns; 0 when it is not among those. */
export function earnedIn({ skills, credits }: Near, skill: number): number {
  let low = 0
  let high = skills.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((skills[middle] ?? 0) < skill) low = middle + 1
    else high = middle
  }
  return skills[low] === skill ? (credits[low] ?? 0) : 0
}
