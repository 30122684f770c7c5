import type { Calendar } from './days.ts'
import type { IdentityPlan } from './profile-rows.ts'
import type { Random } from './random.ts'

// First and family names that many people bear, put together by chance: nobody is meant.
const givenNames =
  'Awa Aminata Fatou Mariam Adjoua Akissi Affoué Amenan Ahou Aya Amoin Bintou Salimata Rokia Kadidia Nathalie Edwige Estelle Carine Solange Clarisse Rachelle Prisca Ruth Esther Mireille Kouadio Kouassi Koffi Konan Yao Kouakou Kouamé Kobenan Ibrahim Moussa Seydou Bakary Drissa Lassina Souleymane Abdoulaye Issouf Adama Mamadou Serge Franck Hervé Cédric Arnaud Désiré Patrice Wilfried Parfait'.split(
    ' ',
  )
const familyNames =
  'Kouassi Koné Ouattara Traoré Coulibaly Touré Diabaté Bamba Konaté Diomandé Silué Yéo Tuo N’Guessan Kouamé Kouadio Konan Koffi Brou Aka Assi Gnamien Bédi Zadi Gohi Digbeu Séri Tapé Goué Tanoh Ehouman Kacou Adou Amani Dosso Fofana Cissé Sangaré Doumbia Meïté'.split(
    ' ',
  )

/** Where the demonstration's e-mail addresses end; the domain can never exist (RFC 2606). */
export const demoMailDomain = 'demo.passerelle.example'

/** Small letters without accents, as addresses are written. */
export function mailName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

/** An invented person of that age; `count` keeps addresses apart. */
export function inventPerson(
  age: number,
  calendar: Calendar,
  random: Random,
  count: number,
): IdentityPlan {
  const givenName = random.pick(givenNames)
  const familyName = random.pick(familyNames.filter((name) => name !== givenName))
  const address = `${mailName(givenName)}.${mailName(familyName)}${count}@${demoMailDomain}`
  return {
    givenName,
    familyName,
    birthDate: birthDate(age, calendar, random.below(360)),
    email: random.chance(0.4) ? address : null,
  }
}

/** A birth date by which somebody is `age` years and some days old. */
export function birthDate(age: number, calendar: Calendar, days: number): string {
  const [year = '', ...rest] = calendar.day(-days - 3).split('-')
  // The 29th of February is no day of every year.
  return [Number(year) - age, ...rest].join('-').replace('-02-29', '-02-28')
}
