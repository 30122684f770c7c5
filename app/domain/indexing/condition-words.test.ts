import { expect, test } from 'vitest'
import { countryPack } from '#app/domain/countries/index.ts'
import { conditionWords } from './condition-words.ts'

const job = { country: 'CI', kind: 'job', contract: 'cdi', remote: false }

test('the conditions of an opportunity are found by their names and short forms in three languages', () => {
  for (const word of ['emploi', 'job', 'CDI', 'indéterminée', 'Permanent', 'عقد', 'وظيفة']) {
    expect(conditionWords(job)).toContain(word)
  }
  expect(conditionWords(job)).not.toContain('distance')
  expect(conditionWords({ ...job, remote: true })).toMatch(
    /à distance.*télétravail.*remote.*عن بعد/,
  )
  const apprentice = { ...job, kind: 'apprenticeship', contract: 'apprentissage' }
  expect(conditionWords(apprentice)).toMatch(/alternance.*apprenticeship.*Contrat d’apprentissage/)
})

test('every kind and every contract of every country has words', () => {
  for (const country of ['CI', 'TN', 'SN', 'MA'] as const) {
    for (const { id, kind, names } of countryPack(country).contractKinds) {
      const words = conditionWords({ country, kind, contract: id, remote: false })
      for (const name of Object.values(names)) expect(words).toContain(name)
      expect(words.length).toBeGreaterThan(names.fr.length + names.en.length + names.ar.length + 20)
    }
  }
})

test('what is not stated says nothing, and names that objects have are no contract', () => {
  expect(conditionWords({ ...job, contract: null })).toBe(conditionWords({ ...job, contract: '?' }))
  expect(conditionWords({ ...job, contract: 'constructor' })).not.toContain('function')
  expect(conditionWords({ country: 'XX', kind: 'x', contract: null, remote: false })).toBe('')
})
