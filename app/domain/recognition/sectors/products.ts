/** A thing that firms make, grow, sell, mend or let; which of these the words around it say decides the division. */
export interface Product {
  readonly words: string
  readonly make: string
  /** Where it grows or is raised. */
  readonly grow?: string
  /** Where trade in it has a division of its own. */
  readonly trade?: string
  readonly repair?: string
  readonly rent?: string
  readonly install?: string
}

/** Things, in French and English; divisions of ISIC Rev.4. */
export const products: readonly Product[] = [
  {
    words:
      'cacao, cafe, anacarde, cajou, noix de cajou, cashew, cashew nut, cocoa, coffee, ananas, mangue, banane, riz, mais, manioc, igname, sesame, arachide, soja, fruit, legume, tomate, olive, agrume, datte, ' +
      'cereale, tubercule, vivrier, produits vivriers, produits agricoles, produits agro pastoraux, produits agropastoraux, produits du cru, agricole, palmier, palmier a huile, canne a sucre, tournesol, kola, cola, gingembre, piment, oignon, pomme de terre, fruits et legumes, rice, noix de coco, coco, epices, baobab, bissap, fonio, mil, ble',
    make: '10',
    grow: '01',
  },
  { words: 'hevea, caoutchouc naturel, latex', make: '22', grow: '01' },
  { words: 'coton, fibre de coton', make: '13', grow: '01' },
  {
    words:
      'volaille, poulet, oeuf, oeufs, poussin, porc, porcin, bovin, ovin, caprin, betail, lapin, mouton, boeuf, bovins et ovins, viande, poulet de chair, pondeuse, abeille, miel, escargot, agouti, chevre, animaux, produits d elevage',
    make: '10',
    grow: '01',
  },
  {
    words:
      'poisson, crevette, thon, produits de la mer, fruits de mer, produits halieutiques, poissons congeles, produits congeles, surgeles, poisson fume, tilapia, sardine, fish, seafood',
    make: '10',
    grow: '03',
  },
  {
    words:
      'huile, huile de palme, huile d olive, huile alimentaire, sucre, sel, farine, pain, lait, produits laitiers, fromage, chocolat, biscuit, bonbon, pates alimentaires, aliment, produits alimentaires, produit alimentaire, produits agroalimentaires, denrees alimentaires, ' +
      'conserve, conserves, karite, attieke, the, semoule, couscous, aliment de betail, glace alimentaire, confiture, gateau, produits transformes, alimentaire, food, food products, food product, poudre de lait, cube, bouillon, vinaigre, amande de karite, beurre',
    make: '10',
  },
  {
    words:
      'boisson, boissons, eau minerale, biere, vin, jus, jus de fruits, jus naturels, liqueur, beverage, beverages, drinks, jus locaux',
    make: '11',
  },
  { words: 'cigarette, tabac', make: '12' },
  {
    words:
      'tissu, textile, pagne, fil, drap, linge de maison, tapis, rideaux, wax, toile, bache, sacs de jute, produits textiles',
    make: '13',
  },
  {
    words:
      'vetement, habit, habillement, uniforme, chemise, pantalon, jean, robe, sous vetement, garment, garments, clothes, clothing, pret a porter, friperie, tenue, abaya, boubou, vetements professionnels, articles vestimentaires',
    make: '14',
    repair: '95',
  },
  {
    words:
      'chaussure, sandale, sac a main, sac, article en cuir, cuir, peau, shoes, leather, articles de maroquinerie, ceinture',
    make: '15',
    repair: '95',
  },
  {
    words:
      'bois, planche, contreplaque, porte en bois, palette, sciage, wood, timber, bois de teck, teck, bois d oeuvre, bois debite',
    make: '16',
    grow: '02',
  },
  {
    words:
      'papier, carton, emballage carton, couche bebe, serviette hygienique, mouchoir, papier hygienique, cahier, paper, couche, sacs en papier',
    make: '17',
  },
  {
    words:
      'fournitures de bureau, fourniture de bureau, consommable informatique, consommables informatiques, fournitures scolaires, livre, articles scolaires, materiel de bureau, mobilier de bureau et fournitures',
    make: '17',
  },
  { words: 'lubrifiant, huile moteur, bitume', make: '19' },
  {
    words:
      'carburant, gaz butane, gaz, produits petroliers, hydrocarbure, petrole, gasoil, fuel, bouteille de gaz',
    make: '19',
  },
  {
    words:
      'savon, detergent, cosmetique, produits cosmetiques, produits de beaute, parfum, peinture, engrais, pesticide, produit phytosanitaire, produits phytosanitaires, intrants agricoles, produit chimique, produits chimiques, eau de javel, produits d entretien, colle, insecticide, produits menagers, produits d hygiene, chemical, chemicals, cosmetics, soap, fertilizer, fertilizers, paint',
    make: '20',
    install: '43',
  },
  {
    words:
      'medicament, produit pharmaceutique, produits pharmaceutiques, vaccin, produits de sante, pharmaceutical, pharmaceuticals, medicines, drugs, produits medicaux',
    make: '21',
  },
  {
    words:
      'plastique, emballage plastique, sachet, sachet plastique, bouteille plastique, tuyau, tube pvc, mousse, article menager, articles menagers, caoutchouc, film plastique, bidon, bassine, plastic, plastics, rubber, articles en plastique, produits plastiques, emballages plastiques, matiere plastique, citerne plastique',
    make: '22',
  },
  {
    words:
      'ciment, brique, carreau, carreaux, ceramique, verre, beton, marbre, platre, agglo, parpaing, tuile, vaisselle, vitre, glace et miroir, cement, bricks, glass, poterie, hourdis, pave, dalle',
    make: '23',
    install: '43',
  },
  {
    words:
      'materiaux de construction, materiaux, materiel de construction, building materials, articles de quincaillerie',
    make: '23',
  },
  {
    words:
      'acier, fer, fer a beton, tole, metal, metaux, aluminium brut, lingot, steel, produits siderurgiques, cuivre',
    make: '24',
  },
  {
    words:
      'structure metallique, porte metallique, outil, outillage, coffre fort, reservoir, citerne, portail, aluminium, porte et fenetre, portes et fenetres, clou, visserie, boulonnerie, armoire metallique, articles metalliques',
    make: '25',
    install: '43',
  },
  {
    words:
      'ordinateur, materiel informatique, equipement informatique, telephone, telephone portable, telephone mobile, carte electronique, television, composant electronique, appareil photo, imprimante, copieur, photocopieur, materiel electronique, appareil electronique, accessoires de telephone, accessoires telephoniques, computer, computers, phones, gsm, tablette, equipement telecom, montre, produits electroniques',
    make: '26',
    repair: '95',
  },
  {
    words:
      'electromenager, appareil electromenager, climatiseur, refrigerateur, congelateur, ventilateur, split, machine a laver, appareils menagers',
    make: '27',
    repair: '95',
    install: '43',
  },
  {
    words:
      'materiel electrique, cable, cable electrique, batterie, transformateur, groupe electrogene, groupes electrogenes, ampoule, luminaire, panneau solaire, kit solaire, lampe solaire, equipement electrique, equipements electriques, electrical equipment, onduleur, materiel solaire, equipement solaire, equipements solaires',
    make: '27',
    repair: '33',
    install: '43',
  },
  {
    words:
      'machine, machine agricole, equipement industriel, equipements industriels, pompe, moteur, ascenseur, tracteur, materiel agricole, equipement agricole, machine industrielle, materiel industriel, equipements de froid, chambre froide, extincteur, machinery, equipment, materiel de manutention, chariot elevateur, compresseur, motopompe, equipement de cuisine, materiel de restauration',
    make: '28',
    repair: '33',
    rent: '77',
    install: '43',
  },
  {
    words:
      'engin, engin btp, engins de chantier, engins btp, engin lourd, camion benne, materiel btp, materiel de btp, grue, pelle hydraulique, engins lourds, engins de travaux publics',
    make: '28',
    repair: '33',
    rent: '77',
  },
  {
    words:
      'vehicule, voiture, automobile, camion, remorque, auto, vehicules d occasion, vehicules neufs, vehicules utilitaires, cars, vehicles, camionnette, poids lourd',
    make: '29',
    trade: '45',
    repair: '45',
    rent: '77',
  },
  {
    words:
      'piece detachee, pieces detachees, pieces auto, pieces de rechange, pieces detachees auto, pieces detachees automobiles, pieces automobiles, accessoires auto, accessoires automobiles, spare parts, auto parts, pieces moto',
    make: '29',
    trade: '45',
    repair: '45',
  },
  {
    words: 'moto, motocycle, scooter, tricycle, motorcycles, cyclomoteur',
    make: '30',
    trade: '45',
    repair: '45',
    rent: '77',
  },
  {
    words: 'bateau, pirogue, navire, velo, bicyclette, wagon',
    make: '30',
    repair: '33',
    rent: '77',
  },
  {
    words:
      'meuble, mobilier, matelas, salon, chaise, mobilier de bureau, table banc, lit, fauteuil, cuisine equipee, furniture, meubles de maison, mobilier scolaire',
    make: '31',
    repair: '95',
    rent: '77',
  },
  {
    words:
      'bijou, bijoux, jouet, jeu, instrument de musique, article de sport, balai, materiel medical, prothese, equipement medical, equipements medicaux, materiel de laboratoire, consommables medicaux, perruque, meche, lunettes, medical equipment, objet d art, produits artisanaux, dispositif medical, materiel biomedical, equipements biomedicaux, articles de sport, materiel didactique, article funeraire',
    make: '32',
    repair: '95',
  },
  { words: 'dechet, ferraille', make: '38' },
  {
    words:
      'divers produits, produits divers, divers, marchandises diverses, articles divers, marchandises, produits, tous produits, biens divers, biens',
    make: 'C',
  },
  { words: 'materiel, equipement, fourniture', make: '28', rent: '77' },
  { words: 'pneu, pneumatique, tires, tyres', make: '22', trade: '45', repair: '45' },
  // Of cardboard, plastic, glass or metal: the section is all that is said.
  { words: 'emballage, packaging', make: 'C' },
  { words: 'livre et fourniture, journaux', make: '58' },
]

/** What a firm does with a thing. `gross` is wholesale said outright, `supply` only likely to be. */
export type Deed =
  | 'make'
  | 'produce'
  | 'grow'
  | 'gross'
  | 'supply'
  | 'detail'
  | 'sell'
  | 'trade'
  | 'repair'
  | 'rent'
  | 'install'
  | 'haul'

/** The words for it in French, English and Arabic lists. */
export const deeds: Readonly<Record<Deed, string>> = {
  make:
    'fabrication, fabricant, fabrique, transformation, transfo, transformateur, industrie, industriel, usine, manufacture, montage, assemblage, decorticage, broyage, trituration, ensachage, sechage, ' +
    'torrefaction, unite de transformation, unite de production, unite de fabrication, raffinage, production industrielle, manufacturing, manufacturer, processing, processor, factory, maker, mill, conserverie de, صناعه, تصنيع, معمل, مصنع, تحويل, صنع',
  produce: 'production, producteur, productrice, atelier, producing, producer, انتاج',
  grow: 'culture, plantation, elevage, eleveur, exploitation agricole, ferme, cultivateur, planteur, agriculture, production agricole, farming, growing, farm, breeding, زراعه, تربيه, ضيعه, غراسه',
  gross:
    'gros, demi gros, grossiste, vente en gros, commerce de gros, negoce, negociant, import, importation, importateur, import export, importation exportation, import export et vente, export, exportation, exportateur, trading, ' +
    'wholesale, wholesaler, wholesale of, importer, exporter, importing, exporting, استيراد, تصدير, توريد, بالجمله, الجمله, تجاره الجمله, استيراد وتصدير',
  supply:
    'distribution, distributeur, approvisionnement, fournisseur, courtage, achat, collecte, representation, distributor, supplier, supply, توزيع',
  detail:
    'detail, vente au detail, commerce de detail, retail, retailer, retail of, retail trade, detaillant, بالتفصيل, تجاره التفصيل',
  sell: 'vente, boutique, magasin, vendeur, vendeuse, marchand, revendeur, revente, depot, shop, store, sale, selling, sales, بيع, متجر, محل',
  trade:
    'commerce, commercialisation, commercant, commerce general, achat vente, gros et detail, trade, تجاره, تسويق',
  repair:
    'reparation, maintenance, depannage, entretien, sav, service apres vente, reparateur, repair, اصلاح, صيانه, تصليح',
  rent: 'location, loueur, rental, hire, كراء, تاجير',
  install:
    'installation, pose, installateur, montage et pose, installation et maintenance, installing, تركيب',
  haul: 'transport, transporteur, transporting, haulage, نقل',
}
