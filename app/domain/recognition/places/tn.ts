import type { PlaceList } from './place-list.ts'

/** Tunisia: quarters and business parks of Greater Tunis and the large towns, other spellings, areas. */
export const tnList: PlaceList = {
  metropolis: 'tn-tunis',
  metropolisUnits: ['TN-11', 'TN-12', 'TN-13', 'TN-14'],
  country: 'tunisie, tunisia, republique tunisienne, الجمهوريه التونسيه',
  aliases: {
    'tn-tunis':
      'tunis ville, tunis centre, tunis capitale, tunis medina, تونس العاصمه, تونس المدينه, tounes',
    'tn-sfax': 'sfax ville, sfax medina, sfax sud, sfax ouest, sfax centre, safaqis',
    'tn-sousse': 'sousse ville, sousse medina, sousse riadh, susa',
    'tn-ariana': 'ariana ville, l ariana, aryanah',
    'tn-houmt-souk':
      'houmet souk, houmet essouk, houmt essouk, djerba houmt souk, jerba houmt souk, djerba houmet souk',
    'tn-midoun': 'djerba midoun, jerba midoun',
    'tn-ajim': 'djerba ajim, jerba ajim',
    'tn-dar-chaabane': 'dar chaabane el fehri, dar chaabane elfehri',
    'tn-ben-gardane': 'ben guerdane, ben guerdan, ben gardene',
    'tn-jemmal': 'djemmal, jammel',
    'tn-el-jem': 'el djem',
    'tn-menzel-bourguiba': 'menzel bourguiba, ferryville',
    'tn-kairouan': 'qayrawan, kairawan',
    'tn-enfidha': 'enfida, enfidaville',
    'tn-moulares': 'om el araies, oum larayes, oum el araies',
    'tn-m-saken': 'msaken',
    'tn-hammam-lif': 'hamam lif',
    'tn-sakiet-ezzit': 'saquiet ezzit, saqiet ezzit',
    'tn-sakiet-eddaier': 'saquiet eddaier, saqiet eddaier',
    'tn-tinja': 'tinja bizerte',
  },
  quarters: {
    'tn-tunis':
      'berges du lac, les berges du lac, lac 1, lac 2, lac 0, lac, centre urbain nord, cun, belvedere, montplaisir, lafayette, ' +
      'mutuelleville, el manar, manar, manar 1, manar 2, el menzah 1, menzah 1, menzah 4, charguia 1, bab souika, bab el khadra, bab jdid, ' +
      'bab saadoun, el omrane, ouardia, kabaria, jebel jelloud, jebeljelloud, cite el khadra, el khadra, notre dame, ' +
      'alain savary, jardins d el menzah, avenue habib bourguiba tunis, el ghazala tunis, bab bhar, mellassine, zahrouni, ' +
      'البحيره, البلفدير, مونبليزير, المنار',
    'tn-ariana':
      'ennasr, ennasr 1, ennasr 2, cite ennasr, menzah 5, menzah 6, menzah 7, menzah 8, el menzah 5, el menzah 6, el menzah 7, el menzah 8, ' +
      'charguia 2, borj louzir, el ghazala, pole technologique el ghazala, parc technologique el ghazala, riadh el andalous, النصر',
    'tn-la-soukra': 'chotrana, dar fadhal',
    'tn-la-marsa': 'gammarth, gammart, sidi daoud, bhar lazreg, marsa plage, قمرت',
    'tn-le-bardo': 'khaznadar, ksar said, bouchoucha',
    'tn-megrine': 'saint gobain, sidi rezig, megrine saint gobain, megrine riadh',
    'tn-fouchana': 'mghira, el mghira, mghira 1, mghira 2, mghira 3',
    'tn-ben-arous': 'bir kassaa, medina jedida, nouvelle medina, bir el kassaa',
    'tn-rades': 'port de rades, rades port, rades meliane',
    'tn-sousse':
      'khezama, sahloul, khezema, sousse jawhara, bouhsina, sidi abdelhamid, trocadero sousse, kalaa sghira sousse',
    'tn-sfax': 'thyna, poudriere, sfax el jadida, sidi mansour, moulinville, cite el habib',
    'tn-hammamet': 'yasmine hammamet, hammamet sud, hammamet nord, yasmine',
    'tn-bizerte': 'zarzouna, corniche bizerte',
    'tn-nabeul': 'nabeul plage',
    'tn-monastir': 'skanes monastir, aeroport monastir',
  },
  regions: {
    'grand tunis': 'tn-tunis, tn-ariana, tn-ben-arous, tn-la-manouba',
    'cap bon': 'tn-nabeul, tn-hammamet, tn-kelibia, tn-korba, tn-grombalia',
    sahel: 'tn-sousse, tn-monastir, tn-mahdia',
    djerba: 'tn-houmt-souk, tn-midoun, tn-ajim',
    jerba: 'tn-houmt-souk, tn-midoun, tn-ajim',
    'ile de djerba': 'tn-houmt-souk, tn-midoun, tn-ajim',
    جربه: 'tn-houmt-souk, tn-midoun, tn-ajim',
    kerkennah: 'tn-kellabine',
    charguia: 'tn-tunis, tn-ariana',
    menzah: 'tn-tunis, tn-ariana',
    'el menzah': 'tn-tunis, tn-ariana',
    aouina: 'tn-tunis, tn-la-soukra, tn-la-goulette',
    'l aouina': 'tn-tunis, tn-la-soukra, tn-la-goulette',
    'nord ouest': 'tn-beja, tn-jendouba, tn-le-kef, tn-siliana',
    'sud tunisien': 'tn-gabes, tn-medenine, tn-tataouine, tn-tozeur',
    'bassin minier': 'tn-gafsa, tn-metlaoui, tn-redeyef',
  },
}
