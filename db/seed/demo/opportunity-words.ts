import type { OpportunityTable } from '../../schema/opportunity.ts'
import type { DemoCompany } from './company-rows.ts'
import type { Random } from './random.ts'
import {
  bothForms,
  type DemoOccupation,
  type DemoSkill,
  listed,
  sentenceCase,
  tasksAmong,
} from './vocabulary.ts'

/** What the words of an opportunity are made from. */
export interface OpportunityFacts {
  readonly company: Pick<DemoCompany, 'name' | 'does'>
  readonly kind: OpportunityTable['kind']
  readonly contract: string
  readonly occupation: DemoOccupation
  readonly placeName: string
  readonly experienceMonths: number | null
  readonly months: number | null
  /** The most important first. */
  readonly essential: readonly DemoSkill[]
}

/** A title as firms of the country write it. */
export function opportunityTitle(facts: OpportunityFacts, random: Random): string {
  const { kind, contract, occupation, placeName, experienceMonths } = facts
  const both = bothForms(occupation)
  if (kind === 'apprenticeship') {
    return sentenceCase(random.pick([`apprentissage : ${both}`, `${both} en apprentissage`]))
  }
  if (kind === 'internship') {
    const name = contract === 'stage-qualification' ? 'stage de qualification' : 'stage'
    return sentenceCase(random.pick([`${name} : ${both}`, `${name}, ${both}, ${placeName}`]))
  }
  const short =
    occupation.masculine === occupation.feminine ? both : `${occupation.masculine} (H/F)`
  const years = Math.trunc((experienceMonths ?? 0) / 12)
  const level =
    experienceMonths === null
      ? `${both}, débutants acceptés`
      : years >= 2
        ? `${both}, ${years} ans d’expérience`
        : both
  return sentenceCase(random.pick([both, short, level, `${both}, ${placeName}`]))
}

const offers: Readonly<Record<string, string>> = {
  cdi: 'Contrat à durée indéterminée, avec période d’essai.',
  interim: 'Mission d’intérim, renouvelable selon l’activité.',
  journalier: 'Travail à la journée, payé chaque samedi.',
  'stage-ecole': 'Une convention avec votre école est nécessaire.',
  'stage-qualification': 'Une personne du métier vous accompagne ; une embauche est possible.',
  'stage-immersion': 'Le but : découvrir le métier et l’entreprise avant de choisir.',
}
const hours = [
  'Du lundi au vendredi, de 7 h 30 à 16 h 30.',
  'Du lundi au samedi midi.',
  'Horaires par équipes, une semaine sur deux le matin.',
  'Horaires à convenir ensemble.',
  'Transport aidé le matin et le soir.',
  'Équipements et tenue fournis.',
]

/** A few sentences: who the firm is, what there is to do, on what terms. They say that it is fiction. */
export function describeOpportunity(facts: OpportunityFacts, random: Random): string {
  const { company, contract, kind, essential, months, placeName } = facts
  const tasks = tasksAmong(essential)
  const work =
    kind === 'job'
      ? `À votre poste (${placeName}), vous aurez à ${listed(tasks)}.`
      : `Vous apprendrez à ${listed(tasks)} (${placeName}).`
  const terms =
    contract === 'cdd'
      ? `Contrat à durée déterminée de ${months} mois.`
      : contract === 'apprentissage'
        ? `Formation à l’atelier pendant ${months} mois, auprès d’un maître d’apprentissage.`
        : kind === 'internship'
          ? `Stage de ${months} mois. ${offers[contract] ?? ''}`
          : (offers[contract] ?? '')
  return [
    `${company.name} ${company.does}.`,
    ...(tasks.length > 0 ? [work] : []),
    terms,
    random.pick(hours),
    'Annonce fictive, pour la démonstration.',
  ].join(' ')
}
