import type { PlaceList } from './place-list.ts'

/** Senegal: quarters of Dakar and its suburbs, other spellings, areas. */
export const snList: PlaceList = {
  metropolis: 'sn-dakar',
  metropolisUnits: ['SN-DK'],
  country: 'senegal, republique du senegal, السنغال',
  aliases: {
    'sn-dakar': 'dkr, dakar ville, ndakaru',
    'sn-dakar-plateau': 'plateau, dakar plateau',
    'sn-saint-louis': 'ndar, sor saint louis',
    'sn-tambacounda': 'tamba',
    'sn-ziguinchor': 'zig, ziguinchor ville',
    'sn-joal-fadiouth': 'joal, fadiouth',
    'sn-kaolack': 'kaolack ville, kawlax',
    'sn-mbour': 'm bour',
    'sn-saly': 'saly portudal, saly niakhniakhal, saly carrefour, sali portudal',
    'sn-diamniadio': 'pole urbain de diamniadio, diamniadio pole urbain',
    'sn-touba': 'touba mosquee, touba mbacke, darou khoudoss',
    'sn-thies': 'thies ville, thies nord, thies est, thies ouest',
    'sn-nguekhokh': 'nguekokh, nguekhokh',
    'sn-nioro-du-rip': 'nioro',
    'sn-cap-skirring': 'cap skiring, kabrousse',
  },
  quarters: {
    'sn-dakar':
      'almadies, ngor, ouakam, point e, fann, fann residence, fann hock, sacre coeur, sacre coeur 1, sacre coeur 2, sacre coeur 3, hlm, hlm grand yoff, ' +
      'grand dakar, liberte 1, liberte 2, liberte 3, liberte 4, liberte 5, liberte 6, sicap, sicap liberte, sicap baobab, parcelles assainies, ' +
      'grand yoff, hann, hann bel air, hann maristes, bel air, patte d oie, colobane, dieuppeul, derkle, fass, gueule tapee, maristes, ' +
      'camberene, castors, vdn, nord foire, ouest foire, sipres, cite keur gorgui, keur gorgui, amitie, amitie 2, zone a, zone b, medina, ' +
      'scat urbam, yarakh, biscuiterie, mamelles, foire, ucad, port autonome de dakar, km 4 boulevard du centenaire, rebeuss',
    'sn-dakar-plateau':
      'avenue leopold sedar senghor, avenue pompidou, place de l independance, sandaga, avenue lamine gueye, rue carnot',
    'sn-pikine':
      'thiaroye, yeumbeul, mbao, zac mbao, diamaguene, sicap mbao, icotaf, pikine icotaf, guinaw rails, tally bou bess, dalifort, diacksao, fass mbao',
    'sn-guediawaye': 'golf sud, sam notaire, wakhinane, hamo 4, wakhinane nimzatt',
    'sn-keur-massar': 'malika, jaxaay, keur mbaye fall',
    'sn-rufisque': 'rufisque nord, colobane rufisque, keury',
    'sn-thies': 'randoulene, mbour 1, mbour 3, grand standing, escale thies, dixieme, som',
    'sn-kaolack': 'medina baye, leona kaolack, ndorong, ndangane kaolack',
    'sn-saint-louis': 'sor, guet ndar, ugb, sanar, ile de saint louis',
    'sn-ziguinchor': 'boucotte, tilene, lyndiane, peyrissac',
  },
  regions: {
    casamance: 'sn-ziguinchor, sn-kolda, sn-sedhiou',
    'petite cote': 'sn-mbour, sn-saly, sn-la-somone',
    fouta: 'sn-matam, sn-podor',
    'bassin arachidier': 'sn-kaolack, sn-diourbel, sn-fatick, sn-kaffrine',
    niayes: 'sn-mboro, sn-kayar, sn-sangalkam',
    'sine saloum': 'sn-kaolack, sn-fatick, sn-foundiougne',
  },
}
