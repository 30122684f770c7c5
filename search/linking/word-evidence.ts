import type { LearntWords } from './learn-words.ts'
import type { PreparedWords } from './prepare-words.ts'
import type { Translations } from './translations.ts'
import { bagOf, cosineBags, type Postings, postingsOf, shares } from './word-bags.ts'

/**
 * How much each source of words counts. The first twelve are shares in the chance that somebody who means a concept types
 * a word; the others are weights of likenesses.
 */
export interface LinkingWeights {
  /** Labels as they stand. */
  readonly labels: number
  /** Words that stand for those of labels, learnt from labels of the same concept. */
  readonly synonyms: number
  /** Words that stand for those of the other language's labels. */
  readonly foreign: number
  /** Words of the other language themselves. */
  readonly borrowed: number
  /** Words derived from, and written like, those of labels. */
  readonly related: number
  readonly alike: number
  readonly descriptions: number
  readonly relatedInDescriptions: number
  readonly skills: number
  readonly skillSynonyms: number
  readonly fromSkills: number
  readonly group: number
  /** Any word, whatever is meant. */
  readonly chance: number
  /** Cosines: of words with labels, with skills and with descriptions; of letters with labels, own and other; latent. */
  readonly labelCosine: number
  readonly skillCosine: number
  readonly descriptionCosine: number
  readonly letters: number
  readonly otherLetters: number
  readonly latent: number
  /** Added for the very words of a preferred label, and of another one. */
  readonly exact: number
  readonly exactAlternative: number
}

/** What each word says about each concept, as postings by word; words of the other language come after the own ones. */
export interface WordEvidence {
  readonly words: readonly string[]
  readonly starts: Int32Array
  readonly concepts: Int32Array
  /** About 0 to 2: how much likelier the word is where the concept is meant, as a logarithm. */
  readonly evidence: Float64Array
  /** The word's part in the cosines; to be divided by the length of the query. */
  readonly cosines: Float64Array
  readonly rarity: Float64Array
}

/** Logarithms are divided by it, which brings evidence to the size of a cosine. */
const unit = 8
/** A word's evidence for a concept below this is left out, unless its cosine is worth keeping. */
const leastEvidence = 0.035
const leastCosine = 0.02
/** At most so many concepts a word: those that it says most about. */
const mostConcepts = 900
/** Each label is worth this many words, however long it is. */
const labelSize = 12
/** Concepts with many labels are a little likelier to be meant by a word of them. */
const sizeGain = 0.3

/** Weighs what labels, descriptions and skills say about each word. */
export function weighWords(
  prepared: PreparedWords,
  learnt: LearntWords,
  weights: LinkingWeights,
): WordEvidence {
  const { words, otherWords, labels, otherLabels, descriptions, skills, skillSynonyms, groups } =
    prepared
  const count = prepared.concepts.length
  const own = words.size
  const even = () => labelSize
  const plain = labels.map((list) => shares(bagOf(list)))
  const bags = labels.map((list) => shares(bagOf(list, even)))
  const inLabels = postingsOf(bags, own)
  const inManyLabels = postingsOf(
    bags.map((bag, at) => shares(bag, (labels[at]?.length ?? 1) ** sizeGain)),
    own,
  )
  const inOther = postingsOf(
    otherLabels.map((list) => shares(bagOf(list, even))),
    otherWords.size,
  )
  const asPostings = (lists: readonly (readonly number[][])[]) =>
    postingsOf(
      lists.map((list) => shares(bagOf(list))),
      own,
    )
  const inDescriptions = postingsOf(
    descriptions.map((list) => shares(bagOf([list]))),
    own,
  )
  const inSkills = asPostings(skills)
  const inSynonyms = asPostings(skillSynonyms)
  const inGroups = asPostings(groups.map((group) => group.flatMap((at) => labels[at] ?? [])))

  const cosines = [
    [
      weights.labelCosine,
      cosineBags(
        labels.map((list) => bagOf(list)),
        own,
      ),
    ],
    [
      weights.skillCosine,
      cosineBags(
        skills.map((list) => bagOf(list)),
        own,
      ),
    ],
    [
      weights.descriptionCosine,
      cosineBags(
        descriptions.map((list) => bagOf([list])),
        own,
      ),
    ],
  ] as const
  const cosinePostings = cosines.map(([weight, it]) => [weight, postingsOf(it.bags, own)] as const)
  const rarity = new Float64Array(own + otherWords.size)
  cosines[0][1].rarity.forEach((value, word) => {
    rarity[word] = value
  })
  rarity.fill(Math.log(1 + count) / 2, own)

  const background = backgroundOf(plain, own)
  const sums = new Float64Array(count)
  const cosineSums = new Float64Array(count)
  const met: number[] = []
  const add = (postings: Postings, word: number, weight: number) => {
    if (weight === 0) return
    const end = postings.starts[word + 1] ?? 0
    for (let at = postings.starts[word] ?? 0; at < end; at++) {
      const concept = postings.concepts[at] ?? 0
      if (sums[concept] === 0 && cosineSums[concept] === 0) met.push(concept)
      sums[concept] = (sums[concept] ?? 0) + weight * (postings.values[at] ?? 0)
    }
  }
  const addThrough = (step: Translations, postings: Postings, word: number, weight: number) => {
    const end = step.starts[word + 1] ?? 0
    for (let at = step.starts[word] ?? 0; at < end; at++) {
      add(postings, step.sources[at] ?? 0, weight * (step.probabilities[at] ?? 0))
    }
  }

  const addCosines = (word: number) => {
    for (const [weight, postings] of cosinePostings) {
      const end = postings.starts[word + 1] ?? 0
      const times = weight * (rarity[word] ?? 0)
      for (let at = postings.starts[word] ?? 0; at < end; at++) {
        const concept = postings.concepts[at] ?? 0
        if (sums[concept] === 0 && cosineSums[concept] === 0) met.push(concept)
        cosineSums[concept] = (cosineSums[concept] ?? 0) + times * (postings.values[at] ?? 0)
      }
    }
  }

  const texts: string[] = []
  const starts: number[] = [0]
  const allConcepts: number[] = []
  const evidence: number[] = []
  const allCosines: number[] = []
  const finish = (text: string, chance: number) => {
    let found = met.map((concept) => ({
      concept,
      evidence: Math.log(1 + (sums[concept] ?? 0) / (weights.chance * chance)) / unit,
      cosine: cosineSums[concept] ?? 0,
    }))
    for (const concept of met) {
      sums[concept] = 0
      cosineSums[concept] = 0
    }
    met.length = 0
    found = found.filter((it) => it.evidence >= leastEvidence || it.cosine >= leastCosine)
    if (found.length > mostConcepts) {
      found.sort((one, two) => two.evidence + two.cosine - one.evidence - one.cosine)
      found.length = mostConcepts
    }
    found.sort((one, two) => one.concept - two.concept)
    for (const it of found) {
      allConcepts.push(it.concept)
      evidence.push(it.evidence)
      allCosines.push(it.cosine)
    }
    texts.push(text)
    starts.push(allConcepts.length)
  }

  words.list.forEach((text, word) => {
    add(inLabels, word, weights.labels)
    addThrough(learnt.synonyms, inManyLabels, word, weights.synonyms)
    addThrough(learnt.foreign, inOther, word, weights.foreign)
    for (const other of learnt.related[word] ?? []) {
      add(inLabels, other, weights.related)
      add(inDescriptions, other, weights.relatedInDescriptions)
    }
    for (const [other, share] of learnt.alike[word] ?? []) {
      add(inLabels, other, weights.alike * share)
    }
    add(inDescriptions, word, weights.descriptions)
    add(inSkills, word, weights.skills)
    add(inSynonyms, word, weights.skillSynonyms)
    if (learnt.fromSkills) addThrough(learnt.fromSkills, inSkills, word, weights.fromSkills)
    add(inGroups, word, weights.group)
    addCosines(word)
    finish(text, background.of(word))
  })
  otherWords.list.forEach((text, word) => {
    if (words.find(text) !== undefined) return
    add(inOther, word, weights.borrowed)
    finish(text, background.rare)
  })
  return {
    words: texts,
    starts: Int32Array.from(starts),
    concepts: Int32Array.from(allConcepts),
    evidence: Float64Array.from(evidence),
    cosines: Float64Array.from(allCosines),
    rarity: rarity.slice(0, texts.length),
  }
}

/** How often a word is used whatever is meant; a word of no label as seldom as the rarest. */
function backgroundOf(bags: readonly ReadonlyMap<number, number>[], words: number) {
  const uses = new Float64Array(words)
  let all = 0
  for (const bag of bags) {
    for (const [word, share] of bag) {
      uses[word] = (uses[word] ?? 0) + share
      all += share
    }
  }
  const rare = 1e-6
  return { rare, of: (word: number) => (uses[word] ? (uses[word] ?? 0) / all : rare) }
}
