import { demoProgrammeId } from './ids.ts'
import type { Making } from './making.ts'
import { birthDate, demoMailDomain } from './people.ts'
import type { ExperiencePlan, ProfilePlan, SkillPlan } from './profile-rows.ts'
import { profileHeadline, profileSummary } from './profile-words.ts'
import { randomFrom } from './random.ts'
import { areas } from './trades.ts'

type Story = Pick<
  ProfilePlan,
  'status' | 'confirmed' | 'placeId' | 'kinds' | 'education' | 'languages' | 'daysOld'
> & {
  readonly names: readonly [given: string, family: string] | null
  readonly age: number
  /** Key of the occupation, country and months; the latest first. */
  readonly work: readonly (readonly [string, string, number])[]
  /** Share of the essential skills of each occupation. */
  readonly recall: number
  readonly evidence: SkillPlan['evidence']
}

function plan(making: Making, story: Story): ProfilePlan {
  const { vocabulary, calendar } = making
  const random = randomFrom(`story ${story.names?.join(' ') ?? story.age}`)
  const thisYear = calendar.now.getUTCFullYear()
  let year = thisYear
  const experiences = story.work.map(([key, country, months]): ExperiencePlan => {
    const occupation = vocabulary.occupation(key)
    const endYear = year
    year -= Math.max(1, Math.round(months / 12))
    const sector = areas[occupation.area]?.sectors[0] ?? ''
    return { occupation, country, sector, months, endYear, description: null }
  })
  const skills = new Map<string, SkillPlan>()
  for (const { occupation, months } of experiences) {
    const essential = occupation.essential.slice(
      0,
      Math.ceil(story.recall * occupation.essential.length),
    )
    const useful = occupation.useful.slice(0, Math.floor(story.recall * 4))
    for (const { uri } of [...essential, ...useful]) {
      const level = Math.min(4, 2 + Math.trunc(months / 24))
      if (!skills.has(uri)) skills.set(uri, { uri, level, evidence: story.evidence })
    }
  }
  const held = story.recall > 0 ? [...skills.values()] : []
  const first = experiences[0]?.occupation ?? null
  const months = experiences.reduce((sum, one) => sum + one.months, 0)
  return {
    userId: null,
    programmeId: null,
    enteredBy: null,
    confirmed: story.confirmed,
    status: story.status,
    headline: first && profileHeadline(first, months),
    summary: first && held.length > 0 ? profileSummary(first, held, random) : null,
    education: story.education,
    placeId: story.placeId,
    radiusKm: story.placeId ? 25 : null,
    relocate: false,
    remote: false,
    availableFrom: null,
    kinds: story.kinds,
    contracts: [],
    licences: [],
    pay: null,
    experiences,
    skills: held,
    languages: story.languages,
    qualifications: [],
    identity: story.names && {
      givenName: story.names[0],
      familyName: story.names[1],
      birthDate: birthDate(story.age, calendar, 120),
      email: null,
    },
    daysOld: story.daysOld,
  }
}

/** Awa: five years of welding, back near Abidjan, her profile rich and published. */
export function planAwa(making: Making): ProfilePlan {
  const { users, vocabulary, calendar } = making
  const awa = plan(making, {
    names: ['Awa', 'Gnamien'],
    age: 29,
    status: 'published',
    confirmed: true,
    placeId: 'ci-anyama',
    kinds: ['job', 'internship'],
    education: 3,
    languages: [
      ['fr', 6],
      ['dyu', 7],
      ['ar', 4],
      ['en', 2],
    ],
    work: [
      ['welder', 'TN', 38],
      ['metal-structure-worker', 'CI', 26],
    ],
    recall: 1,
    evidence: 'employer',
    daysOld: 40,
  })
  const welding = new Set(
    vocabulary
      .occupation('welder')
      .essential.slice(0, 5)
      .map(({ uri }) => uri),
  )
  return {
    ...awa,
    userId: users.awa,
    // Her certificate covers the welding itself, her employers' word the rest.
    skills: awa.skills.map((skill) =>
      welding.has(skill.uri) ? { ...skill, evidence: 'certified', level: 4 } : skill,
    ),
    experiences: awa.experiences.map((one, position) => ({
      ...one,
      description:
        position === 0
          ? 'Soudure à l’arc et au semi-automatique de châssis et de réservoirs, en atelier.'
          : 'Fabrication et pose de portails, de grilles et d’escaliers.',
    })),
    qualifications: [
      {
        title: 'CAP Construction métallique',
        country: 'CI',
        year: calendar.now.getUTCFullYear() - 8,
      },
      {
        title: 'Certificat de soudure à l’arc',
        country: 'TN',
        year: calendar.now.getUTCFullYear() - 2,
      },
    ],
    radiusKm: 50,
    licences: ['B'],
    pay: 90_000,
    identity: awa.identity && { ...awa.identity, email: `awa@${demoMailDomain}` },
  }
}

/** The people whom Yao accompanies, from one just begun to one hired, in this order. */
export function planEntered(making: Making): ProfilePlan[] {
  const { users } = making
  const french = [
    ['fr', 4],
    ['dyu', 7],
  ] as const
  const stories: Story[] = [
    {
      // Just begun: one job told, nothing else.
      ...{ names: null, age: 30, status: 'draft', confirmed: false, placeId: null, kinds: [] },
      ...{ education: null, languages: [], work: [['bricklayer', 'DZ', 30]] },
      ...{ recall: 0, evidence: 'self', daysOld: 1 },
    },
    {
      // Halfway: skills and languages are there, place, wishes and identity are not.
      ...{ names: null, age: 31, status: 'draft', confirmed: false, placeId: null, kinds: [] },
      ...{ education: 2, languages: french, recall: 0.6, evidence: 'self', daysOld: 6 },
      work: [['dressmaker', 'MA', 41]],
    },
    {
      // Complete, waiting for the person's own yes.
      ...{ names: ['Ibrahim', 'Doumbia'], age: 26, status: 'draft', confirmed: false },
      ...{ placeId: 'ci-abobo', kinds: ['job', 'apprenticeship'], education: 3 },
      ...{ languages: french, recall: 0.7, evidence: 'self', daysOld: 12 },
      work: [
        ['car-mechanic', 'LY', 22],
        ['tyre-fitter', 'CI', 14],
      ],
    },
    {
      // Confirmed and published.
      ...{ names: ['Salimata', 'Tanoh'], age: 34, status: 'published', confirmed: true },
      ...{ placeId: 'ci-cocody', kinds: ['job'], education: 3 },
      languages: [
        ['fr', 5],
        ['any', 7],
        ['it', 4],
      ],
      ...{ recall: 0.8, evidence: 'employer', daysOld: 33 },
      work: [
        ['cook', 'IT', 48],
        ['kitchen-assistant', 'CI', 18],
      ],
    },
    {
      // Paused: the person is travelling for some weeks.
      ...{ names: ['Wilfried', 'Séri'], age: 24, status: 'paused', confirmed: true },
      ...{ placeId: 'ci-yopougon', kinds: ['internship', 'job'], education: 5 },
      languages: [
        ['fr', 6],
        ['bev', 7],
        ['en', 3],
      ],
      ...{ recall: 0.7, evidence: 'certified', daysOld: 58 },
      work: [['it-support-technician', 'TN', 16]],
    },
    {
      // Hired; see the placements.
      ...{ names: ['Affoué', 'Brou'], age: 38, status: 'paused', confirmed: true },
      ...{ placeId: 'ci-yopougon', kinds: ['job'], education: 2 },
      languages: [
        ['fr', 4],
        ['bci', 7],
        ['ar', 3],
      ],
      ...{ recall: 0.8, evidence: 'employer', daysOld: 210 },
      work: [
        ['sewing-machine-operator', 'TN', 52],
        ['dressmaker', 'CI', 60],
      ],
    },
  ]
  return stories.map((story) => ({
    ...plan(making, story),
    programmeId: demoProgrammeId,
    enteredBy: users.yao,
  }))
}
