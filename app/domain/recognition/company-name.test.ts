import { describe, expect, test } from 'vitest'
import { compareNames, nameKey, plainWeight } from './company-name.ts'

describe('what tells a name apart', () => {
  test.each([
    ['Ets KONÉ & Frères SARL', 'frere kone'],
    ['Koné et Frères', 'frere kone'],
    ['S.O.T.R.A.', 'sotra'],
    ['SOTRA S.A.', 'sotra'],
    ['Sté Ivoire Transit', 'ivoire transit'],
    ['Pharmacie Ste Anne', 'anne pharmacie sainte'],
    ['Ets N’Diaye et Fils', 'fils ndiaye'],
    ['شركة النور للتجارة ش.م.م', 'النور للتجاره'],
  ])('%s', (name, key) => {
    expect(nameKey(name).key).toBe(key)
  })
  test('spaces and hyphens do not count', () => {
    expect(nameKey('Bâti-Plus').joined).toBe(nameKey('BATIPLUS SARL').joined)
    expect(nameKey('CI-PHARM').whole).toBe(nameKey('Cipharm').whole)
  })
  test('a name of nothing but a legal form has no key', () => {
    expect(nameKey('SARL').key).toBe('')
  })
})

describe('how alike two names are', () => {
  const compare = (a: string, b: string) => compareNames(nameKey(a), nameKey(b), plainWeight)
  test('initials stand for their words', () => {
    expect(compare('CIE', 'Compagnie Ivoirienne d’Électricité').initials).toBe(true)
    expect(compare('SOTRA', 'Société des Transports Abidjanais').initials).toBe(true)
    expect(compare('SIR', 'Société Générale').initials).toBe(false)
  })
  test('numbers and countries that differ are never overlooked', () => {
    expect(compare('Lycée Moderne 1', 'Lycée Moderne 2').likeness).toBeLessThan(0.5)
    expect(compare('Ecobank Sénégal', 'Ecobank Côte d’Ivoire').likeness).toBeLessThan(0.5)
  })
  test('what each says for itself speaks against', () => {
    const other = compare('NSIA Banque', 'NSIA Assurances').likeness
    expect(compare('NSIA Banque CI', 'NSIA Banque').likeness).toBeGreaterThan(other)
  })
})
