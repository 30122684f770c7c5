import { describe, expect, test } from 'vitest'
import { isIdleHeading, matchHeading } from './match-heading.ts'

describe('headings of lists', () => {
  test.each([
    ['Raison sociale', 'legalName'],
    ['RAISON SOCIALE *', 'legalName'],
    ['Nom de l’entreprise', 'legalName'],
    ['Company name', 'legalName'],
    ['اسم الشركة', 'legalName'],
    ['Nom commercial / Sigle', 'tradeName'],
    ['الاسم التجاري', 'tradeName'],
    ['N° RCCM', 'id:rccm'],
    ['Registre de commerce', 'id:rccm'],
    ['Compte contribuable', 'id:ncc'],
    ['N° C.C.', 'id:ncc'],
    ['Matricule fiscal', 'id:matricule-fiscal'],
    ['NINEA', 'id:ninea'],
    ['ICE', 'id:ice'],
    ['Effectif (2024)', 'size'],
    ['Nbre employés', 'size'],
    ['عدد العمال', 'size'],
    ['Ville/Commune', 'place'],
    ['المدينة', 'place'],
    ['Région', 'admin1'],
    ['Adresse géographique', 'address'],
    ['Tél.', 'phone'],
    ['Tél 2', 'phone'],
    ['TELEPHONE', 'phone'],
    ['رقم الهاتف', 'phone'],
    ['E-mail', 'email'],
    ['البريد الإلكتروني', 'email'],
    ['Site web', 'website'],
    ['Secteur d’activité', 'sector'],
    ['النشاط', 'sector'],
    ['Année de création', 'foundedYear'],
    ['Origine du capital', 'capitalOrigin'],
    ['Nom et prénoms du DG', 'contactName'],
    ['Personne à contacter', 'contactName'],
    ['Fonction', 'contactPosition'],
    ['Tél. du responsable', 'contactPhone'],
    ['Mail du responsable', 'contactEmail'],
    ['Observations', 'description'],
  ])('%s holds %s', (heading, field) => {
    expect(matchHeading(heading)[0]?.field).toBe(field)
  })

  test.each(['Liste des membres de la chambre en 2024', '12', '', 'Qté', 'Abidjan'])(
    '%s says nothing',
    (heading) => {
      expect(matchHeading(heading)[0]?.weight ?? 0).toBeLessThan(60)
    },
  )

  test.each(['N°', 'No', 'Signature', 'Problème', 'الرقم'])(
    '%s is there for the list’s own sake',
    (heading) => {
      expect(isIdleHeading(heading)).toBe(true)
    },
  )
})
