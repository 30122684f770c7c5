import { expect, test } from 'vitest'
import { genderForms } from './gender-forms.ts'

test.each([
  ['vendeur/vendeuse', 'vendeur', 'vendeuse'],
  [
    'conducteur de poids lourds/conductrice de poids lourds',
    'conducteur de poids lourds',
    'conductrice de poids lourds',
  ],
  ['chaudronnier/chaudronnière de cuivre', 'chaudronnier de cuivre', 'chaudronnière de cuivre'],
  [
    'trancheur-dérouleur de bois de placage/trancheuse dérouleuse de bois de placage',
    'trancheur-dérouleur de bois de placage',
    'trancheuse dérouleuse de bois de placage',
  ],
  [
    'inspecteur en foresterie/inspectrice du travail en foresterie',
    'inspecteur en foresterie',
    'inspectrice du travail en foresterie',
  ],
  [
    'formateur « lecture/français »/formatrice « lecture/français »',
    'formateur « lecture/français »',
    'formatrice « lecture/français »',
  ],
  ['steward/hôtesse', 'steward', 'hôtesse'],
  ['psychologue', 'psychologue', ''],
])('%s has the forms %s and %s', (label, masculine, feminine) => {
  expect(genderForms(label, 'preferred')).toEqual({ masculine, feminine })
})

test('an alternative is taken apart only where both words begin alike', () => {
  expect(genderForms('routier/routière', 'alternative').feminine).toBe('routière')
  expect(genderForms('conducteur de machine à papier/carton', 'alternative')).toEqual({
    masculine: 'conducteur de machine à papier/carton',
    feminine: '',
  })
})
