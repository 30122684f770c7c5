import type { PlaceList } from './place-list.ts'

/** Côte d’Ivoire: quarters of Abidjan, short forms, the thirty-one regions. */
export const ciList: PlaceList = {
  metropolis: 'ci-abidjan',
  metropolisUnits: ['CI-AB'],
  country:
    'cote d ivoire, rci, republique de cote d ivoire, ivory coast, r c i, كوت ديفوار, ساحل العاج',
  aliases: {
    'ci-abidjan':
      'abj, abidj, abid, abidjan nord, abidjan sud, abidjan ville, abijan, grand abidjan',
    'ci-yopougon': 'yop, yopou, yop city',
    'ci-bouake': 'bke, bouake ville',
    'ci-yamoussoukro': 'yakro, ykro, yamoussokro',
    'ci-san-pedro': 'san p, saint pedro',
    'ci-grand-bassam': 'bassam, moossou',
    'ci-grand-lahou': 'lahou',
    'ci-grand-bereby': 'bereby',
    'ci-grand-zattry': 'zattry',
    'ci-treichville': 'treich, trech',
    'ci-ferkessedougou': 'ferke',
    'ci-ouangolodougou': 'ouangolo',
    'ci-agnibilekrou': 'agni',
    'ci-niakaramandougou': 'niakara',
    'ci-tengrela': 'tingrela',
    'ci-abengourou': 'abgrou',
    'ci-assinie-mafia': 'assinie, mafia, assouinde',
    'ci-port-bouet': 'pbouet, pt bouet, p bouet',
    'ci-cocody': 'cdy',
    'ci-korhogo': 'khgo',
    'ci-n-douci': 'douci',
  },
  quarters: {
    'ci-cocody':
      'angre, angre djibi, angre chateau, angre petro ivoire, angre terminus, djibi, djorogobite, riviera, riviera 1, ' +
      'riviera 2, riviera 3, riviera 4, riviera 5, riviera 6, riviera golf, riviera palmeraie, palmeraie, riviera faya, faya, ' +
      'riviera bonoumin, bonoumin, riviera africaine, attoban, m badon, m pouto, anono, akouedo, 2 plateaux, plateaux vallon, ' +
      'vallon, les vallons, 2 plateaux ena, blockhauss, blokosso, danga, saint jean, cite des arts, ' +
      'cite mermoz, lycee technique, 7 tranche, 8 tranche, 9 tranche, genie 2000, les rosiers, gestoci, chu de cocody, ' +
      'universite fhb, rue des jardins, boulevard latrille, latrille, aghien, agban village, sococe, ' +
      'abatta, palm club, allabra, ciad, m ermitage, sainte famille, rue ministre, carrefour duncan, saint viateur, ' +
      'carrefour la vie, polyclinique des 2 plateaux',
    'ci-yopougon':
      'siporex, niangon, niangon nord, niangon sud, selmer, toits rouges, andokoi, ananeraie, gesco, koute, port bouet 2, ' +
      'wassakara, sideci, ficgayo, bel air, millionnaire, kenaya, azito, lokoa, beago, mamie faitai, gabriel gare, ' +
      'doukoure, yao sehi, banco nord, academie, figayo, pays bas, micao, jerusalem yop, camp militaire, ' +
      'quartier maroc, lievre rouge, kimi, saint andre, cite verte, zone industrielle de yopougon, zi yop, adiopodoume',
    'ci-abobo':
      'anonkoua, anonkoua koute, pk 18, pk18, abobo baoule, avocatier, sagbe, n dotre, belle cite, samake, derriere rails, ' +
      'akeikoi, plaque 1, agbekoi, anador, abobo te, abobo gare, dokui, plateau dokui, mahou, clouetcha, agnissankoi, ' +
      'belleville, colatier, biabou, habitat extension abobo, bocabo, kennedy clouetcha, rond point abobo',
    'ci-adjame':
      'williamsville, 220 logements, bracodi, renault, mirador, forum adjame, dallas, saint michel, roxy, black market, ' +
      'paillet, macaci, liberte, habitat extension, bromakote, nouveau marche, adjame village, fraternite matin, sodeci adjame',
    'ci-attecoube':
      'locodjro, abobo doume, abobodoume, mossikro, boribana, sebroko, jerusalem, agban attie, la cite fairmont, banco 1',
    'ci-plateau':
      'avenue chardy, chardy, rue du commerce, cite administrative, botreau roussel, avenue terrasson de fougeres, terrasson, ' +
      'delafosse, franchet d esperey, nour al hayat, alpha 2000, postel 2001, trade center, avenue nogues, nogues, ' +
      'sorbonne, pyramide, jeceda, bceao, indenie, ccia, immeuble ccia, hotel tiama, avenue lamblin, lamblin, ' +
      'avenue marchand, avenue houdaille, avenue crosson duplessis, crosson duplessis, rue gourgas, avenue jean paul 2, ' +
      'boulevard carde, boulevard de la republique, rue jesse owens, boulevard botreau roussel, stade felix houphouet boigny',
    'ci-marcory':
      'zone 4, zone 4c, zone 4 c, zone 4a, bietry, anoumabo, marcory residentiel, sans fil, remblais, aliodan, champroux, ' +
      'poto poto, konan raphael, gnanzoua, hibiscus, rue du canal, rue pierre et marie curie, pierre et marie curie, ' +
      'rue thomas edison, thomas edison, boulevard de marseille, prima, cap sud, inj, rue du docteur blanchard, ' +
      'rue louis lumiere, sicogi marcory, rue paul langevin, paul langevin',
    'ci-koumassi':
      'grand campement, prodomo, soweto, inchallah, bia sud, progres, remblais, sopim, campement, addoha koumassi, sicogi koumassi, poto poto koumassi',
    'ci-treichville':
      'arras, biafra, zone 3, zone 2, gare de bassam, port autonome d abidjan, france amerique, kouassi lenoir, ' +
      'palais des sports, solibra, port de peche, rue des brasseurs, belleville treichville, chu de treichville, rue des carrossiers, quai des armateurs',
    'ci-port-bouet':
      'vridi, vridi canal, vridi cite, gonzagueville, jean folly, adjouffou, abattoir, derriere wharf, petit bassam, anani, ' +
      'zimbabwe, aeroport, aeroport fhb, aeroport felix houphouet boigny, petroci vridi, phare, adjahui, terre rouge, ' +
      'boulevard de petit bassam, rue des petroliers, zone franche vridi',
    'ci-bingerville': 'feh kesse, cefal, adjin, cite sir, gbagba, akandje, eloka',
    'ci-anyama': 'ebimpe, anyama gare, christiankoi, zossonkoi, ahouabo, stade ebimpe',
    'ci-songon': 'kassemble, songon agban, songon dagbe, songon kassemble, bimbresso',
    'ci-grand-bassam':
      'mockeyville, vitib, quartier france, azuretti, modeste, zone franche vitib, quartier phare, mahatma gandhi',
    'ci-bouake':
      'air france, nimbo, ahougnansou, dar es salam, tolakouadiokro, broukro, n gattakro, gonfreville, zone bouake, koko bouake',
    'ci-san-pedro':
      'bardot, cite san pedro, sewe, lac san pedro, poro san pedro, zone portuaire san pedro, balmer',
    'ci-daloa': 'lobia, tazibouo, kennedy daloa, orly daloa, gbeuliville',
    'ci-yamoussoukro':
      'habitat yamoussoukro, morofe, kokrenou, dioulakro, assabou, n zuessy, inp hb',
    'ci-korhogo': 'soba korhogo, petit paris, koko korhogo, haoussabougou, teguere',
    'ci-man': 'domoraud, gbepleu, grand gbapleu, doyagouine',
    'ci-gagnoa': 'dioulabougou gagnoa, babre, garahio',
    'ci-ferkessedougou': 'sodesucre ferke, sucaf',
  },
  regions: {
    'agneby tiassa': 'ci-agboville, ci-tiassale, ci-sikensi',
    bafing: 'ci-touba, ci-koro, ci-ouaninou',
    bagoue: 'ci-boundiali, ci-tengrela, ci-kouto',
    belier: 'ci-toumodi, ci-tiebissou, ci-didievi',
    bere: 'ci-mankono, ci-kounahiri, ci-dianra',
    bounkani: 'ci-bouna, ci-doropo, ci-nassian',
    cavally: 'ci-guiglo, ci-blolequin, ci-toulepleu',
    folon: 'ci-minignan, ci-kaniasso',
    gbeke: 'ci-bouake, ci-beoumi, ci-sakassou, ci-botro',
    gbokle: 'ci-sassandra, ci-fresco',
    goh: 'ci-gagnoa, ci-oume',
    gontougo: 'ci-bondoukou, ci-tanda, ci-koun-fao',
    'grands ponts': 'ci-dabou, ci-grand-lahou, ci-jacqueville',
    guemon: 'ci-duekoue, ci-bangolo, ci-kouibly',
    hambol: 'ci-katiola, ci-dabakala, ci-niakaramandougou',
    'haut sassandra': 'ci-daloa, ci-issia, ci-vavoua',
    iffou: 'ci-daoukro, ci-m-bahiakro, ci-prikro',
    'indenie djuablin': 'ci-abengourou, ci-agnibilekrou, ci-bettie',
    indenie: 'ci-abengourou, ci-agnibilekrou, ci-plateau',
    kabadougou: 'ci-odienne, ci-madinani',
    'la me': 'ci-adzope, ci-akoupe, ci-alepe',
    'loh djiboua': 'ci-divo, ci-lakota, ci-guitry',
    marahoue: 'ci-bouafle, ci-sinfra, ci-zuenoula',
    moronou: 'ci-bongouanou, ci-m-batto, ci-arrah',
    'n zi': 'ci-dimbokro, ci-bocanda',
    nawa: 'ci-soubre, ci-meagui, ci-buyo',
    poro: 'ci-korhogo, ci-sinematiali, ci-dikodougou',
    'sud comoe': 'ci-aboisso, ci-grand-bassam, ci-bonoua, ci-adiake',
    'moyen comoe': 'ci-abengourou, ci-agnibilekrou',
    'moyen cavally': 'ci-guiglo, ci-duekoue',
    'n zi comoe': 'ci-dimbokro, ci-bongouanou, ci-daoukro',
    tchologo: 'ci-ferkessedougou, ci-ouangolodougou, ci-kong',
    tonkpi: 'ci-man, ci-danane, ci-biankouma, ci-zouan-hounien',
    worodougou: 'ci-seguela, ci-kani',
    '18 montagnes': 'ci-man, ci-danane',
    'sud bandama': 'ci-divo, ci-lakota',
    fromager: 'ci-gagnoa, ci-oume',
    'pk 24': 'ci-anyama, ci-yopougon, ci-songon',
  },
}
