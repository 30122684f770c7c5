const set = (words: string) => new Set(words.split(/\s+/))

/** Legal forms and words for "company": they tell no company from another. */
export const legalForms = set(
  'sarl sarlu sa sas sasu suarl snc gie ets ese etablissement etablissements ste stes societe societes cie compagnie entreprise entreprises ' +
    'coop coopca scoop scoops scops cooperative ltd limited inc llc gmbh plc ei eurl au sci scp unipersonnelle personnelle company co corp ' +
    'شركه مؤسسه شمم المسووليه المحدوده ذات تعاونيه',
)

/** Words for a group of companies: dropped, but a group is not its subsidiary. */
export const groupWords = set('groupe group holding مجموعه')

/** Small words that names drop or add. */
export const smallWords = set(
  'de du des d l la le les et en a au aux pour par sur the of and for in y chez no n° و',
)

/** Other ways to write the same word of a name. */
export const sameWords: Readonly<Record<string, string>> = {
  security: 'securite',
  technology: 'technologie',
  tech: 'technologie',
  technologies: 'technologie',
  telecoms: 'telecom',
  telecommunications: 'telecom',
  telecommunication: 'telecom',
  tunisia: 'tunisie',
  senegalaise: 'senegal',
  morocco: 'maroc',
  industries: 'industrie',
  industry: 'industrie',
  industriel: 'industrie',
  industrielle: 'industrie',
  clim: 'climatisation',
  med: 'mohamed',
  mohammed: 'mohamed',
  mouhamed: 'mohamed',
  cons: 'construction',
  constructions: 'construction',
  st: 'saint',
  ste: 'sainte',
  freres: 'frere',
  fr: 'frere',
  brothers: 'frere',
  intl: 'international',
  internationale: 'international',
  services: 'service',
  gs: 'groupescolaire',
  dist: 'distribution',
  transports: 'transport',
  foods: 'food',
  plus: 'plus',
  '+': 'plus',
}

/** Words of trades and branches: they say what a company does, seldom which one it is. */
export const tradeWords = set(
  'pharmacie boulangerie patisserie hotel restaurant maquis garage quincaillerie transport transit logistique logistics commerce negoce trading import export construction batiment bati btp travaux ' +
    'menuiserie soudure imprimerie clinique polyclinique cabinet centre medical ecole institut superieur groupescolaire lycee college auto autoecole agence voyage voyages station service services ' +
    'conseil consulting communication digital informatique technologie telecom telecoms securite gardiennage nettoyage proprete banque bank assurance assurances microfinance finance immobilier ferme avicole agricole agro ' +
    'industrie food boisson plastique plastiques textile textiles confection couture coiffure salon beaute meuble meubles scierie bois huilerie savonnerie cacao cafe cajou karite coton riz export distribution equipement ' +
    'energie solaire electricite froid climatisation plomberie peinture forage forages mines carriere oil gaz petrole motors motor electronique cable cables parfumerie librairie papeterie supermarche boutique magasin ' +
    'formation traduction publicite marketing evenement express colis livraison location interim recrutement entretien maintenance production transformation exploitation residence complexe moderne nouveau nouvelle general generale ' +
    'international national nationale afrique africa africaine ivoire ivoirien ivoirienne tunisien tunisienne tunisie senegal maroc marocaine global groupe commercial commerciale frere fils associes plus nord sud est ouest centre ' +
    'union syndicat mutuelle association cooperative espoir paix entente grace providence system systems solutions business marketing retail shell total agence cyber negociant torrefaction cimenterie cartonnerie savon ciment supermarket ' +
    'abidjan bouake yopougon cocody korhogo daloa gagnoa dakar thies tunis sfax sousse casablanca rabat tanger fes marrakech bassam ferke ' +
    'تجاره نقل بناء نسيج خدمات للتجاره للنقل للبناء للنسيج للخدمات مخبزه صيدليه',
)

/** Names that thousands bear: they tell companies apart less than a made-up name. */
export const commonPeople = set(
  'kone traore ouattara coulibaly diallo kouassi kouame koffi konan kouadio yao toure bamba cisse camara sylla diabate dembele doumbia sanogo soro silue fofana diarra keita ' +
    'ndiaye diop fall seck gueye sow ba sy ndoye faye diouf sarr mbaye niang mohamed ahmed ali ben el mamadou moussa amadou ibrahim abdoulaye adama seydou alaoui alami trabelsi brou nguessan aka',
)

/** Ways to write the country in a name: one word for each. */
export const countryNames: readonly (readonly [RegExp, string])[] = [
  [/\b(?:republique de )?cote ?d ?ivoire\b|\brci\b|\bci\b/g, ' @ci '],
  [/\btunisi[ea]\b/g, ' @tn '],
  [/\bsenegal\b/g, ' @sn '],
  [/\bmaroc\b|\bmorocco\b/g, ' @ma '],
]
