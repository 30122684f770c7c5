import type { PlaceList } from './place-list.ts'

/** Morocco: quarters of the large cities, other spellings, areas. */
export const maList: PlaceList = {
  metropolis: 'ma-casablanca',
  metropolisUnits: ['MA-06'],
  country: 'maroc, morocco, royaume du maroc, المغرب, المملكه المغربيه',
  aliases: {
    'ma-casablanca': 'casa, csblanca, dar el beida, dar beida, الدارالبيضاء, كازابلانكا',
    'ma-fes': 'fez, fes ville, fes medina',
    'ma-tanger': 'tangier, tanja, tanger ville, tanger medina, طنجه',
    'ma-marrakech': 'marrakesh, mrkch, kech, marrakch',
    'ma-agadir': 'agadir ville, أكادير',
    'ma-laayoune': 'el aaiun, layoune, laayoun',
    'ma-meknes': 'mekness',
    'ma-el-jadida': 'mazagan',
    'ma-sale': 'sala',
    'ma-kenitra': 'qenitra',
    'ma-al-hoceima': 'hoceima, alhoceima',
    'ma-ait-melloul': 'ait meloul',
    'ma-benslimane': 'ben slimane',
    'ma-tetouan': 'titwan, tetuan',
  },
  quarters: {
    'ma-casablanca':
      'maarif, ain sebaa, sidi maarouf, anfa, gauthier, bourgogne, hay hassani, sidi bernoussi, sidi moumen, derb sultan, racine, californie, ' +
      'oasis, ain chock, ben m sik, roches noires, lissasfa, casanearshore, casa nearshore, derb omar, cfc, casablanca finance city, ' +
      'ain diab, hay mohammadi, belvedere, mers sultan, zerktouni, sidi othmane, moulay rachid, technopark, oulfa, ain borja, المعاريف, عين السبع',
    'ma-rabat':
      'agdal, hay riad, souissi, hassan, rabat hassan, ocean, yacoub el mansour, akkari, aviation, rabat technopolis, اكدال, حي الرياض',
    'ma-sale': 'tabriquet, technopolis, bettana, hay salam, sala al jadida, laayayda',
    'ma-tanger':
      'tanger free zone, tangier free zone, tfz, malabata, iberia, tanger med, tanger automotive city, boukhalef tanger, mesnana',
    'ma-marrakech':
      'gueliz, hivernage, sidi ghanem, daoudiate, targa, massira, m hamid marrakech, semlalia, كليز',
    'ma-fes':
      'sidi brahim, bensouda, ben souda, saiss, route d immouzer, zouagha, narjiss, ain nokbi',
    'ma-agadir':
      'talborjt, founty, anza, hay mohammadi agadir, dakhla agadir, tilila, tassila agadir, haliopolis',
    'ma-meknes': 'hamria, sidi bouzekri, marjane meknes, agropolis',
    'ma-kenitra': 'atlantic free zone, bir rami, val fleuri',
    'ma-oujda': 'technopole oujda, lazaret',
  },
  regions: {
    souss: 'ma-agadir, ma-inezgane, ma-taroudant',
    rif: 'ma-al-hoceima, ma-nador, ma-tetouan',
    gharb: 'ma-kenitra, ma-sidi-kacem, ma-souk-el-arbaa-du-gharb',
    doukkala: 'ma-el-jadida, ma-sidi-bennour',
    'grand casablanca': 'ma-casablanca, ma-mohammedia',
    chaouia: 'ma-settat, ma-berrechid',
    tadla: 'ma-beni-mellal, ma-kasba-tadla',
    gzenaya: 'ma-tanger, ma-gueznaia',
    'sud marocain': 'ma-laayoune, ma-dakhla, ma-guelmim',
  },
}
