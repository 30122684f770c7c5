import type { identifierMaker } from './companies.ts'
import type { CompanyPlan, DemoCompany } from './company-rows.ts'
import { type Industry, industries } from './industries.ts'
import type { Making } from './making.ts'
import type { OpportunityPlan } from './opportunity-rows.ts'
import type { DemoSkill } from './vocabulary.ts'

/** How many of the firms in Abidjan the story brings. */
export const storyFirmCount = 3

const fiction = 'Annonce fictive, pour la démonstration.'

/** Kouadio's workshop for metal and solar structures in Yopougon, and two firms of Abidjan that also need welders. */
export function planStoryFirms(identifiers: ReturnType<typeof identifierMaker>): CompanyPlan[] {
  const firm = (
    name: string,
    industry: string,
    does: string,
    size: CompanyPlan['size'],
    placeId: string,
  ): CompanyPlan => ({
    name,
    form: 'SARL',
    industry: industryOf(industry),
    does,
    size,
    identifiers: identifiers('ABJ', 'SARL'),
    sites: [{ name: 'atelier principal', placeId, address: 'Zone industrielle, lot 27' }],
    verified: true,
    byChamber: false,
    daysOld: 230,
  })
  return [
    firm(
      'Lumézo Métal et Solaire',
      'metal',
      'fabrique des structures métalliques et pose des panneaux solaires',
      '10-49',
      'ci-yopougon',
    ),
    firm(
      'Tandébo Chaudronnerie',
      'metal',
      'fabrique des cuves et des charpentes pour les usines d’Abidjan',
      '50-249',
      'ci-abobo',
    ),
    firm(
      'Wénila Ferronnerie',
      'metal',
      'fabrique des portails, des grilles et des escaliers',
      '2-9',
      'ci-cocody',
    ),
  ]
}

function industryOf(key: string): Industry {
  const found = industries.find((industry) => industry.key === key)
  if (!found) throw new RangeError(`No industry ${key}`)
  return found
}

/** What the firms of the story offer: Kouadio's internship for a welder and his draft, then three jobs near Awa. */
export function planStoryOpportunities(
  making: Making,
  firms: readonly DemoCompany[],
): OpportunityPlan[] {
  const { vocabulary, users } = making
  const [own, boilers, gates] = firms
  if (!own || !boilers || !gates) throw new RangeError('The story needs its firms')
  const welder = vocabulary.occupation('welder')
  const locksmith = vocabulary.occupation('metal-structure-worker')
  const fitter = vocabulary.occupation('solar-installer')
  const common = {
    site: 0,
    languages: [{ code: 'fr', level: 3, required: false }],
    education: null,
    licences: [],
    remote: false,
    posts: 1,
    status: 'published',
    createdBy: null,
  } as const
  const split = (skills: readonly DemoSkill[], useful: readonly DemoSkill[], count: number) => ({
    essential: skills.slice(0, count),
    useful: [...skills.slice(count), ...useful.slice(0, 2)],
  })
  return [
    {
      ...common,
      ...split(welder.essential, welder.useful, welder.essential.length),
      company: own,
      kind: 'internship',
      contract: 'stage-qualification',
      title: 'Stage de qualification : soudeur / soudeuse',
      description: `Dans notre atelier de Yopougon, vous souderez à l’arc et au semi-automatique des châssis de panneaux solaires, des portails et des charpentes légères. Une personne du métier vous accompagne pendant six mois ; une embauche est possible à la fin. Équipements fournis. ${fiction}`,
      occupation: welder,
      experienceMonths: 12,
      pay: { min: 90_000, max: 110_000, period: 'month' },
      startsIn: 35,
      months: 6,
      deadlineIn: 28,
      daysOld: 6,
      posts: 2,
      createdBy: users.kouadio,
    },
    {
      ...common,
      ...split(fitter.essential, fitter.useful, 6),
      company: own,
      kind: 'job',
      contract: 'cdd',
      title: 'Électricien photovoltaïque / électricienne photovoltaïque',
      description: `Vous poserez des panneaux solaires sur des toits de maisons et d’ateliers, à deux, dans tout Abidjan. ${fiction}`,
      occupation: fitter,
      experienceMonths: 24,
      pay: null,
      startsIn: null,
      months: 12,
      deadlineIn: null,
      status: 'draft',
      daysOld: 2,
      createdBy: users.kouadio,
    },
    {
      ...common,
      ...split(welder.essential, welder.useful, 7),
      company: boilers,
      kind: 'job',
      contract: 'cdi',
      title: 'Soudeur / soudeuse, 3 ans d’expérience',
      description: `Vous souderez des cuves et des charpentes à l’atelier, parfois chez nos clients. Contrat à durée indéterminée, avec période d’essai. Transport aidé. ${fiction}`,
      occupation: welder,
      experienceMonths: 36,
      pay: { min: 150_000, max: 190_000, period: 'month' },
      startsIn: 50,
      months: null,
      deadlineIn: 40,
      daysOld: 11,
      posts: 3,
    },
    {
      ...common,
      ...split(locksmith.essential, locksmith.useful, 6),
      company: gates,
      kind: 'job',
      contract: 'cdd',
      title: 'Serrurier métallier / serrurière métallière',
      description: `Vous fabriquerez et poserez des portails, des grilles et des escaliers sur mesure. Contrat à durée déterminée de douze mois. ${fiction}`,
      occupation: locksmith,
      experienceMonths: 12,
      pay: { min: 130_000, max: 160_000, period: 'month' },
      startsIn: 25,
      months: 12,
      deadlineIn: 21,
      daysOld: 9,
    },
    {
      ...common,
      ...split(welder.essential, [], 5),
      company: gates,
      kind: 'job',
      contract: 'interim',
      title: 'Soudeur / soudeuse pour un chantier à Cocody',
      description: `Mission de trois mois : souder et poser des garde-corps sur un immeuble. ${fiction}`,
      occupation: welder,
      experienceMonths: 12,
      pay: { min: 120_000, max: 140_000, period: 'month' },
      startsIn: 20,
      months: 3,
      deadlineIn: 16,
      daysOld: 4,
    },
  ]
}
