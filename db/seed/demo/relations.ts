import type { RelationTable } from '../../schema/relation.ts'
import type { DemoCompany } from './company-rows.ts'
import { demoChamberId, idMaker } from './ids.ts'
import type { Making } from './making.ts'
import { demoMailDomain, inventPerson } from './people.ts'
import { type Random, randomFrom } from './random.ts'

type Stage = RelationTable['stage']

/** Firms with which the chamber has begun something; all others are prospects. */
const begun = 150
/** Those of them that nobody has verified yet. */
const unseen = 60
const stageWeights: readonly (readonly [Stage, number])[] = [
  ['contacted', 40],
  ['met', 26],
  ['onboarded', 18],
  ['active', 12],
  ['dormant', 10],
]
/** How a relation came to its stage, the first contact first. */
const paths: Readonly<Record<Stage, readonly (readonly ['call' | 'visit' | 'mail', string])[]>> = {
  prospect: [],
  contacted: [['call', 'reached']],
  met: [
    ['call', 'reached'],
    ['visit', 'interested'],
  ],
  onboarded: [
    ['call', 'no-answer'],
    ['call', 'reached'],
    ['visit', 'interested'],
  ],
  active: [
    ['call', 'reached'],
    ['visit', 'promised'],
    ['mail', 'reached'],
  ],
  dormant: [
    ['call', 'reached'],
    ['call', 'refused'],
  ],
}
const notes = [
  'Cherche surtout des profils avec des certificats.',
  'Rappeler après la saison : carnet de commandes plein.',
  'Intéressée par des stages de qualification.',
  'Veut voir trois profils avant de s’engager.',
  'Parle d’ouvrir une deuxième équipe.',
]
const positions = ['Gérance', 'Ressources humaines', 'Chef d’atelier', 'Direction technique']
const taskTitles = [
  'Rappeler l’entreprise',
  'Envoyer trois profils',
  'Envoyer une proposition écrite',
  'Préparer la visite de l’atelier',
  'Vérifier où en est la promesse',
]
const promises = [
  ['internship', 4],
  ['job', 3],
  ['apprenticeship', 2],
  ['training', 1],
  ['mentoring', 1],
] as const

/** Adds what the chamber did with its firms: stages, contacts, tasks, promises, expected hires, people, a forum. */
export function addRelations(making: Making, companies: readonly DemoCompany[]): void {
  const random = randomFrom('relations')
  // The story's firms come first, then more of those that the chamber has seen.
  const story = companies.slice(0, 3)
  const rest = random.shuffled(companies.slice(3))
  const seen = rest.filter(({ verified }) => verified).slice(0, begun - unseen - story.length)
  const others = [...seen, ...rest.filter(({ verified }) => !verified).slice(0, unseen)]
  const add = relationAdder(making, random)
  for (const company of story) add(company, 'active')
  for (const company of others) {
    // Whom the chamber has verified, it has met at least.
    const fitting = stageWeights.filter(([stage]) => !company.verified || stage !== 'contacted')
    add(company, random.weighted(fitting))
  }
  addForum(making, random, others)
}

function relationAdder(making: Making, random: Random) {
  const { rows, calendar, users, vocabulary } = making
  const ids = {
    engagement: idMaker('engagement'),
    task: idMaker('task'),
    commitment: idMaker('commitment'),
    intention: idMaker('intention'),
    contact: idMaker('contact'),
  }
  let count = 0
  const quarter = (ahead: number) => {
    const [year = '', month = ''] = calendar.day(0).split('-')
    const number = Number(year) * 4 + Math.ceil(Number(month) / 3) - 1 + ahead
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
  }
  const kindOf = () => random.weighted(promises)

  return (company: DemoCompany, stage: Stage): void => {
    count += 1
    const of = { chamber_id: demoChamberId, company_id: company.id }
    const first = random.between(30, Math.max(31, Math.min(200, company.daysOld)))
    const path = paths[stage]
    const dayOfStep = (at: number) =>
      Math.round(first - (at * (first - random.between(3, 20))) / Math.max(1, path.length - 1))
    const lastStep = path.length > 1 ? Math.max(2, dayOfStep(path.length - 1)) : first
    const owner_id = random.chance(0.7) || count <= 3 ? users.mariam : null
    rows.relation.push({
      ...of,
      stage,
      stage_since: calendar.day(-lastStep),
      owner_id,
      updated_at: calendar.ago(lastStep),
      version: 1 + path.length,
    })
    path.forEach(([kind, outcome], at) => {
      const ago = at === path.length - 1 ? lastStep : Math.max(lastStep, dayOfStep(at))
      rows.engagement.push({
        id: ids.engagement(),
        ...of,
        kind,
        on_day: calendar.day(-ago),
        outcome: outcome as 'reached',
        note: random.chance(0.4) ? random.pick(notes) : null,
        campaign_id: null,
        author_id: users.mariam,
        created_at: calendar.ago(ago),
      })
    })
    if (stage !== 'dormant' && random.chance(0.25)) {
      const due = random.between(-5, 16)
      rows.task.push({
        id: ids.task(),
        ...of,
        title: random.pick(taskTitles),
        due_on: calendar.day(due),
        assignee_id: users.mariam,
        created_by: users.mariam,
        created_at: calendar.ago(Math.max(0, 6 - due)),
        done_at: null,
        done_by: null,
      })
    }
    if (stage === 'active' || (stage === 'onboarded' && random.chance(0.4))) {
      addPromise(company, of, owner_id)
    }
    if (stage !== 'contacted' && stage !== 'dormant' && random.chance(0.6)) {
      const occupation = vocabulary.occupation(random.pick(company.industry.occupations))
      rows.intention.push({
        id: ids.intention(),
        ...of,
        site_id: company.sites[0]?.id ?? null,
        kind: random.chance(0.6) ? 'job' : 'internship',
        occupation_uri: occupation.uri,
        quarter: quarter(random.between(0, 4)),
        posts: random.between(1, 8),
        source: random.chance(0.7) ? 'visit' : 'company',
        status: 'open',
        outcome_posts: null,
        closed_on: null,
        created_by: users.mariam,
        created_at: calendar.ago(lastStep),
        version: 1,
      })
    }
    if (stage !== 'prospect' && random.chance(0.7)) {
      const person = inventPerson(random.between(28, 58), calendar, random, 9_000 + count)
      const consent = random.weighted([
        ['given', 6],
        ['asked', 2],
        ['unknown', 2],
      ] as const)
      rows.company_contact.push({
        id: ids.contact(),
        company_id: company.id,
        name: `${person.givenName} ${person.familyName}`,
        position: random.pick(positions),
        email: `contact${count}@${demoMailDomain}`,
        phone: null,
        consent,
        consent_at: consent === 'unknown' ? null : calendar.day(-lastStep),
        created_by: users.mariam,
        created_at: calendar.ago(lastStep),
        updated_at: calendar.ago(lastStep),
        version: 1,
      })
    }
  }

  function addPromise(
    company: DemoCompany,
    of: { chamber_id: string; company_id: string },
    owner: string | null,
  ): void {
    const kind = kindOf()
    const quantity = kind === 'mentoring' || kind === 'training' ? 1 : random.between(2, 8)
    const over = random.chance(0.3)
    const status = over
      ? random.weighted([
          ['kept', 5],
          ['partly', 3],
          ['broken', 2],
        ] as const)
      : 'open'
    const due = over ? -random.between(10, 90) : random.between(-4, 120)
    const kept = { kept: quantity, partly: Math.max(1, quantity - 1), broken: 0, open: null }
    rows.commitment.push({
      id: ids.commitment(),
      ...of,
      kind,
      quantity,
      due_on: calendar.day(due),
      note: random.chance(0.3) ? `Dit lors de la visite chez ${company.name}.` : null,
      status: status === 'partly' && quantity === 1 ? 'kept' : status,
      kept_quantity: kept[status],
      closed_on: over ? calendar.day(due + 3) : null,
      created_by: owner ?? users.mariam,
      created_at: calendar.ago(over ? 150 : 20),
      version: over ? 2 : 1,
    })
  }
}

/** A forum three weeks ago: whom it invited, who came. */
function addForum(making: Making, random: Random, companies: readonly DemoCompany[]): void {
  const { rows, calendar, users } = making
  const id = idMaker('campaign')()
  const engagementId = idMaker('forum engagement')
  rows.campaign.push({
    id,
    chamber_id: demoChamberId,
    kind: 'event',
    title: 'Forum des métiers du bâtiment et du métal',
    on_day: calendar.day(-21),
    place_id: 'ci-yopougon',
    note: 'Rencontre fictive, pour la démonstration.',
    created_by: users.mariam,
    created_at: calendar.ago(50),
    closed_at: null,
  })
  for (const company of companies.slice(0, 24)) {
    const status = random.weighted([
      ['attended', 5],
      ['absent', 2],
      ['declined', 2],
      ['accepted', 1],
    ] as const)
    const outcome = status === 'attended' ? random.pick(['reached', 'interested'] as const) : null
    rows.campaign_company.push({
      campaign_id: id,
      company_id: company.id,
      status,
      outcome,
      updated_at: calendar.ago(20),
    })
    if (outcome === null) continue
    rows.engagement.push({
      id: engagementId(),
      chamber_id: demoChamberId,
      company_id: company.id,
      kind: 'event',
      on_day: calendar.day(-21),
      outcome,
      note: null,
      campaign_id: id,
      author_id: users.mariam,
      created_at: calendar.ago(20),
    })
  }
}
