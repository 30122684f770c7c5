/**
 * What firms of French-speaking lists say they do, by ISIC Rev.4 division, or by section where the words say no more.
 * Separated by commas; a phrase counts with or without its small words and hyphens, in the singular or the plural.
 */
export const activitiesFr: Readonly<Record<string, string>> = {
  A: 'secteur agricole, agropastoral, activites agropastorales, agro pastorale, secteur primaire',
  '01':
    'agriculture, exploitation agricole, production agricole, agriculteur, maraichage, culture maraichere, riziculture, oleiculture, viticulture, ' +
    'arboriculture, horticulture, floriculture, pepiniere, apiculture, aviculture, elevage, ranch, embouche bovine, exploitation avicole, ferme, ferme agricole, ' +
    'ferme avicole, accouvage, couvoir, production vegetale, production animale, plantation, heliciculture, cuniculture, cultures vivrieres, ' +
    'travaux agricoles, services agricoles, encadrement agricole, egrenage, cooperative agricole, cooperative cacao, polyculture, semencier, semences, agriculture biologique, phoeniciculture, dattier, ' +
    'serres agricoles, agro industrie plantation, culture de cacao, cacaoculture, heveaculture, palmeraie',
  '02': 'exploitation forestiere, foresterie, sylviculture, forestier, reboisement, abattage de bois, bois en grume, grumes, charbon de bois, coupe de bois, liege recolte',
  '03': 'peche, pecherie, armement de peche, aquaculture, pisciculture, conchyliculture, crevetticulture, ferme piscicole, ferme aquacole, pecheur, mareyage peche',
  B: 'mine, industrie miniere, exploitation miniere, secteur minier, industrie extractive, extraction miniere, mines et carrieres, activites extractives, mines et energie',
  '05': 'mine de charbon, extraction de houille, charbonnage',
  '06': 'petrole et gaz, exploration petroliere, production petroliere, extraction de petrole, extraction de gaz, petrole brut, gaz naturel, exploration production petrole, petrole gaz offshore',
  '07': 'mine d or, exploitation aurifere, orpaillage, extraction d or, mine de manganese, mine de fer, mine de nickel, bauxite, mine de cuivre, mine de zinc, manganese, minerai',
  '08': 'carriere, extraction de sable, sable et gravier, granite, gravier, concassage, phosphate, saline, extraction de sel, marbrerie carriere, carriere de marbre, exploitation de carriere, dragage de sable, gypse',
  '09': 'services petroliers, forage petrolier, parapetrolier, services miniers, sous traitance miniere, sondage minier, forage minier',
  C: 'industrie, industriel, usine, secteur industriel, industrie manufacturiere, manufacture, industries diverses, transformation, fabrication, production industrielle, textile habillement, unite industrielle, unite de production',
  '10':
    'agroalimentaire, agro alimentaire, agro industrie, agro business, agrobusiness, agro industriel, industrie alimentaire, iaa, boulangerie, boulangerie patisserie, patisserie, viennoiserie, biscuiterie, ' +
    'confiserie, chocolaterie, minoterie, meunerie, moulin, grands moulins, semoulerie, pates alimentaires, couscous, rizerie, huilerie, raffinage d huile, margarine, ' +
    'trituration, laiterie, fromagerie, yaourt, glaces industrielles, conserverie, conserve, conserves de poisson, salaison, charcuterie, abattoir, ' +
    'decoupe de viande, torrefaction, torrefacteur, sucrerie, aliment de betail, aliments pour betail, provenderie, aliment volaille, attieke, usine de cajou, ' +
    'broyage de cacao, beurre de karite, karite, levure, epicerie fine fabrication, produits de la mer transformation, fumage de poisson, ' +
    'conditionnement de dattes, dattes, harissa, concentre de tomate, plats cuisines industriels, amidonnerie, feculerie, nutrition animale, nutrition infantile, decorticage, patissier, boulanger, boulangerie industrielle',
  '11': 'boisson, brasserie, brasseur, eau minerale, eau de source, embouteillage, boissons gazeuses, limonaderie, jus de fruits, jus, soda, distillerie, vin, cave viticole, vinification, biere, spiritueux, sachets d eau, eau en sachet',
  '12': 'tabac, cigarette, manufacture de tabac, cigarettes',
  '13': 'textile, industrie textile, filature, tissage, teinture, ennoblissement, impression de tissu, tricotage, bonneterie, pagne, tapis, broderie industrielle, delavage, finissage textile, coton fibre, tissu technique, teinturerie industrielle',
  '14':
    'confection, industrie de la confection, textile confection, habillement, couture, tailleur, haute couture, stylisme, styliste, atelier de couture, vetement, vetements de travail, confection de vetements, lingerie, jeans, ' +
    'pret a porter fabrication, uniformes, tenues professionnelles, mode, stylisme modelisme, maison de couture, styliste modeliste, chemiserie, bonneterie habillement',
  '15': 'cuir, maroquinerie, tannerie, chaussure, cordonnerie fabrication, cuir et chaussures, bourrellerie, sellerie, peaux et cuirs, composants de chaussures, tige de chaussure',
  '16': 'scierie, menuiserie, menuiserie bois, menuisier, charpente, contreplaque, placage, transformation du bois, industrie du bois, bois, caisserie, palettes, parquet, tranchage, deroulage, liege, sciage',
  '17': 'papier, carton, cartonnerie, papeterie industrielle, emballage carton, papier hygienique, ouate, couches bebe, couches hygieniques, sacs en papier, transformation de papier, cellulose, industrie du papier',
  '18': 'imprimerie, imprimeur, serigraphie, impression, impression numerique, reprographie, offset, reliure, infographie imprimerie, arts graphiques, industrie graphique, imprimerie serigraphie',
  '19': 'raffinage, raffinerie, raffinage de petrole, bitume, lubrifiants fabrication, cokerie',
  '20':
    'chimie, industrie chimique, produits chimiques, chimique, savonnerie, savon, detergent, peinture fabrication, engrais, fertilisants, produits phytosanitaires, phytosanitaire, agrochimie, cosmetique, parfumerie, ' +
    'colle, adhesifs, gaz industriels, vernis, insecticides, produits d entretien, lessive, huiles essentielles, eau de javel, allumettes, resines, explosifs, parachimie, aerosols',
  '21': 'industrie pharmaceutique, laboratoire pharmaceutique, pharmaceutique, production pharmaceutique, produits pharmaceutiques fabrication, vaccins, biotechnologie pharmaceutique, industrie du medicament',
  '22': 'plasturgie, plastique, industrie plastique, caoutchouc, pneumatique fabrication, emballage plastique, sachets plastiques, tuyaux pvc, pvc, injection plastique, extrusion plastique, mousse fabrication, rechapage, usinage de caoutchouc, transformation de caoutchouc, usine de caoutchouc, sacs plastiques',
  '23':
    'ciment, cimenterie, beton pret a l emploi, beton, prefabrique, prefabrication beton, brique, briqueterie, ceramique, carreaux et ceramique, verre, verrerie, faience, platre, platrerie industrielle, agglos, ' +
    'poterie, marbre, marbrerie, parpaings, chaux, tuiles, miroiterie, centrale a beton, paves, marbrier',
  '24': 'metallurgie, siderurgie, fonderie, acierie, laminoir, fer a beton, aluminium profile, affinage, metaux precieux affinage, trefilerie, tole',
  '25':
    'construction metallique, charpente metallique, menuiserie metallique, menuiserie aluminium, chaudronnerie, soudure, ferronnerie, serrurerie, tolerie, usinage, mecanique de precision, ouvrages en metaux, ' +
    'metallique, emballages metalliques, boites metalliques, decolletage, coutellerie, ferronnier, soudeur, traitement de surface, galvanisation, tournage fraisage, outillage fabrication, aluminium, moule, mecanique generale de precision, constructions metalliques',
  '26': 'electronique, composants electroniques, cartes electroniques, fabrication d ordinateurs, assemblage d ordinateurs, compteurs, instruments de mesure, optique fabrication, semi conducteurs, industrie electronique',
  '27': 'cablage, cable, cables electriques, materiel electrique fabrication, electromenager fabrication, transformateur electrique, batterie, batteries fabrication, industrie electrique, industries electriques, appareillage electrique, armoires electriques, luminaires fabrication, moteurs electriques, cablerie, cablage electrique, panneaux solaires fabrication',
  '28': 'construction mecanique, machine outil, machines agricoles fabrication, machines industrielles fabrication, equipements industriels fabrication, industrie mecanique, industries mecaniques, pompes fabrication, construction de machines',
  '29': 'faisceaux, faisceaux de cables, cablage automobile, composants automobiles, equipementier automobile, construction automobile, industrie automobile, montage automobile, assemblage de vehicules, carrosserie industrielle, remorques fabrication, sieges automobiles, equipements automobiles, faisceau automobile',
  '30': 'aeronautique, industrie aeronautique, construction navale, chantier naval, construction de bateaux, construction ferroviaire, cycles fabrication, motocycles fabrication, assemblage de motos, montage de tricycles, composants aeronautiques, aerospatial',
  '31': 'ameublement, ebenisterie, ebeniste, mobilier fabrication, matelas, matelasserie, literie, mobilier de bureau fabrication, tapisserie ameublement',
  '32': 'bijouterie, joaillerie, jouets fabrication, instruments de musique, materiel medical fabrication, dispositifs medicaux, prothese dentaire, prothesiste, articles de sport fabrication, lunetterie fabrication, orfevrerie, perruques, meches, bougies',
  '33': 'maintenance industrielle, reparation de machines, installation de machines industrielles, reparation navale, maintenance aeronautique, reparation industrielle, maintenance d equipements, maintenance electromecanique, electromecanique, bobinage, montage industriel, tuyauterie industrielle, rectification moteurs, maintenance de materiel medical, maintenance ascenseurs industriels, maintenance et reparation industrielle',
  D: 'energie, secteur energetique, energie et gaz',
  '35':
    'production d electricite, electricite et gaz, distribution d electricite, energie solaire, energies renouvelables, energie renouvelable, energie eolienne, eolien, solaire, photovoltaique, centrale electrique, centrale thermique, ' +
    'barrage hydroelectrique, hydroelectricite, biogaz, production d energie, transport d electricite, distribution de gaz de ville, fabrique de glace, glace hydrique, froid industriel production',
  E: 'eau et assainissement, eau assainissement, gestion de l eau, environnement, eau et dechets, services environnementaux',
  '36': 'distribution d eau, eau potable, adduction d eau potable, production d eau potable, traitement des eaux, dessalement, captage d eau',
  '37': 'assainissement, vidange, vidangeur, eaux usees, curage, vidange de fosses septiques, station d epuration, epuration, egouts',
  '38':
    'gestion des dechets, traitement des dechets, collecte de dechets, collecte d ordures, ordures menageres, collecte d ordures menageres, recyclage, recyclage plastique, recyclage de pneus, ferraille, ferrailleur, valorisation des dechets, pre collecte, ' +
    'dechets, dechets medicaux, incineration, compostage, decharge, tri des dechets, recuperation de metaux, enlevement d ordures, collecte des ordures, salubrite',
  '39': 'depollution, decontamination, rehabilitation de sites pollues, lutte contre la pollution, depollution marine',
  F: 'btp, b t p, batiment et travaux publics, batiment travaux publics, construction, entreprise de construction, construction generale, societe de construction, constructeur, entreprise de btp, entrepreneur de travaux, genie civil et batiment, batiment et genie civil, construction rehabilitation, entreprise generale, btp genie civil, entreprise de travaux',
  '41': 'batiment, construction de batiments, construction batiment, entreprise de batiment, promotion immobiliere, promoteur immobilier, gros oeuvre, construction de logements, construction de maisons, construction de villas, entreprise generale de batiment, rehabilitation de batiments, constructions immobilieres, entreprise generale de construction, logements sociaux, construction immobiliere',
  '42':
    'travaux publics, genie civil, tp, travaux routiers, construction de routes, construction routiere, routes, routes et ponts, ponts, ouvrages d art, terrassement, vrd, voirie, voirie et reseaux divers, hydraulique, hydraulique villageoise, ' +
    'amenagement hydro agricole, reseaux electriques, electrification rurale, electrification, reseaux telecoms construction, pose de fibre optique, pose de canalisations, travaux maritimes, travaux hydrauliques, forage hydraulique, bitumage, construction de barrages, construction de reseaux, infrastructures routieres, lignes electriques',
  '43':
    'electricite batiment, electricite generale, electricite, electricien, installation electrique, plomberie, plomberie sanitaire, plombier, sanitaire, climatisation, froid, froid et climatisation, froid climatisation, chauffage, ventilation, ' +
    'peinture batiment, peinture en batiment, peinture, peintre, carrelage, carreleur, etancheite, platrerie, faux plafond, staff, staffeur, maconnerie, macon, revetement, second oeuvre, menuiserie batiment, pose de vitres, vitrerie, vitrerie aluminium, ' +
    'demolition, forage, forage d eau, forage de puits, fondations speciales, installation de panneaux solaires, installation solaire, ascenseurs, isolation, domotique, decoration batiment, travaux de finition, charpente couverture, couverture, ' +
    'installation de climatiseurs, courant faible, courants faibles, courant fort, cuisinistes, facade, echafaudage, puits, corps d etat secondaires, electricite industrielle, detection incendie, amenagement de bureaux, amenagement interieur, plaquiste, electricite froid climatisation, electricite plomberie',
  G: 'commerce, commerce general, commerce generale, commercant, negociant, distribution, vente, commercialisation, commerce divers, commerce gros et detail, commerce de gros et de detail, gros et detail, gros demi gros et detail, vente de produits divers, produits divers, activite commerciale, commerciale, achat vente, vente en gros et en detail, commerce et distribution',
  '45':
    'garage, garagiste, mecanique auto, mecanique automobile, garage auto mecanique, garage automobile, reparation automobile, reparation de vehicules, entretien automobile, concessionnaire, concessionnaire automobile, concession automobile, tolerie peinture auto, ' +
    'pieces detachees, pieces de rechange auto, casse auto, vulcanisation, vulcanisateur, pneus, pneumatiques, electricite auto, vidange auto, lavage auto, centre auto, vente auto, automobile, mecanicien auto, carrosserie, diagnostic auto, vente et reparation de motos, parallelisme, station de lavage, tolier, cycles et motos, accessoires auto, lubrifiants auto',
  '46':
    'negoce, negoce international, import export, importation exportation, import, export, importation, exportation, importateur, exportateur, importateur exportateur, grossiste, commerce de gros, vente en gros, gros, demi gros, ' +
    'negoce import export, trading, commerce international, centrale d achat, courtier en marchandises, representation commerciale, commissionnaire, exportateur de cacao, negoce de matieres premieres, achat de produits, collecte de produits agricoles, comptoir d achat, ' +
    'depot de boissons, depot de gaz, grossiste repartiteur, mareyeur, mareyage, vente de produits petroliers en gros, commerce exterieur, agent commercial, distributeur, distribution de produits pharmaceutiques, fourniture industrielle, fournitures industrielles, fournitures et equipements, import et distribution, achat export, societe de commerce international',
  '47':
    'detail, commerce de detail, vente au detail, boutique, magasin, supermarche, superette, hypermarche, grande distribution, grande surface, quincaillerie, droguerie, pharmacie, officine, officine de pharmacie, parapharmacie, librairie, librairie papeterie, papeterie, ' +
    'station service, station essence, alimentation generale, alimentation, epicerie, boucherie, poissonnerie, cave a vin, boutique de vetements, friperie, pret a porter, boutique pret a porter, bazar, mercerie, opticien, optique, lunetterie, bijouterie boutique, telephonie mobile vente, ' +
    'vente en ligne, e commerce, ecommerce, commerce electronique, marche, vendeur, vendeuse, commercant detaillant, detaillant, kiosque, tabac journaux, fleuriste, animalerie, magasin de meubles, depot pharmaceutique, fruits et legumes, marchand, quincaillerie generale, ' +
    'parfumerie boutique, vivrier, etalage, libre service, electromenager magasin, vente ambulante, mini market, minimarket, ventes de pagnes, quincaillier, jardinerie, station d essence, showroom',
  H: 'transport, transports, transport et logistique, transport logistique, transport logistique transit, transport et transit, transports divers, transporteur, transit transport, transport et entreposage, transport international, logistique et transport',
  '49':
    'transport routier, transport terrestre, transport de marchandises, transport de personnes, transport de voyageurs, transport urbain, transport interurbain, transport en commun, transport public, transport scolaire, transport du personnel, taxi, vtc, gbaka, woro woro, louage, ' +
    'transport ferroviaire, chemin de fer, chemins de fer, camionnage, fret routier, demenagement, car rapide, compagnie de transport, transport par camion, transport de produits petroliers, transport de fonds routier, transport de bois, transport de carburant, transport de materiaux, pipeline, oleoduc, transport international routier, transport touristique, bus, transport de passagers, transport de matieres, transport de conteneurs',
  '50': 'transport maritime, armateur, compagnie maritime, navigation, transport fluvial, transport lagunaire, bateau bus, armement maritime, cabotage, transport maritime de passagers, shipping compagnie, croisiere, transport par eau',
  '51': 'transport aerien, compagnie aerienne, aviation, fret aerien, aviation civile, transport aerien de passagers, helicoptere, ligne aerienne',
  '52':
    'transit, transitaire, transit consignation, consignation, consignation maritime, consignataire, commissionnaire en douane, commissionnaire agree en douane, douane, declarant en douane, logistique, entreposage, entrepot, stockage, magasinage, manutention, manutention portuaire, ' +
    'acconage, acconier, aconage, port, gestion portuaire, aeroport, gestion aeroportuaire, assistance aeroportuaire, parking, peage, entrepot frigorifique, chambre froide, fret, affretement, groupage, logistique portuaire, remorquage, terminal a conteneurs, terminal, ' +
    'depot petrolier, stockage de produits petroliers, transit douane, transit et logistique, transit logistique, tierce detention, handling, shipping, supply chain, empotage, silo, avitaillement, pilotage maritime, remorquage portuaire, gare routiere, agent maritime, agence maritime, depot logistique',
  '53': 'messagerie, messagerie express, poste, courrier, courrier express, livraison, livraison de colis, livraison a domicile, coursier, colis, courses et livraison, livraison de repas, express, distribution de courrier',
  I: 'hotel restaurant, hotellerie restauration, hotellerie et restauration, hotellerie restaurant, hotel bar restaurant, restaurant hotel, hotel bar restaurant dancing, chr, hebergement et restauration, horeca, complexe hotelier',
  '55': 'hotel, hotellerie, hotelier, auberge, residence meublee, residence hoteliere, residences meublees, appart hotel, maison d hotes, gite, motel, hebergement, campement touristique, camping, chambre d hotes, location meublee courte duree, receptif hotelier, village de vacances, resort, apparthotel, riad, club hotel',
  '56':
    'restaurant, resto, restauration, restaurateur, restauration collective, restauration rapide, maquis, maquis bar, maquis restaurant, bar, bar restaurant, buvette, cafe, cafeteria, cantine, traiteur, service traiteur, fast food, glacier, salon de the, pizzeria, catering, grillade, ' +
    'allocodrome, kiosque a cafe, restaurant bar, gargote, snack, rotisserie, lounge bar, cave bar, night club bar, sandwicherie, crêperie, dibiterie, creperie, garbadrome, salon de the patisserie, salon de the glacier, coffee shop',
  J: 'numerique, digital, ntic, tic, informatique et telecoms, informatique et telecommunications, technologies de l information et de la communication, information et communication, media, medias, telecoms et informatique, economie numerique, transformation digitale, informatique telecom, presse et medias',
  '58': 'edition, maison d edition, editeur, presse, presse ecrite, journal, journaux, magazine, editeur de logiciels, edition de logiciels, edition de livres, editeur logiciel, presse en ligne, edition de jeux video, edition de presse',
  '59': 'production audiovisuelle, audiovisuel, production cinematographique, cinema, production video, realisation de films, production musicale, studio d enregistrement, label musical, post production, salle de cinema, maison de production, production de films, edition musicale, production tele',
  '60': 'radio, radiodiffusion, television, chaine de television, chaine tv, web tv, webtv, radio de proximite, radio television, diffusion tv, bouquet tv, tele',
  '61': 'telecommunication, telecom, telecoms, operateur telecom, operateur mobile, operateur de telephonie, fournisseur d acces internet, fai, internet, telephonie, telephonie mobile, reseaux et telecommunications, satellite, reseau telecom, services telecoms, fibre optique, cybercafe, cyber cafe, telephonie fixe, operateur de telecommunications, mvno',
  '62':
    'informatique, services informatiques, prestation informatique, prestations informatiques, ssii, esn, developpement de logiciels, developpement logiciel, developpement informatique, developpement web, developpement d applications, ingenierie informatique, conseil informatique, ' +
    'infogerance, integrateur, integration de systemes, solutions informatiques, maintenance informatique, reseaux informatiques, cybersecurite, securite informatique, programmation, developpeur web, technologies de l information, it, offshoring informatique, ' +
    'intelligence artificielle, fintech, startup, start up, creation de sites web, site web, systemes d information, genie logiciel, applications mobiles, assistance informatique, webmaster, startup numerique, blockchain, conseil en systemes informatiques, informatique de gestion, reseau informatique',
  '63': 'hebergement web, hebergement de donnees, traitement de donnees, data center, datacenter, centre de donnees, portail internet, portail web, agence de presse, saisie de donnees, cloud, moteur de recherche, plateforme numerique, big data, plateforme web',
  K: 'finance, secteur financier, services financiers, banque et assurance, banque assurance, finances, banque finance assurance, activites financieres et d assurance',
  '64':
    'banque, bancaire, secteur bancaire, microfinance, institution de microfinance, micro finance, imf, etablissement financier, etablissement de credit, leasing, credit bail, credit, microcredit, mutuelle d epargne, cooperative d epargne, epargne et credit, ' +
    'holding, holding financiere, fonds d investissement, capital investissement, tontine, societe de participation, sicar, capital risque, affacturage, cooperative d epargne et de credit, caisse d epargne, fonds de garantie, prise de participation, gestion de participations',
  '65': 'assurance, compagnie d assurance, assurances et reassurances, reassurance, assureur, assurance vie, assurance maladie, caisse de retraite, mutuelle de sante, prevoyance, assurance iard, micro assurance, mutuelle sante, mutuelle d assurance',
  '66': 'courtage en assurance, courtage d assurance, courtage, courtier, courtier d assurance, courtier en assurances, agent general d assurance, agence d assurance, transfert d argent, bureau de change, change, societe de bourse, intermediation financiere, intermediation boursiere, monetique, sgi, gestion d actifs, gestion d epargne, conseil financier, paiement electronique, expertise en assurance, mobile money, courtage assurances, bourse, agence de transfert, point mobile money, expert en sinistres, sgo, cabinet de courtage',
  '68': 'immobilier, agence immobiliere, gestion immobiliere, location immobiliere, location de maisons, location d appartements, syndic, syndic de copropriete, copropriete, administration de biens, sci, societe civile immobiliere, lotissement, amenagement foncier, foncier, location de bureaux, transaction immobiliere, vente de terrains, vente de maisons, gestion locative, investissement immobilier, agent immobilier, location de locaux, marchand de biens, expertise immobiliere, location de salles de bureau',
  M: 'professions liberales, services professionnels, activites specialisees, activites scientifiques et techniques, profession liberale',
  '69': 'comptabilite, comptable, cabinet comptable, expertise comptable, expert comptable, cabinet d expertise comptable, cabinet d expertise comptable et audit, audit, audit et conseil, audit comptable, commissariat aux comptes, commissaire aux comptes, fiscalite, conseil fiscal, cabinet fiscal, avocat, cabinet d avocats, juridique, conseil juridique, cabinet juridique, notaire, etude notariale, notariat, huissier, huissier de justice, commissaire de justice, tenue de comptabilite, cabinet d audit, droit, conseil juridique et fiscal, comptabilite gestion, gestion comptable, comptabilite fiscalite, recouvrement juridique',
  '70': 'conseil, cabinet conseil, cabinet de conseil, conseil en management, conseil en gestion, conseil en strategie, conseil aux entreprises, consulting, consultant, consultance, management, accompagnement d entreprises, coaching, coaching entreprise, siege social, relations publiques, conseil en organisation, assistance et conseil, ingenierie financiere conseil, gestion de projets, etudes et conseils, etude et conseil, conseil en qualite, qualite hygiene securite environnement, qhse, business development, incubateur, conseil en developpement, strategie',
  '71':
    'bureau d etudes, bureau d etude, bureau d etudes techniques, bet, ingenierie, ingenierie conseil, engineering, architecture, architecte, cabinet d architecture, cabinet d architecte, urbanisme, geometre, topographie, geometre topographe, cabinet de geometre, controle technique, bureau de controle, ' +
    'inspection, certification, essais, laboratoire d analyses, laboratoire d analyses btp, laboratoire btp, laboratoire de controle, geotechnique, etude de sol, etudes de sol, maitrise d oeuvre, maitrise d ouvrage, controle qualite, metrologie, genie conseil, genie industriel etudes, visite technique, ' +
    'controle technique automobile, etudes techniques, expertise technique, cartographie, sig, geomatique, dessin technique, dessin batiment, etudes d impact environnemental, geophysique, laboratoire d essais, coordination de chantier, suivi de chantier, controle non destructif, bureau d ingenieur conseil',
  '72': 'recherche, recherche scientifique, recherche et developpement, recherche agronomique, r d, centre de recherche, institut de recherche, laboratoire de recherche, biotechnologie, recherche developpement',
  '73': 'communication, agence de communication, publicite, agence de publicite, regie publicitaire, marketing, marketing digital, affichage, etudes de marche, sondage, agence conseil en communication, communication digitale, community management, panneaux publicitaires, enseignes, objets publicitaires, marketing et communication, promotion publicitaire, communication marketing, communication visuelle, agence web marketing, marketing operationnel, street marketing, publicitaire, affichage publicitaire, etudes marketing, institut de sondage',
  '74': 'design, design graphique, graphisme, infographie, photographie, photographe, studio photo, decoration, decoration interieure, decorateur, architecture d interieur, traduction, interpretariat, traducteur, interprete, expertise, decoration d interieur, traduction interpretation, designer, meteorologie',
  '75': 'veterinaire, clinique veterinaire, cabinet veterinaire, services veterinaires, pharmacie veterinaire cabinet, soins aux animaux',
  N: 'services aux entreprises, services d appui aux entreprises, facility management, sous traitance de services, services generaux, multiservices aux entreprises, externalisation',
  '77': 'location de vehicules, location de voitures, location de voiture, location auto, location d engins, location d engins btp, location de materiel, location de camions, location de grues, location de baches, location de chaises et baches, location de chaises, rent a car, location longue duree, location de sono, location d equipements, location d engins de chantier, location de coffrage, loueur, agence de location de voitures, location automobile, location de groupes electrogenes, location, location de tentes',
  '78': 'interim, agence d interim, travail temporaire, recrutement, cabinet de recrutement, placement, placement de personnel, mise a disposition de personnel, ressources humaines, cabinet rh, rh, agence de placement, placement de gens de maison, main d oeuvre, bureau de placement, conseil en recrutement, interim et recrutement, agence d emploi, prestataire de main d oeuvre, gestion du personnel, sous traitance de main d oeuvre, agence d emploi prive, externalisation rh, portage salarial',
  '79': 'agence de voyage, agence de voyages, agence de voyages et tourisme, voyage, voyages, voyagiste, tour operateur, tourisme, guide touristique, billetterie, omra hadj, hadj et oumra, hajj omra, excursions, circuits touristiques, agence de tourisme, billetterie aerienne, voyages et tourisme, agence de billetterie, ecotourisme, tourisme et voyages',
  '80': 'securite, securite privee, gardiennage, gardiennage et securite, gardiennage securite, surveillance, televideosurveillance, telesurveillance, videosurveillance, securite electronique, alarmes, transport de fonds, vigile, agents de securite, protection rapprochee, securite incendie, securite et gardiennage, agence de securite, surete, convoyage de fonds, detective prive, securite rapprochee, garde du corps',
  '81': 'nettoyage, nettoyage industriel, nettoyage de locaux, entretien et nettoyage, entretien et nettoyage de locaux, entretien de locaux, entretien de bureaux, espaces verts, jardinage, paysagisme, paysagiste, desinsectisation, deratisation, desinfection, hygiene, hygiene et proprete, proprete, entreprise de nettoyage, nettoiement, amenagement paysager, deratisation desinsectisation, 3d, hygiene publique, entretien d espaces verts, nettoyage de vitres, desinsectisation desinfection, societe de nettoyage, nettoyage et entretien, gestion de batiments, hygiene et assainissement, entretien d immeubles, hygiene 3d',
  '82': 'centre d appel, centre d appels, call center, callcenter, televente, teleperformance, relation client, secretariat, secretariat bureautique, bureautique, evenementiel, organisation d evenements, evenements, communication evenementielle, domiciliation, photocopie, recouvrement, organisation de salons, salons et foires, bpo, conditionnement a facon, business center, coworking, centre d affaires, wedding planner, hotesses, organisation de conferences, agence evenementielle, saisie, foires et salons, organisation de mariages, conditionnement, ensachage, recouvrement de creances, centre de relation client, espace de travail partage, traitement de texte, telemarketing, teleconseil, emballage a facon',
  '84': 'administration publique, administration, mairie, ministere, collectivite territoriale, collectivite locale, commune, prefecture, conseil regional, securite sociale, armee, gendarmerie, police, etablissement public, service public, fonction publique, douanes administration, secteur public, etat, caisse de prevoyance sociale, etablissement public administratif, pompiers, tribunal',
  '85':
    'enseignement, education, education formation, ecole, ecole privee, ecole primaire, ecole maternelle, college, lycee, universite, enseignement superieur, enseignement superieur prive, enseignement prive, enseignement general, etablissement scolaire, etablissement d enseignement, groupe scolaire, formation, ' +
    'formation professionnelle, formation continue, centre de formation, centre de formation professionnelle, cabinet de formation, auto ecole, autoecole, cours de langues, ecole de langues, soutien scolaire, cours a domicile, alphabetisation, institut superieur, grande ecole, ecole de commerce, formation en informatique, ' +
    'enseignement technique, jardin d enfants, prescolaire, maternelle, ecole coranique, medersa, centre de langue, e learning, apprentissage, organisme de formation, ecole de formation, formation technique, ecole franco arabe, academie de musique, enseignement professionnel, ecole de couture, ecole de conduite, centre culturel et linguistique, cours du soir',
  '86':
    'sante, clinique, clinique privee, clinique medicale, polyclinique, hopital, chu, cabinet medical, cabinet dentaire, dentiste, centre de sante, centre medical, infirmerie, laboratoire d analyses medicales, laboratoire medical, laboratoire de biologie, laboratoire de biologie medicale, analyses medicales, imagerie medicale, radiologie, ' +
    'kinesitherapie, kinesitherapeute, sage femme, medecin, medecine, medecine generale, medecine traditionnelle, tradipraticien, soins infirmiers, soins, soins de sante, maternite, ophtalmologie, pediatrie, gynecologie, ambulance, dispensaire, orthopedie, medical, dialyse, sante humaine, secteur sante, paramedical, services de sante, soins a domicile, orthophoniste, thalassotherapie, tourisme medical, scanner, psychologue, orl, cabinet d ophtalmologie',
  Q: 'sante et action sociale, sante et social',
  '87': 'maison de retraite, foyer, orphelinat, ehpad, hebergement social, hebergement medicalise, foyer d accueil, centre d hebergement, accueil d enfants, pouponniere, centre d accueil',
  '88': 'creche, garderie, creche garderie, action sociale, aide a domicile, assistance sociale, aide sociale, service social, halte garderie, aide humanitaire, aide aux personnes agees, handicap, services sociaux, assistance aux personnes, auxiliaire de vie',
  R: 'loisirs, arts et loisirs, culture et loisirs, sport et loisirs, arts spectacles et loisirs, culture, culturel, sport et culture, divertissement, arts et culture',
  '90': 'spectacle, spectacles, theatre, danse, musique, musicien, orchestre, artiste, artistique, troupe, production de spectacles, galerie d art, arts plastiques, peinture artistique, compagnie de danse, arts, dj, animation musicale, humour, sculpteur, spectacle vivant, animation',
  '91': 'musee, bibliotheque, parc national, zoo, archives, reserve naturelle, jardin botanique, patrimoine culturel, mediatheque, archivage',
  '92': 'loterie, paris, paris sportifs, pari sportif, jeux de hasard, casino, pari mutuel, pmu, lotto, machines a sous, jeux de loterie, promosport',
  '93': 'sport, salle de sport, fitness, salle de fitness, gym, gymnase, club de sport, club sportif, football, centre de loisirs, parc d attractions, parc de loisirs, aire de jeux, academie de football, piscine, boite de nuit, discotheque, night club, jeux video salle, bowling, musculation, centre sportif, equitation, karting, federation sportive, golf, parc aquatique, salle de jeux, dancing',
  '94': 'ong, association, organisation non gouvernementale, syndicat, syndicat professionnel, cooperative, chambre de commerce, organisation professionnelle, federation, fondation, parti politique, eglise, mosquee, organisation religieuse, organisation patronale, groupement professionnel, societe cooperative, association a but non lucratif, confrerie, faitiere, mutuelle de developpement, ordre professionnel, interprofession, plateforme associative, associatif, groupement feminin, organisation de la societe civile, societe civile, culte, confederation, union de cooperatives',
  '95': 'reparation de telephones, reparation d ordinateurs, reparation telephone, depannage electromenager, reparation electromenager, reparation d appareils, cordonnerie, cordonnier, horlogerie reparation, reparation de montres, depannage informatique, reparation gsm, reparation electronique, reparateur, retouche, reparation de meubles, reparation de chaussures, depannage tv, service apres vente electromenager, reparation de climatiseurs domestiques',
  '96': 'coiffure, coiffeur, coiffeuse, salon de coiffure, institut de beaute, beaute, salon de beaute, esthetique, esthetique coiffure, coiffure esthetique, pressing, blanchisserie, laverie, pompes funebres, spa, hammam, massage, onglerie, barbier, barber shop, services a la personne, services personnels, soins esthetiques, bien etre, nettoyage a sec, funeraire, services funeraires, salon d esthetique, soins du corps, mercerie beaute, tatouage, agence matrimoniale, coiffure mixte, teinturerie, coiffure et beaute, manucure, maquillage',
  '97': 'employes de maison, gens de maison, personnel de maison, femme de menage, domestique, nounou',
  '99': 'organisation internationale, ambassade, consulat, organisme international, institution internationale, nations unies, representation diplomatique, cooperation internationale, agence des nations unies, diplomatie',
}

/** Words whose activity nobody can tell without asking, with what they most often mean. */
export const openFr: Readonly<Record<string, string>> = {
  'prestation de services, prestations de services, prestations diverses, prestataire de services, prestataire, prestation, multi services, multiservices, services divers, service, prestations, divers services':
    'N 82 81 96',
  'hydrocarbure, produits petroliers, carburant, petrole': '46 47 19 06',
  'materiaux de construction, materiaux': '46 47 23',
  'mecanique generale, mecanique, mecanicien': '45 28 25',
  'artisanat, artisan, produits artisanaux': '32 16 14 15',
  'cacao, cafe cacao, cafe et cacao, anacarde, noix de cajou, cajou, hevea, palmier a huile, huile de palme, coton, riz, volaille, betail, ananas, banane, mangue, mais, igname, manioc, legumes, fruits, olives, agrumes, kola':
    '01 10 46',
  'poisson, produits de la mer, crevette, produits halieutiques': '03 10 46',
  'medicament, produits pharmaceutiques, materiel medical': '21 46 47',
  'telephone, telephone portable, gsm': '47 95 61',
  'materiel informatique, ordinateur, equipement informatique': '47 46 62',
  'maintenance, reparation, depannage, entretien': '33 45 95 81',
  'installation, pose': '43 33',
  'etude, etudes': '71 70 73',
  laboratoire: '86 71 21',
  eau: '36 11',
  gaz: '35 46 47',
  cuisine: '56 31',
  'emballage, emballages': '17 22 46',
  developpement: '62 70 41',
  cabinet: '69 70 71',
  agro: '01 10',
  'vehicule, vehicules, voiture': '45 77 49',
  'engin, engins': '77 46 42',
  meuble: '31 47',
  'investissement, participations': '64 68',
  'equipement, equipements, materiel, fourniture, fournitures': '46 47',
  'securite sociale et prevoyance': '84 65',
  'aliment, produits alimentaires, denrees alimentaires': '10 46 47',
  gestion: '70 68',
  atelier: 'C 14 25',
  'creation, conception': '74 71 62',
  assistance: '82 66',
  'innovation, technologie, technologies, high tech': '62 26',
  'or, metaux precieux, diamant': '07 46 32',
  'betail et viande, viande, viandes': '10 46 47',
}
