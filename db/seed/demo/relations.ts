import type { CampaignCompanyTable } from '../../schema/campaign-company.ts'
import type { RelationTable } from '../../schema/relation.ts'
import type { DemoCompany } from './company-rows.ts'
import { dormantFrom, planContacts, workingDay } from './contact-history.ts'
import { demoChamberId, idMaker } from './ids.ts'
import type { Making } from './making.ts'
import { demoMailDomain, inventPerson } from './people.ts'
import { promiseAdder } from './promises.ts'
import { type Random, randomFrom } from './random.ts'

type Stage = RelationTable['stage']

/** Firms with which the chamber has begun something; all others are prospects. */
const begun = 150
/** Those of them that nobody has verified yet. */
const unseen = 60
/** Prospects that were called and never answered. */
const triedInVain = 45
const stageWeights: readonly (readonly [Stage, number])[] = [
  ['contacted', 48],
  ['met', 26],
  ['onboarded', 18],
  ['active', 12],
  ['dormant', 36],
]
const notes = [
  'Cherche surtout des profils avec des certificats.',
  'Rappeler après la saison : carnet de commandes plein.',
  'Intéressée par des stages de qualification.',
  'Veut voir trois profils avant de s’engager.',
  'Parle d’ouvrir une deuxième équipe.',
]
const notesInVain = [
  'Sonne dans le vide, essayer le matin.',
  'Le standard prend le message, personne ne rappelle.',
]
const notesRefused = [
  'N’embauche pas cette année.',
  'Passe par sa famille et ses anciens apprentis.',
]
const positions = ['Gérance', 'Ressources humaines', 'Chef d’atelier', 'Direction technique']
const taskTitles = [
  'Rappeler l’entreprise',
  'Envoyer trois profils',
  'Envoyer une proposition écrite',
  'Préparer la visite de l’atelier',
  'Vérifier où en est la promesse',
]

/** Adds what the chamber did with its firms: stages, contacts, tasks, promises, expected hires, people, a forum. */
export function addRelations(making: Making, companies: readonly DemoCompany[]): void {
  const random = randomFrom('relations')
  // The story's firms come first, then more of those that the chamber has seen.
  const story = companies.slice(0, 3)
  const rest = random.shuffled(companies.slice(3))
  const seen = rest.filter(({ verified }) => verified).slice(0, begun - unseen - story.length)
  const unverified = rest.filter(({ verified }) => !verified)
  const add = relationAdder(making, random)
  for (const company of story) add(company, 'active')
  const stages = new Map<DemoCompany, Stage>()
  for (const company of [...seen, ...unverified.slice(0, unseen)]) {
    const fitting = stageWeights.filter(
      ([stage]) =>
        // Whom the chamber has verified, it has met at least.
        !(company.verified && stage === 'contacted') &&
        !(stage === 'dormant' && company.daysOld < dormantFrom),
    )
    stages.set(company, random.weighted(fitting))
  }
  for (const [company, stage] of stages) add(company, stage)
  for (const company of unverified.slice(unseen, unseen + triedInVain)) add(company, 'prospect')
  addForum(making, random, stages)
}

function relationAdder(making: Making, random: Random) {
  const { rows, calendar, users } = making
  const engagementId = idMaker('engagement')
  const taskId = idMaker('task')
  const addPromises = promiseAdder(making, random)
  const addContact = contactAdder(making, random)
  let count = 0

  return (company: DemoCompany, stage: Stage): void => {
    count += 1
    const of = { chamber_id: demoChamberId, company_id: company.id }
    const { contacts, since } = planContacts(stage, company.daysOld, calendar, random)
    const first = contacts[0]?.ago ?? since
    const last = contacts.at(-1)?.ago ?? since
    rows.relation.push({
      ...of,
      stage,
      stage_since: calendar.day(-since),
      owner_id: random.chance(0.7) || count <= 3 ? users.mariam : null,
      updated_at: calendar.ago(Math.min(since, last)),
      version: 1 + contacts.length,
    })
    for (const { kind, outcome, ago } of contacts) {
      const said =
        outcome === 'no-answer' ? notesInVain : outcome === 'refused' ? notesRefused : notes
      rows.engagement.push({
        id: engagementId(),
        ...of,
        kind,
        on_day: calendar.day(-ago),
        outcome,
        note: random.chance(0.4) ? random.pick(said) : null,
        campaign_id: null,
        author_id: users.mariam,
        created_at: calendar.ago(ago),
      })
    }
    const addTask = (dueIn: number, doneAgo: number | null) => {
      rows.task.push({
        id: taskId(),
        ...of,
        title: stage === 'prospect' ? 'Rappeler l’entreprise' : random.pick(taskTitles),
        due_on: calendar.day(dueIn),
        assignee_id: users.mariam,
        created_by: users.mariam,
        created_at: calendar.ago(Math.max(1, last)),
        done_at: doneAgo === null ? null : calendar.ago(doneAgo),
        done_by: doneAgo === null ? null : users.mariam,
      })
    }
    if (stage !== 'dormant' && random.chance(0.2)) {
      addTask(-workingDay(random.between(-16, 5), calendar), null)
    }
    if (last > 12 && random.chance(0.3)) {
      const due = random.between(2, last - 8)
      addTask(-due, due + random.between(-2, 3))
    }
    addPromises({ company, stage, first, last })
    if (stage !== 'prospect' && random.chance(0.7)) addContact(company, last)
  }
}

/** Adds people to contact; those who agreed to be kept have left a number. */
function contactAdder({ rows, calendar, users }: Making, random: Random) {
  const contactId = idMaker('contact')
  let count = 0
  return (company: DemoCompany, ago: number): void => {
    count += 1
    const person = inventPerson(random.between(28, 58), calendar, random, 9_000 + count)
    const consent = random.weighted([
      ['given', 6],
      ['asked', 2],
      ['unknown', 2],
    ] as const)
    const phone = `+225070000${String(1_000 + count).padStart(4, '0')}`
    rows.company_contact.push({
      id: contactId(),
      company_id: company.id,
      name: `${person.givenName} ${person.familyName}`,
      position: random.pick(positions),
      email: `contact${count}@${demoMailDomain}`,
      phone: consent === 'given' && random.chance(0.85) ? phone : null,
      consent,
      consent_at: consent === 'unknown' ? null : calendar.day(-ago),
      created_by: users.mariam,
      created_at: calendar.ago(ago),
      updated_at: calendar.ago(ago),
      version: 1,
    })
  }
}

/** A forum some three weeks ago: whom it invited, who came. Who came has been met since. */
function addForum(making: Making, random: Random, stages: ReadonlyMap<DemoCompany, Stage>): void {
  const { rows, calendar, users } = making
  const id = idMaker('campaign')()
  const engagementId = idMaker('forum engagement')
  const ago = workingDay(21, calendar)
  rows.campaign.push({
    id,
    chamber_id: demoChamberId,
    kind: 'event',
    title: 'Forum des métiers du bâtiment et du métal',
    on_day: calendar.day(-ago),
    place_id: 'ci-yopougon',
    note: 'Rencontre fictive, pour la démonstration.',
    created_by: users.mariam,
    created_at: calendar.ago(50),
    closed_at: null,
  })
  const awake = [...stages].filter(([, stage]) => stage !== 'dormant')
  for (const [company, stage] of awake.slice(0, 24)) {
    const status: CampaignCompanyTable['status'] = random.weighted([
      ['attended', stage === 'contacted' ? 0 : 5],
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
      on_day: calendar.day(-ago),
      outcome,
      note: null,
      campaign_id: id,
      author_id: users.mariam,
      created_at: calendar.ago(20),
    })
  }
}
