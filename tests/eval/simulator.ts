import type { WantedSkill } from '#search/documents/opportunity.ts'
import type { ProfileOccupation, ProfileSkill } from '#search/documents/profile.ts'
import { randomFrom } from '#tests/search/corpus.ts'
import type { World, WorldOccupation } from './world.ts'

type Random = ReturnType<typeof randomFrom>

/** How far what people and adverts say is from what is true. */
export interface Level {
  /** Share of an occupation's essential skills that a person holds: drawn for each person between the two. */
  readonly recall: readonly [least: number, most: number]
  /** Chance that a held skill is declared as a parent, child or sibling of it. */
  readonly replaced: number
  /** Chance, for each skill, of one more that has nothing to do with the work. */
  readonly noise: number
  readonly replacedInJobs: number
  /** How many of the skills held a person declares at most, drawn between the two. */
  readonly declares: readonly [least: number, most: number]
}

export const LEVELS = {
  low: { recall: [0.6, 0.8], replaced: 0.2, noise: 0.05, replacedInJobs: 0, declares: [30, 30] },
  medium: {
    recall: [0.4, 0.7],
    replaced: 0.35,
    noise: 0.15,
    replacedInJobs: 0.1,
    declares: [30, 30],
  },
  high: { recall: [0.3, 0.5], replaced: 0.5, noise: 0.3, replacedInJobs: 0.2, declares: [30, 30] },
  short: {
    recall: [0.3, 0.5],
    replaced: 0.35,
    noise: 0.15,
    replacedInJobs: 0.1,
    declares: [4, 8],
  },
} as const satisfies Record<string, Level>

export type LevelName = keyof typeof LEVELS
export const LEVEL_NAMES = Object.keys(LEVELS) as LevelName[]

/** What people say of their occupation: the truth; wrong in 20 %; nothing in 30 %, and wrong in 20 % of the rest. */
export const DECLARATIONS = ['known', 'wrong20', 'mixed'] as const
export type Declaration = (typeof DECLARATIONS)[number]

/** An advert, and the truth behind it. */
export interface SimulatedJob {
  readonly id: string
  /** What it states: in 10 % not the true one. */
  readonly stated: WorldOccupation
  readonly skills: readonly WantedSkill[]
  readonly truth: {
    readonly occupation: WorldOccupation
    /** Its essential skills before any was replaced. */
    readonly essential: readonly number[]
  }
}

/** A profile, and the truth behind it. */
export interface SimulatedProfile {
  readonly id: string
  readonly declared: { readonly [D in Declaration]: readonly ProfileOccupation[] }
  /** On the person's own word. */
  readonly skills: readonly ProfileSkill[]
  /** The same skills where three in ten of those truly held, and one in twenty others, have been checked. */
  readonly checked: readonly ProfileSkill[]
  readonly truth: {
    readonly occupations: readonly WorldOccupation[]
    /** All skills the person has, declared or not. */
    readonly held: ReadonlySet<number>
  }
}

const WRONG_JOBS = 0.1
const WRONG_PEOPLE = 0.2
const SILENT_PEOPLE = 0.3
const TWO_OCCUPATIONS = 0.4

/** Draws jobs and profiles; the seed and the level determine every one. */
export function simulate(
  world: World,
  name: LevelName,
  sizes: { readonly jobs: number; readonly profiles: number },
  seed = 1,
): { jobs: SimulatedJob[]; profiles: SimulatedProfile[] } {
  const level: Level = LEVELS[name]
  const random = randomFrom(seed * 1000 + LEVEL_NAMES.indexOf(name))
  const jobs = Array.from({ length: sizes.jobs }, (_, at) => drawJob(world, level, random, at))
  const sameGroup = Map.groupBy(world.occupations, ({ isco }) => Math.trunc(isco / 100))
  const profiles = Array.from({ length: sizes.profiles }, (_, at) =>
    drawProfile(world, level, random, at, sameGroup),
  )
  return { jobs, profiles }
}

function drawJob(world: World, level: Level, random: Random, at: number): SimulatedJob {
  const occupation = random.pick(world.occupations)
  const essential = sample(random, occupation.essential, 5 + random.below(8))
  const useful = sample(random, occupation.useful, random.below(7))
  const wanted = new Map<number, boolean>()
  const add = (skill: number, needed: boolean) => {
    wanted.set(skill, needed || (wanted.get(skill) ?? false))
  }
  const say = (skill: number) =>
    random.chance(level.replacedInJobs) ? replacement(world, random, skill) : skill
  for (const skill of essential) add(say(skill), true)
  for (const skill of useful) add(say(skill), false)
  for (const skill of noiseFor(world, random, wanted.size, level.noise)) add(skill, false)
  return {
    id: `o-${String(at).padStart(6, '0')}`,
    stated: random.chance(WRONG_JOBS) ? random.pick(world.occupations) : occupation,
    skills: Array.from(wanted, ([skill, needed]) => ({
      uri: world.taxonomy.skillUri(skill),
      essential: needed,
    })),
    truth: { occupation, essential },
  }
}

function drawProfile(
  world: World,
  level: Level,
  random: Random,
  at: number,
  sameGroup: ReadonlyMap<number, readonly WorldOccupation[]>,
): SimulatedProfile {
  const first = random.pick(world.occupations)
  const weights: [WorldOccupation, number][] = [[first, 1]]
  if (random.chance(TWO_OCCUPATIONS)) {
    const near = random.chance(0.5) ? sameGroup.get(Math.trunc(first.isco / 100)) : undefined
    const second = random.pick(near ?? world.occupations)
    const share = 0.5 + 0.35 * random.next()
    weights[0] = [first, share]
    if (second !== first) weights.push([second, 1 - share])
  }
  const recall = between(random, level.recall)
  const held = new Set<number>()
  for (const [{ essential, useful }, weight] of weights) {
    const chance = recall * Math.min(1, 1.2 * weight)
    for (const skill of essential) if (random.chance(chance)) held.add(skill)
    for (const skill of useful) if (random.chance(0.8 * chance)) held.add(skill)
  }
  const most = Math.round(between(random, level.declares))
  const told = new Map<number, boolean>()
  for (const skill of sample(random, [...held], most)) {
    const said = random.chance(level.replaced) ? replacement(world, random, skill) : skill
    told.set(said, said === skill || (told.get(said) ?? false))
  }
  for (const skill of noiseFor(world, random, told.size, level.noise)) {
    if (!told.has(skill)) told.set(skill, false)
  }
  const skill = (number: number, evidence: ProfileSkill['evidence']): ProfileSkill => ({
    uri: world.taxonomy.skillUri(number),
    level: 2,
    evidence,
  })
  const occupation = ({ uri, isco08 }: WorldOccupation): ProfileOccupation[] => [
    { uri, isco08, months: 24, labels: '' },
  ]
  const other = random.pick(world.occupations)
  const [wrong, silent] = [random.chance(WRONG_PEOPLE), random.chance(SILENT_PEOPLE)]
  const said = occupation(wrong ? other : first)
  return {
    id: `p-${String(at).padStart(6, '0')}`,
    declared: { known: occupation(first), wrong20: said, mixed: silent ? [] : said },
    skills: Array.from(told.keys(), (number) => skill(number, 'self')),
    checked: Array.from(told, ([number, true_]) =>
      skill(
        number,
        random.chance(true_ ? 0.3 : 0.05) ? random.pick(['employer', 'certified']) : 'self',
      ),
    ),
    truth: { occupations: weights.map(([one]) => one), held },
  }
}

/** A parent (25 %), a child (15 %) or a sibling of a skill; where there is none, whatever there is. */
function replacement(world: World, random: Random, skill: number): number {
  const kinds = [world.siblings(skill), world.parents(skill), world.children(skill)] as const
  const roll = random.next()
  const wanted = roll < 0.25 ? kinds[1] : roll < 0.4 ? kinds[2] : kinds[0]
  const list = [wanted, ...kinds].find((one) => one.length > 0)
  return list ? random.pick(list) : skill
}

/** Skills drawn by frequency^0.75, on average `share` of `count`. */
function noiseFor(world: World, random: Random, count: number, share: number): number[] {
  const { skills, sums } = world.noise
  const found: number[] = []
  for (let at = 0; at < count; at++) {
    if (!random.chance(share)) continue
    const wanted = random.next() * (sums.at(-1) ?? 0)
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    found.push(skills[low] ?? 0)
  }
  return found
}

/** `count` different ones of a list, or all. */
function sample<T>(random: Random, list: readonly T[], count: number): T[] {
  const all = [...list]
  const wanted = Math.min(count, all.length)
  for (let at = 0; at < wanted; at++) {
    const other = at + random.below(all.length - at)
    const kept = all[at] as T
    all[at] = all[other] as T
    all[other] = kept
  }
  return all.slice(0, wanted)
}

function between(random: Random, [least, most]: readonly [number, number]): number {
  return least + random.next() * (most - least)
}
