import { createHash } from 'node:crypto'
import { identifierMaker, planCompanies } from './companies.ts'
import { companyAdder } from './company-rows.ts'
import { calendarFrom } from './days.ts'
import { demoChamberId, demoProgrammeId, idMaker } from './ids.ts'
import type { Making } from './making.ts'
import { planOpportunities } from './opportunities.ts'
import { opportunityAdder } from './opportunity-rows.ts'
import { addPlacements, planHires } from './placements.ts'
import { profileAdder } from './profile-rows.ts'
import { planProfiles } from './profiles.ts'
import { randomFrom } from './random.ts'
import { addRelations } from './relations.ts'
import { type DemoInput, type DemoRows, emptyRows } from './rows.ts'
import { planStoryFirms, planStoryOpportunities, storyFirmCount } from './story-firms.ts'
import { planAwa, planEntered } from './story-people.ts'
import { addTargets } from './targets.ts'
import { readDemoVocabulary } from './vocabulary.ts'

/** The one organisation of the kind `platform`. */
const platformId = 'platform'

const people = 1000

/**
 * All rows of the demonstration: a fictional Côte d'Ivoire of 400 firms, 300 opportunities and
 * 1,000 people. The same input gives the same rows.
 */
export function demoCountry(input: DemoInput): DemoRows {
  const making: Making = {
    rows: emptyRows(),
    vocabulary: readDemoVocabulary(),
    calendar: calendarFrom(input.now),
    users: input.users,
    nextCode: codeMaker(input.profileCode),
  }
  const { rows, vocabulary, calendar } = making
  addOffices(making)

  const addCompany = companyAdder(making)
  const firms = planStoryFirms(identifierMaker(input.now, 'story identifiers')).map(addCompany)
  const companies = planCompanies(input.now, storyFirmCount).map(addCompany)

  const addOpportunity = opportunityAdder(making)
  const story = planStoryOpportunities(making, firms).map(addOpportunity)
  const filler = planOpportunities(companies, vocabulary, {
    // With the story: 180, 90 and 30.
    kinds: { job: 176, internship: 89, apprenticeship: 30 },
    statuses: { draft: 11, paused: 10, filled: 45, closed: 14 },
  }).map(addOpportunity)

  const addProfile = profileAdder(making)
  const entered = [planAwa(making), ...planEntered(making)].map(addProfile)
  const filled = filler.filter(({ plan }) => plan.status === 'filled')
  const hired = entered.at(-1)
  // One of the posts went to a person of the programme office; for the others somebody is made to fit.
  const hires = planHires(filled)
  const seamstress = hires.findIndex(
    ({ opportunity, endedAgo }) =>
      opportunity.plan.occupation.area === 'textiles' && endedAgo === null,
  )
  const [own] = hires.splice(Math.max(0, seamstress), 1)
  const wanted = hires.map(({ opportunity, beganAgo, endedAgo }) => ({
    occupation: opportunity.plan.occupation,
    admin1: vocabulary.place(opportunity.placeId ?? '').admin1,
    kind: opportunity.plan.kind,
    ago: beganAgo,
    looking: endedAgo !== null,
  }))
  const profiles = planProfiles(people - entered.length, wanted, vocabulary, calendar).map(
    addProfile,
  )
  addPlacements(making, [
    ...(own && hired ? [{ hire: own, profile: hired }] : []),
    ...hires.flatMap((hire, at) => {
      const profile = profiles[at]
      return profile ? [{ hire, profile }] : []
    }),
  ])
  addRelations(making, [...firms, ...companies])
  addTargets(making)
  addMembers(making, firms[0]?.id ?? '')
  addConfirmation(making, entered[3]?.id ?? '')
  if (story.length !== 5 || rows.profile.length !== people)
    throw new Error('The story is incomplete')
  return rows
}

function codeMaker(make: DemoInput['profileCode']): () => string {
  const random = randomFrom('profile codes')
  const used = new Set<string>()
  const next = (): string => {
    const code = make(random.below)
    if (used.has(code)) return next()
    used.add(code)
    return code
  }
  return next
}

function addOffices({ rows, calendar }: Making): void {
  rows.chamber.push({
    id: demoChamberId,
    country: 'CI',
    name: 'Chambre de commerce et d’industrie — démonstration',
    admin1s: '[]',
    created_at: calendar.ago(450),
  })
  rows.programme.push({
    id: demoProgrammeId,
    country: 'CI',
    name: 'Bureau d’accompagnement d’Abidjan — démonstration',
    created_at: calendar.ago(450),
  })
}

function addMembers({ rows, calendar, users }: Making, companyId: string): void {
  const nextId = idMaker('membership')
  const created_at = calendar.ago(230)
  const member = (user_id: string, org_kind: string, org_id: string, role: string) =>
    ({ id: nextId(), user_id, org_kind, org_id, role, created_at }) as (typeof rows.membership)[0]
  rows.membership.push(
    member(users.kouadio, 'company', companyId, 'owner'),
    member(users.mariam, 'chamber', demoChamberId, 'staff'),
    member(users.yao, 'programme', demoProgrammeId, 'counsellor'),
    member(users.admin, 'platform', platformId, 'administrator'),
  )
}

/** A code was sent to the person who is asked to confirm; nobody knows it, so a new one must be asked for. */
function addConfirmation({ rows, calendar }: Making, profileId: string): void {
  const identity = rows.identity.find((one) => one.profile_id === profileId)
  rows.profile_confirmation.push({
    profile_id: profileId,
    contact: identity?.phone ?? '',
    code_hash: createHash('sha256').update(`demo ${profileId}`).digest('hex'),
    attempts: 0,
    sent_at: calendar.ago(0),
    expires_at: `${calendar.day(2)}T00:00:00.000Z`,
  })
}
