import type { SkillPlan } from './profile-rows.ts'
import type { Random } from './random.ts'
import { bothForms, type DemoOccupation, listed, sentenceCase, tasksAmong } from './vocabulary.ts'

/** "Soudeur / soudeuse, 4 ans d’expérience": the work in both forms, so that it says nothing of the person's sex. */
export function profileHeadline(occupation: DemoOccupation, months: number): string {
  const years = Math.trunc(months / 12)
  const name = sentenceCase(bothForms(occupation))
  if (years >= 2) return `${name}, ${years} ans d’expérience`
  return months >= 6 ? `${name}, ${months} mois d’expérience` : name
}

const wishes = [
  'Je cherche une équipe sérieuse où continuer à apprendre.',
  'Je peux commencer rapidement.',
  'Je cherche un travail durable près de chez moi.',
  'Les horaires décalés me conviennent.',
  'J’aime le travail bien fini.',
]

/** What the person does best. It says that it is fiction, and not where the person has been. */
export function profileSummary(
  occupation: DemoOccupation,
  skills: readonly SkillPlan[],
  random: Random,
): string {
  const held = new Set(skills.map(({ uri }) => uri))
  const labels = tasksAmong(occupation.essential.filter((skill) => held.has(skill.uri)))
  return [
    ...(labels.length > 0 ? [`Ce que je sais bien faire : ${listed(labels)}.`] : []),
    random.pick(wishes),
    'Profil fictif, pour la démonstration.',
  ].join(' ')
}

/** What there was to do at a place of work. */
export function workDescription(occupation: DemoOccupation, random: Random): string | null {
  const labels = tasksAmong(random.shuffled([...occupation.essential, ...occupation.useful]))
  return labels.length > 0 ? `${sentenceCase(listed(labels))}.` : null
}
