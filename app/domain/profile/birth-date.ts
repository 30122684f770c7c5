/** From this age on somebody may have a profile here. Children belong in other hands. */
export const adultAge = 18
/** Nobody older looks for work: the year was mistyped. */
export const oldestAge = 100

/** Age in whole years on a day; both days `YYYY-MM-DD`. Negative for a birth after the day. */
export function ageOn(birthDate: string, today: string): number {
  const [birthYear = 0, birthMonth = 0, birthDay = 0] = birthDate.split('-').map(Number)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const before = month < birthMonth || (month === birthMonth && day < birthDay)
  return year - birthYear - (before ? 1 : 0)
}

/** What is to be thought of a birth date: fine, somebody under 18, or no date of a person who works. */
export function judgeBirthDate(
  birthDate: string,
  today: string,
): 'adult' | 'underage' | 'implausible' {
  const age = ageOn(birthDate, today)
  if (birthDate > today || age > oldestAge) return 'implausible'
  return age < adultAge ? 'underage' : 'adult'
}
