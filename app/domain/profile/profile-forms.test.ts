import { expect, test } from 'vitest'
import {
  addSkillsForm,
  experienceForm,
  holdsContact,
  identityForm,
  placeForm,
  wishesForm,
  workTextForm,
} from './profile-forms.ts'

test.each(['appelez-moi au 07 07 12 34 56', '+225-0707123456', 'awa@exemple.ci', '٠٧٠٧١٢٣٤٥٦'])(
  'a text that tells how to reach somebody is noticed: %s',
  (text) => {
    expect(holdsContact(text)).toBe(true)
  },
)

test.each(['5 ans, 12 apprentis, 2019-2023', 'soudure TIG/MIG, 200 pièces @ atelier'])(
  'figures of a trade are no telephone number: %s',
  (text) => {
    expect(holdsContact(text)).toBe(false)
  },
)

test('one checkbox or several, each once', () => {
  expect(addSkillsForm.parse({ version: '1', add: 'http://x/a' }).add).toEqual(['http://x/a'])
  expect(addSkillsForm.parse({ version: '1' }).add).toEqual([])
  expect(wishesForm.parse({ version: 1, kinds: ['job', 'job', 'internship'] }).kinds).toEqual([
    'job',
    'internship',
  ])
})

test('garbage is refused', () => {
  expect(experienceForm.safeParse({ version: 1, months: '12' }).success).toBe(false)
  expect(experienceForm.safeParse({ version: 1, occupation: 'javascript:alert(1)' }).success).toBe(
    false,
  )
  expect(placeForm.safeParse({ version: 1, place: 'x', radius: '7' }).success).toBe(false)
  expect(wishesForm.safeParse({ version: 1, kinds: ['slavery'] }).success).toBe(false)
  expect(wishesForm.safeParse({ version: 1 }).success).toBe(false)
})

test('an identity needs a way to reach the person', () => {
  const names = { version: 1, givenName: 'Awa', familyName: 'Koné' }
  const refused = identityForm.safeParse(names)
  expect(refused.error?.issues[0]).toMatchObject({
    path: ['phone'],
    message: 'profile.errors.reachable',
  })
  expect(identityForm.safeParse({ ...names, email: 'awa@exemple.ci' }).success).toBe(true)
  expect(identityForm.safeParse({ ...names, phone: '07' }).success).toBe(true)
})

test('a text to read may bring what documents hold; it is counted as the browser counts', () => {
  const read = (workText: unknown) => workTextForm.safeParse({ workText })
  expect(read('  souder\r\nà l’arc\u000c\u202bلحام\u202c ').data?.workText).toBe(
    'souder\nà l’arc  لحام',
  )
  expect(read(`${'a\r\n'.repeat(4_999)}aa`).success).toBe(true)
  expect(read('a'.repeat(10_001)).error?.issues[0]?.message).toBe('form.tooLong|10000')
  for (const nothing of ['', ' \n\u200f', undefined]) expect(read(nothing).success).toBe(false)
})
