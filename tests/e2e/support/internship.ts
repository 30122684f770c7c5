import { chooseOccupation } from '#app/domain/opportunity/choose-occupation.server.ts'
import { chooseSkills } from '#app/domain/opportunity/choose-skills.server.ts'
import { createOpportunity } from '#app/domain/opportunity/create-opportunity.server.ts'
import { moveOpportunity } from '#app/domain/opportunity/move-opportunity.server.ts'
import { setConditions } from '#app/domain/opportunity/set-conditions.server.ts'
import { signedIn } from '#app/server/page.server.ts'
import { readViewer } from '#app/server/viewer.server.ts'
import { placeId, unique, welder } from '#tests/support/fixtures.ts'
import { type Person, person } from '#tests/support/people.ts'
import type { Site } from './site.ts'

/** An internship for welders that an employer has published, and who published it. */
export interface Internship {
  readonly title: string
  readonly employer: Person
  /** Skills that a welder may tick, all wanted but the last. */
  readonly ticked: readonly string[]
  /** A useful skill that a welder finds by searching. */
  readonly searched: string
  /** An essential skill that nobody in these tests has. */
  readonly missing: string
}

/** Publishes an internship for welders in Abidjan as an employer does, through the use cases. */
export async function publishInternship({ services }: Site): Promise<Internship> {
  const { db, open, reference } = services
  const employer = await person(services, 'employer')
  const viewer = signedIn(await readViewer(services, new Headers({ cookie: employer.cookie })))
  const deps = { db, dialect: open.dialect, reference, now: new Date() }
  const asked = reference.skillsOf(welder)
  const essential = asked.filter((one) => one.relation === 'essential').map((one) => one.uri)
  const useful = asked.filter((one) => one.relation === 'useful').map((one) => one.uri)
  const searched = useful[0]
  const missing = essential[5]
  if (!searched || !missing) throw new Error('the welder has too few skills for this journey')

  const title = `Stage de soudure en atelier ${unique(5)}`
  const companyId = employer.ids.companyId ?? ''
  const id = await createOpportunity(deps, viewer, companyId, {
    kind: 'internship',
    title,
    contract: 'stage-qualification',
    posts: 2,
    description: 'Apprendre à souder des charpentes avec une équipe, lire des plans, finir.',
    where: 'other',
    place: await placeId(open),
    remote: false,
  })
  await chooseOccupation(deps, viewer, id, { occupation: welder, version: 1 })
  await chooseSkills(deps, viewer, id, {
    essential: [...essential.slice(0, 3), missing],
    useful: [searched],
    version: 2,
  })
  await setConditions(deps, viewer, id, {
    languages: [{ language: 'fr', level: 3, required: true }],
    education: 2,
    licences: [],
    version: 3,
  })
  const gaps = await moveOpportunity(deps, viewer, id, { move: 'publish', version: 4 })
  if (gaps.length > 0) throw new Error(`the internship still lacks ${gaps.join(', ')}`)
  services.index.wake()
  return { title, employer, ticked: essential.slice(0, 4), searched, missing }
}
