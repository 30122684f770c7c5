import type { DemoOccupation } from './vocabulary.ts'

/** Licences that the work cannot be done without, by the occupation's key. */
export const licencesOf: Readonly<Record<string, readonly string[]>> = {
  'lorry-driver': ['C'],
  'bus-driver': ['D'],
  'delivery-driver': ['B'],
  'taxi-driver': ['B'],
  'motorbike-courier': ['A'],
  'forklift-driver': ['forklift'],
  'driving-instructor': ['B'],
}

/** Monthly pay in francs CFA by the first digit of ISCO-08: least and most that a firm begins with. */
const payBands: Readonly<Record<string, readonly [number, number]>> = {
  '1': [300_000, 600_000],
  '2': [200_000, 450_000],
  '3': [150_000, 320_000],
  '4': [100_000, 190_000],
  '5': [80_000, 140_000],
  '6': [75_000, 115_000],
  '7': [90_000, 190_000],
  '8': [85_000, 160_000],
  '9': [75_000, 95_000],
}

/** Between what amounts a firm begins to pay for the work, in francs CFA a month. */
export function payBand({ isco08 }: DemoOccupation): readonly [number, number] {
  return payBands[isco08.charAt(0)] ?? [80_000, 120_000]
}

/** ISCED 2011 levels that fit the work, by the first digit of ISCO-08. */
const educationBands: Readonly<Record<string, readonly number[]>> = {
  '1': [5, 6],
  '2': [5, 6, 7],
  '3': [4, 5, 5, 6],
  '4': [3, 5, 5],
  '5': [2, 3, 3],
  '6': [1, 2],
  '7': [2, 3, 3, 4],
  '8': [2, 3],
  '9': [0, 1, 2],
}

/** ISCED 2011 levels that people in the work mostly have. */
export function educationsOf({ isco08 }: DemoOccupation): readonly number[] {
  return educationBands[isco08.charAt(0)] ?? [2, 3]
}

/** Work that is learned at the workshop. */
export function isLearnedAsApprentice({ isco08 }: DemoOccupation): boolean {
  return /^(7|51[24])/.test(isco08)
}

/** How the vocabulary's files fall into sectors, diplomas and numbers of people. */
export const areas: Readonly<
  Record<
    string,
    { readonly weight: number; readonly sectors: readonly string[]; readonly diploma: string }
  >
> = {
  building: { weight: 16, sectors: ['41', '42', '43'], diploma: 'Bâtiment' },
  'electricity-solar': { weight: 8, sectors: ['43', '35'], diploma: 'Électrotechnique' },
  welding: { weight: 8, sectors: ['25', '41'], diploma: 'Construction métallique' },
  mechanics: { weight: 9, sectors: ['45', '33'], diploma: 'Mécanique' },
  textiles: { weight: 8, sectors: ['14', '13'], diploma: 'Couture' },
  hospitality: { weight: 11, sectors: ['56', '55'], diploma: 'Hôtellerie et restauration' },
  trade: { weight: 11, sectors: ['47', '46'], diploma: 'Vente et commerce' },
  'transport-logistics': { weight: 10, sectors: ['49', '52'], diploma: 'Transport et logistique' },
  'agri-food': { weight: 10, sectors: ['01', '10'], diploma: 'Agriculture et agroalimentaire' },
  'office-accounting': { weight: 5, sectors: ['69', '82'], diploma: 'Comptabilité et bureautique' },
  digital: { weight: 5, sectors: ['62'], diploma: 'Informatique' },
  'call-centre': { weight: 3, sectors: ['82'], diploma: 'Relation client' },
  'cleaning-security': { weight: 6, sectors: ['80', '81'], diploma: 'Hygiène et sécurité' },
  crafts: { weight: 5, sectors: ['96', '15'], diploma: 'Artisanat' },
  'health-care': { weight: 3, sectors: ['86', '88'], diploma: 'Santé et soins' },
  'fishing-poultry': { weight: 5, sectors: ['03', '01'], diploma: 'Pêche et élevage' },
  teaching: { weight: 3, sectors: ['85'], diploma: 'Enseignement' },
}
