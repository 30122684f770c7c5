/** Towns and countries abroad that lists name: text that is one of these is no misspelling of a place at home. */
export const foreignPlaces: readonly string[] =
  `abidjan, bouake, dakar, tunis, casablanca, rabat, tanger, sfax, thies, paris, lyon, marseille, lille, toulouse, bordeaux, nantes, nice,
  strasbourg, montpellier, france, bruxelles, anvers, belgique, geneve, zurich, suisse, londres, london, berlin, hambourg, munich, allemagne,
  madrid, barcelone, valence, espagne, rome, milan, turin, naples, genes, italie, lisbonne, porto, portugal, amsterdam, rotterdam, pays bas,
  lome, togo, accra, tema, kumasi, ghana, cotonou, porto novo, benin, ouagadougou, ouaga, bobo dioulasso, burkina, burkina faso, bamako, sikasso, kayes,
  mali, niamey, niger, conakry, guinee, nouakchott, mauritanie, bissau, banjul, gambie, freetown, sierra leone, monrovia, liberia, lagos,
  abuja, nigeria, douala, yaounde, cameroun, libreville, gabon, brazzaville, pointe noire, congo, kinshasa, luanda, ndjamena, tchad, alger, oran, constantine,
  annaba, algerie, tripoli, benghazi, libye, le caire, caire, egypte, beyrouth, liban, dubai, emirats, istanbul, ankara, turquie, pekin,
  shanghai, canton, guangzhou, chine, inde, mumbai, new york, usa, etats unis, montreal, quebec, canada, cote d ivoire, senegal, maroc, tunisie,
  europe, afrique, afrique de l ouest, international, باريس, الجزائر, ليبيا, فرنسا`
    .split(',')
    .map((name) => name.trim())
